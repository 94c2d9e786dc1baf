# note: A call of what is no function names the type that cannot be called.
DEBUG = False
VALUE = DEBUG()
