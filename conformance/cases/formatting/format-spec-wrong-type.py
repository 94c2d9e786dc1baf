# note: A format code has to fit the value.
SHOWN = "{:d}".format("8000")
