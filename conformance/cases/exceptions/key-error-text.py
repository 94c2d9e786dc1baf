# note: The text of a KeyError is the key as it would be written.
TEXTS = []
for key in ("name", 1, ("a", 1), None):
    try:
        {}[key]
    except KeyError as error:
        TEXTS.append(str(error))
