# note: The schemes whose URLs have hosts are a list that settings add to.
from urllib import parse

SCHEMES = list(parse.uses_netloc)
parse.uses_netloc.append("redis")
ADDED = parse.uses_netloc[-1], len(parse.uses_netloc)
