# note: A class that comes of a named tuple makes objects of its own kind, with its own methods and operators.
from collections import namedtuple
from typing import NamedTuple


class Host(namedtuple("Host", ["name", "port"])):
    __slots__ = ()

    @property
    def url(self):
        return f"http://{self.name}:{self.port}"

    @classmethod
    def read(cls, text):
        return cls(*text.split(":"))

    def __str__(self):
        return self.url

    def __add__(self, other):
        return self._replace(port=self.port + other)


class Same(Host):
    def __eq__(self, other):
        return self.name == other[0]

    __hash__ = None

    def __lt__(self, other):
        return "before"


class Typed(NamedTuple):
    name: str
    port: int = 80

    def label(self):
        return f"{self.name}!"


HOST = Host("db", 5432)
URLS = HOST.url, str(HOST), repr(HOST), f"{HOST}", Host.read("web:80").url
KINDS = type(HOST) is Host, type(HOST._replace(port=1)) is Host, type(Host._make(["a", 1])) is Host, isinstance(HOST, tuple)
ADDED = (HOST + 1).port, HOST[0], list(HOST), HOST == ("db", 5432)
SAME = Same("db", 1) == ("db", 2), ("db", 2) == Same("db", 1), Same("db", 1) < ("a", 1), Same("db", 1) != ("db", 2)
LABEL = Typed("web").label(), Typed("web") == ("web", 80)
