# note: What every object has of its class cannot be set on a plain one, which has no place for anything else either.
WORDS = []
for name in ("__setattr__", "__eq__", "__init__", "__doc__", "__hash__", "__weakref__", "__module__", "port"):
    try:
        setattr(object(), name, 0)
    except AttributeError as error:
        WORDS.append(str(error))
