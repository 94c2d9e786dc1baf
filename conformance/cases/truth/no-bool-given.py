# note: A `__bool__` must give a bool, also where only its truth is wanted.
class Flag:
    def __bool__(self):
        return 1


try:
    DEBUG = not Flag()
except TypeError as error:
    PROBLEM = str(error)
