# note: A value object is read under each of its names; with a name given it is read at once, while the class is made.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
# env: DJANGO_TEMPLATE_DEBUG=no
# env: DJANGO_HOST=db.example
from configurations import Configuration, values


class Production(Configuration):
    DEBUG = values.BooleanValue(True)
    TEMPLATE_DEBUG = DEBUG
    BEFORE = "on" if DEBUG else "off"
    HOST = values.Value("localhost", environ_name="HOST")
    URL = "https://" + HOST
