# note: A float refuses the third argument of `pow` wherever it stands; other types are named all three.
WORDS = []
for arguments in (
    ("a", 3, 1.0), ("a", 1.0, 2), (1.0, "a", 2), (1, 2, "a"), (1, 2, 1.0), (1, 2, None), ("a", "b", "c"), ([], 2, 3), (1.0, 2, 3), (True, 2, 3),
):
    try:
        WORDS.append(pow(*arguments))
    except TypeError as error:
        WORDS.append(str(error))
