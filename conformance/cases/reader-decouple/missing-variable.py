# note: A variable without a default that is nowhere set stops the settings.
from decouple import config
SECRET_KEY = config('SECRET_KEY')
