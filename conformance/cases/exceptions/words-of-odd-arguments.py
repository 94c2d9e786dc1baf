# note: What cannot be called, deleted, compiled, filtered or thrown is refused in CPython's words.
import json
import logging
import os.path
import re
import warnings
from datetime import timedelta
from importlib import import_module


def steps():
    yield 1


def remove(holder):
    del holder[0]


LOGGERS = [type(logging.getLogger(name)).__name__ for name in (None, "", "root", "django", 0)]
COMMON = os.path.commonprefix(0), os.path.commonprefix(None), os.path.commonprefix(["/srv/app", "/srv/api"])
WORDS = []
for attempt in (
    lambda: 3(**{1: 2}),
    lambda: remove(ValueError()),
    lambda: remove(timedelta(1)),
    lambda: remove(steps()),
    lambda: re.compile("a", []),
    lambda: re.compile([], 0),
    lambda: warnings.simplefilter(0),
    lambda: warnings.simplefilter([]),
    lambda: warnings.warn("old", []),
    lambda: logging.getLogger(print),
    lambda: json.loads(timedelta(1)),
    lambda: os.path.commonprefix({"a": 1}),
    lambda: bytes(2**63),
    lambda: steps().throw(ValueError, "a", "b"),
    lambda: steps().throw(ValueError, "a", None, 4),
    lambda: type("Made", (), re.match("", "")),
    lambda: import_module('a"b'),
    lambda: [1].index("x"),
):
    try:
        WORDS.append(attempt())
    except Exception as error:
        WORDS.append([type(error).__name__, str(error)])
