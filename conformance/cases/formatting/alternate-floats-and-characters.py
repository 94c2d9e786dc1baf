# note: The alternate form of a float has a point also before its power, and `%c` takes no object.
POINTS = f"{1e22:#}", f"{1e-7:#}", f"{1.5e22:#}", f"{1.5:#}", f"{1e22:#,}"
try:
    "%c" % object()
except TypeError as error:
    WORDS = str(error)
