# note: What is raised in a `finally` has the error that is under way for its context, and a bare `raise` there raises it again.
CONTEXTS = []
try:
    try:
        PORT = {}["PORT"]
    finally:
        assert 0, "no port"
except AssertionError as error:
    CONTEXTS.append([type(error.__context__).__name__, str(error)])

try:
    try:
        int("x")
    finally:
        raise
except ValueError as error:
    CONTEXTS.append([type(error).__name__, error.__context__])

try:
    try:
        pass
    finally:
        raise LookupError("nothing before")
except LookupError as error:
    CONTEXTS.append(error.__context__)
