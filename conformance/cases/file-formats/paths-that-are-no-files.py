# note: A directory is no file, and a file no directory: each is refused in its own words.
from pathlib import Path

HERE = Path(__file__)
REFUSED = []
for read in (
    lambda: HERE.parent.read_text(),
    lambda: HERE.parent.read_bytes(),
    lambda: open(HERE / "keys.json"),
    lambda: open(__file__ + "/"),
    lambda: (HERE / "keys.json").read_text(),
    lambda: (HERE / "keys.json").read_bytes(),
):
    try:
        read()
    except OSError as error:
        REFUSED.append([type(error).__name__, error.errno, error.strerror])
