# note: What leaves a `with` or a `finally` may swallow that a module is missing, as a handler does.
from contextlib import contextmanager


class Quiet:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        return 1


@contextmanager
def without():
    try:
        yield
    except ImportError:
        pass


with Quiet():
    import missing_module
try:
    FIRST = missing_module
except NameError:
    FIRST = None

with without():
    import missing_module
try:
    SECOND = missing_module
except NameError:
    SECOND = None


def third():
    found = False
    try:
        import missing_module

        found = True
    finally:
        return found


THIRD = third()
