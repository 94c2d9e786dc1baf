# note: `exec` and `eval` refuse what is no dict to run in before they look at the code, which may be bytes.
space = {}
exec(b"SHOWN = 2", space)
SHOWN = space["SHOWN"]


def refused(run, *arguments):
    try:
        return run(*arguments)
    except TypeError as error:
        return str(error)


GLOBALS = [refused(run, 5, one) for run in (exec, eval) for one in ("a", 5, globals, [1], object)]
LOCALS = [refused(run, "1", {}, one) for run in (exec, eval) for one in (5, globals)]
CODE = [refused(run, one, {}) for run in (exec, eval) for one in (object, len, range(3), ...)]
