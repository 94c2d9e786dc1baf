# note: Calling what is no function.
DEBUG = False
VALUE = DEBUG()
