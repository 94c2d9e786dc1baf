# note: What `suppress` is given is looked at when an exception comes; what it is called with by name is refused at once.
import contextlib
from contextlib import contextmanager, nullcontext, suppress

WORDS = []


def note(run):
    try:
        run()
    except (TypeError, KeyError) as error:
        WORDS.append([type(error).__name__, str(error)])
    else:
        WORDS.append("fine")


@contextmanager
def held():
    yield 1


def inside(manager, raises=None):
    def run():
        with manager:
            if raises:
                raise raises("key")

    return run


for run in (
    inside(suppress("KeyError")),
    inside(suppress("KeyError"), KeyError),
    inside(suppress(KeyError, "KeyError"), KeyError),
    inside(suppress("KeyError", KeyError), KeyError),
    inside(suppress((KeyError, ValueError)), KeyError),
    inside(suppress(), KeyError),
    inside(contextlib.suppress),
    inside(held),
    lambda: suppress(types=KeyError),
    lambda: nullcontext(1, 2),
):
    note(run)
with nullcontext(3) as THREE, nullcontext() as NOTHING:
    pass
