# note: Only classes of exceptions are called when they are raised, and a note is a text.
CALLS = []


class Settings:
    def __init__(self):
        CALLS.append("made")


def refused(run):
    try:
        run()
    except TypeError as error:
        return str(error)


def raise_plain():
    raise Settings


def raise_type():
    raise type


def raise_from():
    raise ValueError("port") from Settings


REFUSED = [refused(raise_plain), refused(raise_type), refused(raise_from), refused(lambda: ValueError("port").add_note(80))]
