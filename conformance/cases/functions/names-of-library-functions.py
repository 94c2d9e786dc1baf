# note: A function of the library has its own name, without its module.
import os
from typing import NamedTuple

NAMES = [os.getenv.__qualname__, os.path.join.__qualname__, len.__qualname__, str.upper.__qualname__, dict.fromkeys.__qualname__]
NORMAL = [os.path.normpath.__name__, os.path.normpath("a//b/../c")]
ERRORS = []
for attempt in (
    lambda: os.path.normpath(), lambda: os.path.normpath("a", "b"), lambda: os.path.normpath(5), lambda: NamedTuple.host,
):
    try:
        attempt()
    except (TypeError, AttributeError) as error:
        ERRORS.append(str(error))
