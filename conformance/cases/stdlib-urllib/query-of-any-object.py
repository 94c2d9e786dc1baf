# note: A query holds what `str` says of its keys and values, whatever they are.
# unknown: MATCH
import re
from datetime import timedelta
from urllib.parse import urlencode

PLAIN = urlencode({"wait": timedelta(minutes=1), 2: None, True: 1.5, "tags": ["a", "b"]})
MATCH = urlencode({"found": re.match(r"\w", "a b")})
