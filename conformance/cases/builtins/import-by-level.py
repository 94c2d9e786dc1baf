# note: `__import__` reads its level first, which is a number that C can hold.
SAID = []
for arguments in ((1, 0, 0, 0, ""), (1,), ("os", None, None, (), -1), ("os", {}, None, (), 1.0), ("os", {}, None, (), 2**40)):
    try:
        __import__(*arguments)
    except (TypeError, ValueError, OverflowError) as error:
        SAID.append([type(error).__name__, str(error)])
NAME = __import__("os", {}, {}, (), False).__name__
