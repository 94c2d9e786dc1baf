# note: A base that is out of range is refused as one, however large it is.
REFUSED = []
for base in (1, 37, -2, 2**63, -(2**70)):
    try:
        int("7", base)
    except ValueError as error:
        REFUSED.append(str(error))
