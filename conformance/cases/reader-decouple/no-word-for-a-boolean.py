# note: A text that is no word for a boolean stops the settings.
# env: DEBUG=maybe
from decouple import config
DEBUG = config('DEBUG', cast=bool)
