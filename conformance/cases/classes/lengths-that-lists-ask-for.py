# note: What makes a list or a tuple asks for the length first: it may fail, or have effects; a TypeError is as no length.
CALLS = []


class Hosts:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        CALLS.append("length")
        if isinstance(self.length, Exception):
            raise self.length
        return self.length

    def __iter__(self):
        CALLS.append("items")
        return iter(["a.org", "b.org"])


def taken(hosts):
    taken = []
    taken += hosts
    return taken


def guessed(*given):
    return len(given)


MADE = []
for length in (2, TypeError("none"), ValueError("closed"), -1):
    for make in (list, tuple, sorted, taken, lambda hosts: [*hosts], lambda hosts: guessed(*hosts), set, any, lambda hosts: ",".join(hosts)):
        try:
            MADE.append(make(Hosts(length)))
        except ValueError as error:
            MADE.append(str(error))


class Guess:
    def __length_hint__(self):
        CALLS.append("guess")
        return 1

    def __iter__(self):
        return iter("ab")


GUESSED = list(Guess()), set(Guess())
