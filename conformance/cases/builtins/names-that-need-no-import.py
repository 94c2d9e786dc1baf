# note: A builtin that settings hardly ever use is there all the same: to ask for it is no NameError.
FOUND = []
for name in ("memoryview", "breakpoint", "anext", "license", "no_such_builtin"):
    try:
        eval(name)
        FOUND.append(name)
    except NameError as error:
        FOUND.append(str(error))


def hooked(hook=breakpoint):
    return hook is not None


DEFAULT_IS_THERE = len([memoryview, hooked])
