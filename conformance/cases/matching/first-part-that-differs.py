# note: A pattern is left at its first part that does not match: what follows is not worked out.
import os

TAKEN = []
match [1, 2]:
    case [3, os.nothing]:
        TAKEN.append("sequence")
    case [3, len()]:
        TAKEN.append("class")
    case _:
        TAKEN.append("other")
match {"a": 1, "b": 2}:
    case {"a": 2, "b": os.nothing}:
        TAKEN.append("mapping")
    case {"a": 1, "b": 2, "c": 3, os.nothing: 4}:
        TAKEN.append("longer mapping")
    case {"a": 1}:
        TAKEN.append("shorter mapping")
match 5:
    case int(real=6, imag=os.nothing):
        TAKEN.append("attributes")
    case _:
        TAKEN.append("neither")
