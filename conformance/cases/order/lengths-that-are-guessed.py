# note: An iterator is asked to guess its length where a list is made of it: by `join`, by a slice and by a starred name too, though not by what it comes from.
ASKED = []


class Hosts:
    def __init__(self, guess):
        self.guess = guess
        self.left = 3

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if not self.left:
            raise StopIteration
        return f"host{self.left}"

    def __length_hint__(self):
        ASKED.append("guess")
        if self.guess is None:
            raise KeyError("guess")
        return self.guess


class Zone:
    def __init__(self, guess):
        self.guess = guess

    def __iter__(self):
        return Hosts(self.guess)


def sliced(value):
    hosts = ["first", "second"]
    hosts[:1] = value
    return hosts


def starred(value):
    first, *others = value
    return [first, others]


for guess in (2, None):
    for kind in (Hosts, Zone):
        for make in (",".join, list, tuple, sliced, starred, lambda value: [*value], sorted, bytes, b"".join):
            try:
                ASKED.append(make(kind(guess)))
            except (KeyError, TypeError) as error:
                ASKED.append(type(error).__name__)
