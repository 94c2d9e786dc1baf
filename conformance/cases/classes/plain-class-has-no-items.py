# note: A class that is not generic cannot be subscripted, until it says how.
class Database:
    name = "shop"


class Registry:
    def __class_getitem__(cls, key):
        return f"{cls.__name__}:{key}"


CACHE = Registry["cache"]
try:
    NAME = Database["name"]
except TypeError as error:
    REFUSED = str(error)
