# note: The name of a handler that is a member already is refused on the line of the handler.
from enum import Enum


class Level(Enum):
    try:
        try:
            unknown_name
        except NameError as error:
            pass
    except TypeError as error:
        pass
