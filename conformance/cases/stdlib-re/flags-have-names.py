# note: A flag of re is a number that shows its name; combined with others it stays a flag, in sums it is a plain number.
import re

FLAGS = re.IGNORECASE | re.M
SHOWN = [repr(re.I), str(re.S), f"{re.X}", repr(FLAGS), repr(re.M | re.I)]
WITH_UNKNOWN_BIT = repr(re.I | 1024)
NAME = re.I.name
VALUE = re.MULTILINE.value
EQUAL = re.I == 2 and re.I in (2, 4)
AS_KEY = {2: "two"}[re.I]
IS_INT = isinstance(re.I, int)
TYPE = type(re.I).__name__
SUM = re.I + re.M
PLAIN = repr(int(re.S))
AS_INDEX = "abcdef"[re.IGNORECASE]
NUMBER_IN_TEXT = "%d %s" % (re.I, re.I)
MEMBER = re.RegexFlag.DOTALL is re.S
FOUND = re.findall("a.", "A\nb", flags=FLAGS | re.S)
