# note: The cast is for the default as well, and without a cast the default is what it is.
from decouple import Csv, config

PORT = config("PORT", default="8000", cast=int)
RATIO = config("RATIO", default=1, cast=float)
OPEN = config("OPEN", default=True)
NAMES = config("NAMES", default="a, b", cast=Csv())
KEPT = config("KEPT", default=["a"])
TEXT = config("TEXT", default=None, cast=str)
