# note: Some builtin functions are classes, and errors call functions of Python and of C code, and methods, by different names.
import itertools
import os
import re
from collections import Counter, deque, namedtuple
from datetime import timedelta
from functools import lru_cache, wraps
from pathlib import Path


def refused(run):
    try:
        run()
    except (TypeError, AttributeError) as error:
        return str(error)


BASE_DIR = Path("/srv/shop")
KINDS = [type(one).__name__ for one in (zip, map, enumerate, itertools.count, namedtuple, lru_cache, len, str.upper, "".upper, os.getcwd, os.getenv)]
METHODS = [type(one).__name__ for one in (BASE_DIR.exists, Path.exists, timedelta(1).total_seconds, timedelta.total_seconds, int.from_bytes, Counter.most_common)]
NOT_ITERABLE = [refused(lambda: list(zip)), refused(lambda: list(str.upper)), refused(lambda: list(itertools.islice)), refused(lambda: list(Path.exists))]
NO_ATTRIBUTE = [refused(lambda: namedtuple._fields), refused(lambda: wraps.wraps), refused(lambda: zip.first), refused(lambda: itertools.count.start), refused(lambda: itertools.chain.start)]
OF_METHODS = [refused(lambda: BASE_DIR.resolve.parent), refused(lambda: "".upper.lower), refused(lambda: str.upper.lower), refused(lambda: re.compile("a").match.group)]
SHOWN = repr(zip), repr(itertools.count), isinstance(map, type)
NUMBERS = refused(lambda: str.upper + 1), refused(lambda: itertools.chain + 1), refused(lambda: deque + "x")
