# note: A name that a standard module no longer has raises ImportError, so the other place is tried.
try:
    from collections import Mapping
except ImportError:
    from collections.abc import Mapping

try:
    from urllib import urlencode
except ImportError:
    from urllib.parse import urlencode

QUERY = urlencode({"next": "/home"})
OPTIONS_ARE_A_MAPPING = issubclass(dict, Mapping)
