# note: A dict of few pairs evaluates all of its keys and values before it hashes a key.
CALLS = []


def say(value):
    CALLS.append(value)
    return value


try:
    FEW = {[]: say("host"), "port": say(5432)}
except TypeError as error:
    REFUSED = str(error)
try:
    MANY = {
        say(1): "", say(2): "", say(3): "", say(4): "", say(5): "", say(6): "", say(7): "", say(8): "",
        say(9): "", say(10): "", say(11): "", say(12): "", say(13): "", say(14): "", []: "", say(16): "",
    }
except TypeError as error:
    ALSO = str(error)
try:
    MERGED = {"a": say("a"), [1]: say("b"), **say({"c": 1})}
except TypeError as error:
    LAST = str(error)
LOGGING = {{"handlers": ["console"]}: "INFO", "root": MISSING}
