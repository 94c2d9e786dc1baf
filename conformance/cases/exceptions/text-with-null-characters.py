# note: A text with a null character in it is refused without a place.
import ast

TOLD = []
for read in [ast.literal_eval, eval, exec]:
    try:
        read("1\0")
    except SyntaxError as error:
        TOLD.append([str(error), error.args])
