# note: Some classes that are written in C can have no subclasses, and some take no types in brackets.
import operator
import re
import sys
from datetime import timezone
from types import SimpleNamespace

REFUSED = []
for base in (
    operator.itemgetter, re.Pattern, re.Match, timezone, type(sys.version_info), type({}.keys()), type(iter([])), type(len),
    type(...), type(NotImplemented), bool, range,
):
    try:
        type("Made", (base,), {})
    except TypeError as error:
        REFUSED.append(str(error))
BRACKETS = []
for attempt in (lambda: operator.itemgetter[int], lambda: SimpleNamespace[int]):
    try:
        BRACKETS.append(attempt())
    except TypeError as error:
        BRACKETS.append(str(error))
