# note: The parts of a function are set to values of their types alone.
def mailer(port=25):
    return port


WORDS = []
for name in ("__name__", "__qualname__", "__defaults__", "__kwdefaults__", "__annotations__", "__code__"):
    try:
        setattr(mailer, name, 5)
    except TypeError as error:
        WORDS.append(str(error))
