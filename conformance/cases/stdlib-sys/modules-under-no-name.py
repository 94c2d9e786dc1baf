# note: What is no text is no name of a module: `sys.modules` has nothing under it.
import sys

WORDS = []
for look in (
    lambda: sys.modules[None],
    lambda: sys.modules.pop(False),
    lambda: sys.modules[[]],
    lambda: sys.modules.__delitem__(5),
):
    try:
        WORDS.append(look())
    except (KeyError, TypeError) as error:
        WORDS.append([type(error).__name__, str(error)])
