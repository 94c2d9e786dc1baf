# note: Only exceptions can be thrown into a generator, by their class or as they are.
def hosts():
    yield "a"


PROBLEMS = []
for arguments in [(False,), (3,), (None,), ("a",), (int,), ([],), (ValueError,), (ValueError, "b"), (ValueError("c"),),
                  (ValueError("d"), "e"), (ValueError, ("f", "g"))]:
    try:
        hosts().throw(*arguments)
    except (TypeError, ValueError) as error:
        PROBLEMS.append([type(error).__name__, str(error)])
