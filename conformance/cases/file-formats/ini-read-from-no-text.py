# note: A ConfigParser reads texts: None is an empty one, and anything else is refused.
from configparser import ConfigParser

PARSER = ConfigParser()
PARSER.read_string(None)
SECTIONS = PARSER.sections()
PROBLEMS = []
for given in (0, b"[web]", ["[web]"]):
    try:
        PARSER.read_string(given)
    except TypeError as error:
        PROBLEMS.append(str(error))
