# note: A null character in a path, or in how a file is to be opened, is refused before the file is looked for.
import os
from pathlib import Path

HERE = Path(__file__)
REFUSED = []
for attempt in (
    lambda: open(HERE, "r\0"), lambda: open(HERE, encoding="a\0"), lambda: open("a\0"), lambda: HERE.read_text("a\0"),
    lambda: open(HERE, newline="a"), lambda: open(HERE, "r", 0), lambda: open(HERE, closefd=False),
    lambda: Path("a\0").read_text(), lambda: Path("a\0").resolve(), lambda: Path("a\0").mkdir(),
    lambda: list(Path("a\0").iterdir()), lambda: os.path.realpath("a\0"), lambda: os.listdir("a\0"),
    lambda: os.access("a\0", os.R_OK), lambda: os.makedirs("a\0"), lambda: os.path.exists("a\0"),
    lambda: os.putenv("a\0", None), lambda: os.putenv(b"a\0", b"b"), lambda: os.putenv(b"a=b", b"c"),
    lambda: os.unsetenv(b""), lambda: os.environ.__delitem__("a\0"),
):
    try:
        REFUSED.append(attempt())
    except (ValueError, TypeError, OSError) as error:
        REFUSED.append([type(error).__name__, str(error)])
