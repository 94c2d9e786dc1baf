# note: A flag of `re` equals its number and is another object.
import re
NUMBER = 2
SAME = [re.I == NUMBER, re.I is NUMBER, re.I is not NUMBER, re.I is re.I, re.I is re.IGNORECASE]
