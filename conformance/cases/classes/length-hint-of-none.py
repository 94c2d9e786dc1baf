# note: A guess at a length has to be a number: one that is None is refused, unlike one that a TypeError keeps back.
class Hosts:
    def __init__(self, guess):
        self.guess = guess

    def __iter__(self):
        return iter(["a.org"])

    def __length_hint__(self):
        return self.guess() if callable(self.guess) else self.guess


UNGUESSED = list(Hosts(lambda: int(None)))
LEFT_OUT = list(Hosts(NotImplemented))
try:
    HOSTS = list(Hosts(None))
except TypeError as error:
    HOSTS = str(error)
