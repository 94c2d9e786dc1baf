# note: A blank beside the word is no boolean, and stops the settings in the words of the newest release.
# env: DEBUG= true
from decouple import config

DEBUG = config("DEBUG", default=False, cast=bool)
