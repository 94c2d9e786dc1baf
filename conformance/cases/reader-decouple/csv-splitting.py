# note: Csv splits like a shell: quotes hold together, a number sign begins a comment, empty items disappear.
from decouple import Csv

split = Csv()

PLAIN = split("a, b ,c")
EMPTY = split("")
HOLES = split(",a,,b,")
QUOTED = split("'x, y',\"z\"")
COMMENT = split("red#ff0000,blue")
ESCAPED = split("a\\,b,c")
EMPTY_QUOTES = split("'',a")
