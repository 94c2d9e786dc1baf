# note: `functools.wraps` gives the wrapper the name, the text and the attributes of the function.
from functools import wraps


def logged(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        return ["called", function(*args, **kwargs)]

    return wrapper


@logged
def engine(name):
    """The engine of a database."""
    return "django.db.backends." + name


ENGINE = engine("sqlite3")
NAME, TEXT = engine.__name__, engine.__doc__
UNWRAPPED = engine.__wrapped__("mysql")
