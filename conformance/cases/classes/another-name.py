# note: A class can be given another name, which its text and its errors then tell.
class Port:
    pass


Alias = Port
Alias.__name__ = "Gate"
NAMES = [Port.__name__, Port.__qualname__, repr(Port)]
Port.__qualname__ = "Gates.Gate"
SHOWN = [repr(Port), type(Port()).__name__]
try:
    Port().number
except AttributeError as error:
    WORDS = str(error)
