# note: A DOTENV file that is not there stops the settings.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
from configurations import Configuration


class Production(Configuration):
    DOTENV = "nowhere.env"
