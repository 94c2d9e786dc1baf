# note: Functions of the library refuse odd arguments in their own order and words, and some take what others refuse.
import base64
import enum
import functools
import importlib
import json
import os
import sys
import urllib.parse
import warnings
from datetime import timezone
from pathlib import Path, PurePath
from types import SimpleNamespace


def refused(attempt):
    try:
        return attempt()
    except Exception as error:
        return [type(error).__name__, str(error)]


class Plain:
    pass


REFUSED = [
    refused(lambda: enumerate()),
    refused(lambda: enumerate(items=[])),
    refused(lambda: enumerate([], 1, 2)),
    refused(lambda: int("1", 2, other=3)),
    refused(lambda: bool(1, base=2)),
    refused(lambda: list([], base=2)),
    refused(lambda: property(1, 2, 3, 4, 5)),
    refused(lambda: property(getter=1)),
    refused(lambda: exec("1", {}, {}, None)),
    refused(lambda: exec(Plain())),
    refused(lambda: eval(ValueError("1 + 1"))),
    refused(lambda: compile("1", "settings", "exec\0")),
    refused(lambda: setattr(type, "a\0", 1)),
    refused(lambda: open("a", Plain())),
    refused(lambda: functools.reduce(max, [1], key=2)),
    refused(lambda: functools.wraps(max).name),
    refused(lambda: functools.lru_cache(max, 2)),
    refused(lambda: functools.lru_cache()()),
    refused(lambda: importlib.reload(max)),
    refused(lambda: sys.intern(1)),
    refused(lambda: base64.urlsafe_b64encode(b"a", b"-_")),
    refused(lambda: enum.auto(1, 2)),
    refused(lambda: timezone(1, "a", 2)),
    refused(lambda: timezone([], base=1)),
    refused(lambda: PurePath("a", strict=True)),
    refused(lambda: os.access(1.5, 0)),
    refused(lambda: os.access("a", "r")),
    refused(lambda: os.listdir(Plain())),
    refused(lambda: os.path.exists(Plain)),
    refused(lambda: os.path.commonprefix(int)),
    refused(lambda: warnings.warn("a", 1, "b")),
    refused(lambda: warnings.simplefilter({1})),
    refused(lambda: json.loads([], strict=False)),
    refused(lambda: urllib.parse.urlunsplit(("a", "b"))),
    refused(lambda: SimpleNamespace(1)),
    refused(lambda: SimpleNamespace({}, {})),
    refused(lambda: SimpleNamespace({1: 2})),
]
TAKEN = [SimpleNamespace({"port": 25}, host="a").port, SimpleNamespace([("port", 25)]).port, SimpleNamespace({"a": 1}, a=2).a]


class Host:
    def __init__(self):
        self.names = ["a"]

    names_of = property(lambda self: self.names, None, lambda self: self.names.clear())


host = Host()
del host.names_of
CLEARED = host.names_of
