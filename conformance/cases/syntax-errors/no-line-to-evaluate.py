# note: `eval` of a text without a line names line 0, and refuses a line separator as no printable letter.
import ast
import itertools

MESSAGES = []
for text in ["", "  ", "\n", "#", "\u2028", "8000\u2028"]:
    for read in (eval, ast.literal_eval):
        try:
            read(text)
        except SyntaxError as error:
            MESSAGES.append(str(error))
PAIRS = list(itertools.starmap(lambda port, host: host, zip([8000, 8001], ["a.example"])))
