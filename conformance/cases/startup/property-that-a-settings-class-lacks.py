# note: A property of a settings class that raises stops the settings when all members are asked for.
import inspect


class Base:
    @property
    def SECRET_KEY(self):
        raise NotImplementedError("SECRET_KEY is missing")


MEMBERS = inspect.getmembers(Base())
