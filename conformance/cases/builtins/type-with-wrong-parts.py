# note: `type` makes a class of a name, a tuple and a dict only, and the types of `...` and `NotImplemented` take nothing.
WORDS = []
for run in (
    lambda: type("A", 3, {}),
    lambda: type("A", [], {}),
    lambda: type("A", (), 3),
    lambda: type("A", (), []),
    lambda: type(3, (), {}),
    lambda: type(...)({}),
    lambda: type(NotImplemented)(1),
    lambda: type(None)(1),
):
    try:
        run()
    except TypeError as error:
        WORDS.append(str(error))
