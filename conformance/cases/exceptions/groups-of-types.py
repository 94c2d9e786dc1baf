# note: A handler takes a tuple of types and their subclasses; the first that fits wins.
CAUGHT = []
for broken in (lambda: {}["a"], lambda: [][0], lambda: int("x"), lambda: open):
    try:
        broken()
    except (KeyError, ValueError) as error:
        CAUGHT.append(type(error).__name__)
    except LookupError as error:
        CAUGHT.append(str(error))
    else:
        CAUGHT.append("fine")
