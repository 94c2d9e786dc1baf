# note: A path is bytes when asked; its parents are counted by whole numbers, and what has no parts has no common beginning.
import os.path
from pathlib import Path

HERE = Path("srv/ünï/app")
AS_BYTES = bytes(HERE)
PROBLEMS = []
for read in (
    lambda: HERE.parents[1.0],
    lambda: HERE.parents["1"],
    lambda: Path["srv"],
    lambda: os.path.commonprefix(ValueError),
    lambda: ValueError["a"],
):
    try:
        read()
    except TypeError as error:
        PROBLEMS.append(str(error))
