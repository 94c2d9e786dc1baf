# note: `ABCMeta` makes classes as `ABC` does: what is abstract cannot be called, and keywords are refused.
from abc import ABC, ABCMeta, abstractmethod


class Reader(metaclass=ABCMeta):
    @abstractmethod
    def read(self):
        return 1


class Fixed(Reader):
    def read(self):
        return 2


READ = Fixed().read(), type(Fixed).__name__, type(ABC).__name__, isinstance(Fixed(), Reader), issubclass(Fixed, Reader)
WORDS = []
for run in (Reader,):
    try:
        run()
    except TypeError as error:
        WORDS.append(str(error))
