# note: and and or give one of their operands, not a truth value, and evaluate no more than they need.
import os
HOST = os.environ.get("HOST") or "localhost"
OPERANDS = [1 and 2, 0 and 2, "" or "default", None or [] or {}, "a" and "" and 1, not "", not []]
CALLS = []
def note(value):
    CALLS.append(value)
    return value
RESULT = note(0) and note(1) or note(2) or note(3)
