# note: Values without attributes of their own refuse to set and to delete them, each in its own words.
from collections import namedtuple
from typing import NamedTuple
from urllib.parse import urlparse

Point = namedtuple("Point", "x y")


class Named(NamedTuple):
    port: int


class Slotted:
    __slots__ = ("host",)


PROBLEMS = []
for value, name in [
    (1, "port"), (1, "real"), (True, "imag"), ("a", "upper"), ([], "port"), ([], "append"), ({}, "items"), ((), "port"),
    (None, "port"), (range(3), "stop"), (Point(1, 2), "x"), (Point(1, 2), "z"), (Point(1, 2), "count"),
    (Named(1), "port"), (urlparse("http://a/b"), "scheme"), (urlparse("http://a/b"), "hostname"),
    (urlparse("http://a/b"), "port_number"), (Slotted(), "host"), (Slotted(), "port"), (1, "__class__"),
]:
    try:
        delattr(value, name)
    except (AttributeError, TypeError) as error:
        PROBLEMS.append(str(error))
    if name in ("__class__", "host"):
        continue
    try:
        setattr(value, name, 1)
    except AttributeError as error:
        PROBLEMS.append(str(error))
try:
    Slotted().host
except AttributeError as error:
    PROBLEMS.append(str(error))
try:
    Slotted().port
except AttributeError as error:
    PROBLEMS.append(str(error))
