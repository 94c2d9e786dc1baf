# note: What a class of the standard library lacks is not taken to be there; nor what a class may inherit of a package that is not known.
# unknown: DOUBTFUL, ANSWER
import re

FOUND = [hasattr(re.match("", ""), "group"), hasattr(re.compile(""), "sub"), getattr(re.compile("a"), "pattern", None)]
DOUBTFUL = [hasattr(re.match("", ""), ""), hasattr(re.compile(""), "host"), getattr(re.compile(""), "host", 3)]
try:
    re.compile("").host
    ANSWER = "there"
except AttributeError:
    ANSWER = "lacking"
