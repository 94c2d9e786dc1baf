# note: Name and value are encoded before the system is asked what it refuses.
import os

HALF = chr(0xD800)
KINDS = []
for name, value in (('\0', HALF), (HALF, 1), ('\0', 1), ('\0', 'x'), ('A', 'x\0')):
    try:
        os.environ[name] = value
    except Exception as error:
        KINDS.append(type(error).__name__)
del HALF
