# note: The message of a SyntaxError names where the text is from and the line.
import ast

PROBLEMS = []
for text in ["(1,", "a\nb = (", "return 1", "x = {'a': 1"]:
    try:
        exec(text)
    except SyntaxError as error:
        PROBLEMS.append(str(error))
try:
    ast.literal_eval("[1, 2")
except SyntaxError as error:
    PROBLEMS.append(str(error))
try:
    from . import broken
except SyntaxError as error:
    PROBLEMS.append([type(error).__name__, error.msg, str(error)])
# --- config/broken.py ---
DEBUG = False
continue
