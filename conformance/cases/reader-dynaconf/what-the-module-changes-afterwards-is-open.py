# note: What the module assigns after dynaconf has taken its place is seen by one part of Django and not by another.
# declared: dynaconf
# setup: dynaconf
# unknown: DEBUG, LATER
import dynaconf

SECRET_KEY = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"
DEBUG = False
NAME = "same"

settings = dynaconf.DjangoDynaconf(__name__)
DEBUG = True
NAME = "same"
LATER = 1
