# note: BooleanValue knows yes, y, true and 1, and their opposites; "on" stops the settings.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
# env: DJANGO_DEBUG=on
from configurations import Configuration, values


class Production(Configuration):
    DEBUG = values.BooleanValue(False)
