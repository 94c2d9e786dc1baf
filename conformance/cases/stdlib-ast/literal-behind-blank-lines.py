# note: literal_eval takes a literal behind blank lines and comments, and refuses one that is indented there.
import ast

HOSTS = ast.literal_eval("\n# hosts\n  \n['example.com']\n")
PORT = ast.literal_eval("  8000")
try:
    INDENTED = ast.literal_eval("\n  8000")
except SyntaxError as error:
    INDENTED = type(error).__name__
