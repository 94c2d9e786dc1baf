# note: Mappings, sequences and context managers of the library are made of abstract classes, so that their class is `ABCMeta`.
import configparser
import contextlib
import os
from pathlib import Path


@contextlib.contextmanager
def maintenance():
    yield


CLASSES = [
    type(type(one)).__name__
    for one in (
        os.environ,
        os.environ.keys(),
        os.environ.values(),
        os.environ.items(),
        Path("/srv/shop").parents,
        maintenance(),
        contextlib.suppress(KeyError),
        configparser.ConfigParser(),
    )
]
PLAIN = type(Path).__name__
