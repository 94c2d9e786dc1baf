# note: `open`, `compile`, `sorted` and `str` look at their arguments in an order of their own.
WORDS = []
for call in (
    lambda: open("x", 5, "a"), lambda: open("x", None), lambda: open("x", "r", "a"), lambda: open("x", "q", None),
    lambda: open("x", "r", 1, 5), lambda: open("x", errors=[]), lambda: open("x", newline=b"a"), lambda: open(*"utf-8"),
    lambda: open(*0),
    lambda: open(1.5, "b", encoding=""), lambda: open(1.5, "b"), lambda: open(1.5, "q"), lambda: open(1.5), lambda: open([], "q"),
    lambda: compile(7, "", ""), lambda: compile("", 7, ""), lambda: compile("", "", 7), lambda: compile(7, "", "exec"),
    lambda: compile([], b"a", "eval"), lambda: compile("1", None, "exec"),
    lambda: sorted(1, compare=0), lambda: sorted([2, 1], compare=0), lambda: sorted([2, 1], key=1, reverse=0, foo=2),
    lambda: sorted(1, 2), lambda: sorted(key=len),
    lambda: str(0, 0, 0, tzinfo=0), lambda: str(0, 0, 0, 0), lambda: str(a=1, b=2, c=3, d=4), lambda: str(0, object=1),
    lambda: bytes("a", "utf-8", encoding="utf-8"), lambda: bytes("a", "b", "c", errors="d"), lambda: str(tzinfo=0),
):
    try:
        call()
    except (TypeError, ValueError, FileNotFoundError) as error:
        WORDS.append([type(error).__name__, str(error)])
SORTED = sorted([2, 3, 1], key=None, reverse=True)
