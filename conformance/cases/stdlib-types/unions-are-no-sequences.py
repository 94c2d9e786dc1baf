# note: A union of types takes brackets, but nothing is in it.
SAID = []
for call in (
    lambda: 0 in (str | int),
    lambda: list(str | int),
    lambda: [*(str | int)],
    lambda: (str | int)[0],
):
    try:
        SAID.append(call())
    except TypeError as error:
        SAID.append(str(error))
