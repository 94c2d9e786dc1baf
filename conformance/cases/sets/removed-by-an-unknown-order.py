# note: Whether an item is in what is left of a set is not known: where it has to be, neither is whether the settings load.
# unknown: LEFT
first, *rest = {3, 'a'}
try:
    rest.remove(3)
    LEFT = rest
except ValueError:
    LEFT = None
