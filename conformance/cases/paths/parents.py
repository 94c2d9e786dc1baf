# note: The parents of a path are a sequence of their own type, which names a place that is too far by its number.
from pathlib import Path, PurePosixPath

parents = PurePosixPath("/srv/shop/config/base.py").parents
NEAREST = str(parents[0])
LAST = str(parents[-1])
SOME = [str(parent) for parent in parents[1:3]]
ALL = [str(parent) for parent in parents]
COUNT = len(parents)
SHOWN = [repr(parents), type(parents).__name__, repr(Path("a/b").parents)]
IS_TUPLE = isinstance(parents, tuple)
HAS_ROOT = PurePosixPath("/") in parents
REFUSED = []
for place in (4, -5, "a"):
    try:
        parents[place]
    except (IndexError, TypeError) as error:
        REFUSED.append([type(error).__name__, str(error)])
try:
    parents + ()
except TypeError as error:
    JOINED = str(error)
