# note: OSError with a number is an instance of the class of that number.
try:
    raise OSError(2, "No such file or directory", "secrets.json")
except FileNotFoundError as error:
    KIND = type(error).__name__
    PARTS = (error.errno, error.strerror, error.filename)
    TEXT = str(error)
