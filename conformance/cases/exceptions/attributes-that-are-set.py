# note: What an exception says of itself can be set, where the value fits, and mostly not be deleted.
class Wrong(ImportError):
    pass


ERROR = ValueError("first")
ERROR.args = ["second", 2]
ARGS = ERROR.args, str(ERROR)
ERROR.__cause__ = KeyError("x")
CAUSE = repr(ERROR.__cause__), ERROR.__suppress_context__
ERROR.__suppress_context__ = False
SHOWN = ERROR.__suppress_context__
ERROR.__context__ = None
EXIT = SystemExit(1)
EXIT.code = 2
IMPORT = Wrong("gone")
IMPORT.name, IMPORT.path = "shop", "shop.py"
STOP = StopIteration()
STOP.value = "last"
SET = EXIT.code, IMPORT.name, IMPORT.path, STOP.value, ERROR.__context__
del EXIT.code
CODE = EXIT.code
WORDS = []
for name in ("__context__", "__cause__", "__traceback__", "__suppress_context__", "args"):
    try:
        setattr(ERROR, name, 3)
    except TypeError as error:
        WORDS.append(str(error))
    try:
        delattr(ERROR, name)
    except TypeError as error:
        WORDS.append(str(error))
del ERROR, EXIT, IMPORT, STOP
