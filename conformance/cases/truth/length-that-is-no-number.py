# note: What has a length and no `__bool__` is true by its length, which has to be a whole number that fits.
class Server:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length


class Settings(dict):
    def __len__(self):
        return None


class Flags(dict):
    def __bool__(self):
        return 5


TRUE = bool(Server(0)), bool(Server(True)), not Server(3)
WORDS = []
for asked in (
    lambda: bool(Server(None)),
    lambda: not Server("x"),
    lambda: bool(Server(2**70)),
    lambda: bool(Server(-1)),
    lambda: [1 for one in [1] if Server(None)],
    lambda: bool(Settings(a=1)),
    lambda: not Flags(),
):
    try:
        WORDS.append(asked())
    except (TypeError, ValueError, OverflowError) as error:
        WORDS.append([type(error).__name__, str(error)])
