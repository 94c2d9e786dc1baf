# note: A name that a standard module no longer has raises ImportError, so the other place is tried.
try:
    from collections import Mapping
except ImportError:
    from collections.abc import Mapping

    MAPPING_MOVED = True

try:
    from urllib import urlencode
except ImportError:
    from urllib.parse import urlencode

QUERY = urlencode({"next": "/home"})
