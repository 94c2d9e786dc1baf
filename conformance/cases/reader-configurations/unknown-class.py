# note: A class that the module lacks stops the settings.
# setup: configurations
# env: DJANGO_CONFIGURATION=Staging
from configurations import Configuration


class Production(Configuration):
    DEBUG = False
