# note: `inspect.getmembers` gives what an object, a class or a module has, in the order of the names: so classes become settings.
import inspect
import sys


class Base:
    DEBUG = False

    @property
    def SECRET_KEY(self):
        raise NotImplementedError("SECRET_KEY is missing")

    @property
    def NAMES(self):
        return [self.DEBUG, "base"]

    def load(self, module):
        for name, value in inspect.getmembers(self):
            if name.isupper() and not name.startswith("_"):
                setattr(sys.modules[module], name, value)


class Live(Base):
    SECRET_KEY = "live"
    ALLOWED_HOSTS = ["shop.example"]

    def __init__(self):
        self.STATIC_URL = "/static/"


Live().load(__name__)
CLASSES = [name for name, value in inspect.getmembers(sys.modules[__name__], inspect.isclass)]
OF_A_CLASS = [name for name, value in inspect.getmembers(Live) if name.isupper()]
FUNCTIONS = [name for name, value in inspect.getmembers(Base, inspect.isfunction)]
KINDS = [inspect.isclass(str), inspect.isclass(Live), inspect.isclass(3), inspect.ismodule(sys), inspect.isfunction(len)]
