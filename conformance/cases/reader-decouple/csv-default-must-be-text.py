# note: Csv wants text: an empty list as the default stops the settings.
from decouple import Csv, config

CORS_ORIGINS = config("CORS_ORIGINS", default=[], cast=Csv())
