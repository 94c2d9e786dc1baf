# note: A variable's name is encoded before its value is looked at.
import os

TYPES = []
for name, value in (("SHOP", 1), (chr(0xD800), 1), ("SHOP", chr(0xD800)), (chr(0), 1), (1, chr(0xD800)), ("A=B", 1)):
    try:
        os.environ[name] = value
    except Exception as error:
        TYPES.append(type(error).__name__)
