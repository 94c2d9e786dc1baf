# note: `type` makes classes of a text, a tuple and a dict, and refuses others in that order.
MESSAGES = []
for parts in [(3, 3, 3), ("T", 3, 3), ("T", [], {}), ("T", "x", {}), ("T", (), None), ("T", (), not {}), ("T", ()), ()]:
    try:
        type(*parts)
    except TypeError as error:
        MESSAGES.append(str(error))
