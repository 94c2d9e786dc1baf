# note: What cannot be called chooses no members: `inspect.getmembers` calls it for the first one.
import inspect


class Live:
    DEBUG = False


WORDS = []
for thing in (Live, Live(), 3, "live", [Live]):
    try:
        inspect.getmembers(thing, "DEBUG")
        WORDS.append("fine")
    except TypeError as error:
        WORDS.append(str(error))
