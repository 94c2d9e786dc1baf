# note: Exceptions take no keyword arguments, but those that name what they are about.
PROBLEMS = []
for attempt in (
    lambda: ValueError(setting="DEBUG"),
    lambda: KeyError("DEBUG", default=1),
    lambda: ImportError("no", name="shop").name,
    lambda: NameError("no", name="shop").name,
):
    try:
        PROBLEMS.append(attempt())
    except TypeError as error:
        PROBLEMS.append(str(error))
