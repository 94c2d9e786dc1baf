# note: What is no text and has a line is refused with that line.
# unknown: WORDS
import ast


class Node:
    pass


class Placed:
    lineno = 7


TYPES = []
for value in (3, None, Node(), Placed(), SyntaxError, [1]):
    try:
        ast.literal_eval(value)
    except ValueError as error:
        TYPES.append(type(error).__name__)

try:
    ast.literal_eval(SyntaxError)
except ValueError as error:
    WORDS = str(error)
