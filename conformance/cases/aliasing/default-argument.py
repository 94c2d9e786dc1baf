# note: A default is made once, when the function is defined, and is shared by all calls.
def register(name, registry=[]):
    registry.append(name)
    return registry


FIRST = register("a")
SECOND = register("b")
IS_ONE_LIST = FIRST is SECOND
