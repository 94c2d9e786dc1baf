# note: A template is read also where nothing matches, and may name every group of the pattern.
import re

FIRST = re.sub("b", r"\t\\", "a")
NAMED = re.sub("(?P<x>b)", r"\g<x>\1", "a")
