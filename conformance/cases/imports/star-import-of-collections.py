# note: A star-import of `collections` brings what its `__all__` names and nothing else.
from collections import *

COUNTS = dict(Counter(["a", "b", "a"]))
HERE = [name in globals() for name in ("OrderedDict", "UserDict", "abc", "Mapping")]
