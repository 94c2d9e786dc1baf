# note: The names of a namedtuple are looked at before its defaults are gone through.
from collections import namedtuple


def refused(*args, **options):
    try:
        namedtuple(*args, **options)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


NUMBER = refused(0, "", defaults=0)
TWICE = refused("Host", "name name", defaults=0)
UNDER = refused("Host", "_name", defaults=0)
WORD = refused("class", "", defaults=0)
PLAIN = refused("Host", "name", defaults=0)
FIELDS = refused("Host", 3, defaults=0)
