# note: `T[0] += …` changes the list and then fails, as the tuple cannot be changed.
PAIR = (["a"], "b")
try:
    PAIR[0] += ["c"]
except TypeError as error:
    MESSAGE = str(error)
