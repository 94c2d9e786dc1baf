# note: A pure path knows no files, and says of itself that it is one of POSIX.
from pathlib import Path, PurePath, PurePosixPath

MEDIA = PurePath("srv") / "media"
NAMES = [type(path).__name__ for path in (MEDIA, MEDIA.parent, PurePosixPath("a"), Path("a"))]
TEXTS = [repr(MEDIA), repr(Path("a"))]
SAME = PurePath("a") == PurePosixPath("a")
