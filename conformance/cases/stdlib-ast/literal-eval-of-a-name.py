# note: A name is no literal.
import ast
try:
    DEBUG = ast.literal_eval("false")
except ValueError:
    DEBUG = None
