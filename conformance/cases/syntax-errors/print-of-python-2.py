# note: The print statement of Python 2 is a syntax error.
DEBUG = False
print "hello"
