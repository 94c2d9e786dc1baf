# note: Whether a class is true is for its class to say; mappings of the library are no keys.
import configparser
import os


class Meta(type):
    def __bool__(cls):
        return False

    def __len__(cls):
        return 3


class Empty(metaclass=Meta):
    pass


class Sized(type):
    def __len__(cls):
        return 0


class None_(metaclass=Sized):
    pass


TRUTH = bool(Empty), not Empty, bool(None_), len(Empty), bool(Empty()), Empty or "other"
WORDS = []
for key in (os.environ, configparser.ConfigParser()):
    try:
        WORDS.append({key: 1})
    except TypeError as error:
        WORDS.append(str(error))
