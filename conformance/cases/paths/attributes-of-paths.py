# note: A path takes no attributes, unless its class is one of the project.
from pathlib import Path, PosixPath


class Root(PosixPath):
    pass


WORDS = []
for name in ("keys", "name", "exists"):
    try:
        setattr(Path("a"), name, 1)
    except AttributeError as error:
        WORDS.append(str(error))
try:
    del Path().keys
except AttributeError as error:
    WORDS.append(str(error))
root = Root("a")
root.label = "project"
LABEL = root.label
