# note: A star-import of a standard module binds all of its public names, and none besides: what the module has imported itself stays out.
import os
from json import *
from os.path import *
from string import *
from urllib.parse import *

BASE = dirname("/srv/app/settings.py")
PAYLOAD = dumps({"a": [1, None]})
QUERY = quote_plus("a b&c")
NAME = urlparse("postgres://db.example.org:5432/shop").hostname
ALPHABET = ascii_lowercase[:5] + digits[:3]
LATER = len([unquote_to_bytes, expandvars, Formatter])


def is_bound(name):
    return name in globals()


SEEN = [is_bound(name) for name in ("urlsplit", "JSONDecoder", "capwords", "lexists", "decoder", "posixpath", "genericpath", "sys")]
