# note: What an exception tells is a member of its class too.
MEMBERS = [
    hasattr(OSError, "errno"), hasattr(OSError, "strerror"), hasattr(FileNotFoundError, "filename"), hasattr(ImportError, "name"),
    hasattr(ModuleNotFoundError, "path"), hasattr(StopIteration, "value"), hasattr(SystemExit, "code"), hasattr(ValueError, "errno"),
    hasattr(SyntaxError, "msg"), hasattr(NameError, "name"), hasattr(AttributeError, "obj"), hasattr(KeyError, "args"),
]
TOLD = [OSError("a").errno, StopIteration(3).value]
PROBLEMS = []
for value in [range, OSError, 5, {1}, print]:
    try:
        reversed(value)
    except TypeError as error:
        PROBLEMS.append(str(error))
