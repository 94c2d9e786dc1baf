# note: A SecretValue has no default: without its variable the settings stop.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
from configurations import Configuration, values


class Production(Configuration):
    SECRET_KEY = values.SecretValue()
