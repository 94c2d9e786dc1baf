# note: `open` refuses modes that do not go together, and names that are none.
WORDS = []
for arguments in (
    ("x", "q"), ("x", "rr"), ("x", "rw"), ("x", "rbt"), ("x", ""), ("x", "b"), ("",), ("a\0b",), ("x", "rb", -1, "utf-8"), ([],), (None,),
):
    try:
        open(*arguments)
    except (TypeError, ValueError, FileNotFoundError) as error:
        WORDS.append([type(error).__name__, str(error)])
try:
    open("config/settings.py").read("x")
except TypeError as error:
    WORDS.append(str(error))
