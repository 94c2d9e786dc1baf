# note: A decorator that no function follows is a mistake of the line after it.
REGISTRY = []


@REGISTRY.append
DEBUG = False
