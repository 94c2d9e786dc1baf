# note: A `__repr__` that gives no text is refused as the `__str__` that it stands for, where a text is asked for.
class Shown:
    def __repr__(self):
        return None


WORDS = []
for show in (
    lambda: str(Shown()), lambda: repr(Shown()), lambda: f"{Shown()}", lambda: f"{Shown()!r}", lambda: "%s" % Shown(),
    lambda: "%r" % Shown(), lambda: "{}".format(Shown()), lambda: str([Shown()]), lambda: ascii(Shown()),
):
    try:
        show()
    except TypeError as error:
        WORDS.append(str(error))
