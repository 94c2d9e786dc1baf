# note: LOCALE_PATHS must be a list or a tuple, says Django 3.2 with a space at the end.
# django: 3.2
LOCALE_PATHS = 'locale'
SECRET_KEY = 'x'
