# note: A last line of blanks is indented where an expression is read, as it has no end.
import ast

WORDS = []
for text in ("1\n  ", "\n\t", "1\n \n\t", "1\n  \n", " 1 ", "\n"):
    for read in (eval, ast.literal_eval):
        try:
            WORDS.append(read(text))
        except SyntaxError as error:
            WORDS.append([type(error).__name__, str(error)])
