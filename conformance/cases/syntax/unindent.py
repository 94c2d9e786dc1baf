# note: A line that goes back to no level before it is an IndentationError.
DEBUG = False
if not DEBUG:
    ALLOWED_HOSTS = ["example.org"]
  SECURE_SSL_REDIRECT = True
