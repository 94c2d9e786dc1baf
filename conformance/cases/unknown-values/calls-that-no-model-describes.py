# note: What the library makes of arguments that its model does not describe is unknown, and so is whether it takes them.
# unknown: LIMITED, PATTERNS, PARSED, FLAGS, UNBOUND, PRIVATE, WRITTEN
import configparser
import datetime
import glob
import re
import resource
from collections import namedtuple
from urllib.parse import urlparse


def whether(call):
    try:
        call()
    except Exception as error:
        return type(error).__name__
    return "fine"


LIMITED = whether(lambda: resource.setrlimit(0, ("many", None)))
PATTERNS = whether(lambda: glob.escape(5))
PARSED = whether(lambda: configparser.ConfigParser().update(5))
FLAGS = whether(lambda: re.RegexFlag(2, 3))
UNBOUND = whether(lambda: namedtuple("Point", "x y")._asdict((1, 2)))
PRIVATE = whether(lambda: urlparse("redis://cache")._hostinfo)
WRITTEN = whether(lambda: datetime.datetime(2024, 1, 1).isoformat("--"))
AFTER = "known"
