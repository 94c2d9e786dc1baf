# note: A line of the module is lost where the class has a value of its own, and it has one for each of Django's defaults.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
from configurations import Configuration

SECRET_KEY = "written above the class"
SECURE_SSL_REDIRECT = True
SITE_NAME = "Django knows no such name"


class Production(Configuration):
    DEBUG = False
    SECURE_HSTS_SECONDS = 3600


SECURE_HSTS_SECONDS = 60
SESSION_COOKIE_SECURE = True
