# note: Without DJANGO_CONFIGURATION nothing can be loaded.
# setup: configurations
from configurations import Configuration


class Production(Configuration):
    DEBUG = False
