# note: Numbering by itself and by hand do not mix.
URL = "{}:{1}".format("localhost", 80)
