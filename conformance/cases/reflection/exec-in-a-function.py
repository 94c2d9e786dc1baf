# note: What `exec` binds inside a function is no global name.
def load(text):
    exec(text)
    return sorted(name for name in globals() if name.isupper())


BEFORE = True
NAMES = load("HIDDEN = 1")


def publish(text):
    exec(text, globals())


publish("SHOWN = 2")
