# note: `functools.wraps` gives the wrapper the name and the documentation of what it wraps.
import functools


def logged(function):
    @functools.wraps(function)
    def wrapper(*args):
        """What is logged."""
        return [wrapper.__name__, function(*args)]

    return wrapper


@logged
def hosts(text):
    """The hosts of a text."""
    return text.split(",")


ALLOWED_HOSTS = hosts("a,b")
NAME = hosts.__name__
DOC = hosts.__doc__
INNER = hosts.__wrapped__("c")
