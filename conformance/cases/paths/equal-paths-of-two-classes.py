# note: Paths are equal by their text, whatever their class; errors name the class.
from pathlib import Path, PurePath, PurePosixPath


class Folder(type(Path())):
    pass


EQUAL = Path("a") == PurePosixPath("a"), Path("a") in {PurePath("a")}, {Path("a"): 1}[PurePosixPath("a")], Folder("a") == Path("a")
BELOW = PurePath("a/b/c").relative_to("a", "b"), Path("/srv/app").is_relative_to("/", "srv")
CLASS = str(type(PurePath())), type(Path()).__module__
WORDS = []
for asked in (
    lambda: PurePath().with_suffix(".txt"),
    lambda: Path("/").with_name("x"),
    lambda: PurePath("a").relative_to("b", "c"),
    lambda: setattr(Path(), "root", "x"),
    lambda: setattr(Path(), "extra", "x"),
    lambda: delattr(Path(), "extra"),
):
    try:
        asked()
    except (AttributeError, ValueError) as error:
        WORDS.append(str(error))
