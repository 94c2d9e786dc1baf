# note: An apostrophe without a partner stops the settings.
# env: TITLES=Rock'n Roll,Jazz
from decouple import Csv, config

TITLES = config("TITLES", cast=Csv())
