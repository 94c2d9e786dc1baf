# note: A range is matched by a pattern of items, as a list is.
match range(3):
    case [first, *rest]:
        PARTS = [first, rest]
match range(0):
    case []:
        EMPTY = True
match range(2):
    case [0, 2]:
        WRONG = True
    case [0, 1]:
        EXACT = True
