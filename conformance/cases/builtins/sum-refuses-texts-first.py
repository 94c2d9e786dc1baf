# note: `sum` refuses to add up texts before it asks for the first of them.
MESSAGES = []
for call in [
    lambda: sum(map(int, ["x"]), ""),
    lambda: sum([], b""),
    lambda: sum(3, ""),
]:
    try:
        call()
    except (TypeError, ValueError) as error:
        MESSAGES.append(str(error))
