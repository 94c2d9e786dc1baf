# note: An instance stands for no class where one is asked for, unless it says itself what belongs to it.
import contextlib
import pathlib


class Host:
    pass


class Answers:
    def __instancecheck__(self, value):
        return value == 5


def caught(*types):
    with contextlib.suppress(*types):
        raise KeyError("HOST")


WORDS = []
for trial in (
    lambda: isinstance(5, Host()), lambda: issubclass(int, Host()), lambda: isinstance(5, (str, Host())),
    lambda: isinstance(5, pathlib.Path()), lambda: caught(pathlib.Path()), lambda: caught(Host()), lambda: caught(3),
):
    try:
        trial()
    except TypeError as error:
        WORDS.append(str(error))
NOT_ASKED = [caught(KeyError, 3), caught((ValueError, KeyError)), isinstance(5, (int, Host()))]
