# note: Choices casts first and compares then; pairs count with their first half.
# env: MODE=2
from decouple import Choices, config

MODE = config("MODE", cast=Choices([1, 2, 3], cast=int))
COLOUR = config("COLOUR", default="red", cast=Choices(choices=[("red", "Red"), ("blue", "Blue")]))
BOTH = config("BOTH", default="x", cast=Choices(["x"], choices=[("y", "Y")]))
