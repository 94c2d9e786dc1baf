# note: A bracket that is never closed is reported at the line where it opens.
DEBUG = False
ALLOWED_HOSTS = ['a'
X = 1
