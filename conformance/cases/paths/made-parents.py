# note: The parents of a path are made of a path, which may not be missing.
# unknown: SAID
from pathlib import PurePosixPath

KIND = type(PurePosixPath("/srv/shop").parents)
SAID = []
for arguments in ((), (1, 2)):
    try:
        KIND(*arguments)
    except TypeError as error:
        SAID.append(str(error))
