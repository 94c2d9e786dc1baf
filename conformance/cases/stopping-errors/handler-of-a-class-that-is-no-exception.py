# note: Every class that a handler names must be one of exceptions, also where another of them fits.
DEBUG = "yes"
try:
    DEBUG = {"on": True}[DEBUG]
except (KeyError, str):
    DEBUG = False
