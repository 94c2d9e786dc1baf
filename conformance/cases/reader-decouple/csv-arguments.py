# note: Csv takes a cast for each item, a delimiter, what to strip, and what to make of it all.
from decouple import Csv

NUMBERS = Csv(int)("1, 2,3")
PATHS = Csv(delimiter=";")("/a;/b,c")
WORDS = Csv(delimiter=" ")("one two")
TRIMMED = Csv(strip=" %*")("%a%, *b*")
UNTRIMMED = Csv(strip="")(" a, b ")
PAIR = Csv(post_process=tuple)("a,b")
UNIQUE = Csv(post_process=lambda items: sorted(set(items)))("b,a,b")
NESTED = Csv(cast=Csv(delimiter=":"), delimiter=";")("a:b;c")
