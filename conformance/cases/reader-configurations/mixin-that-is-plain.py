# note: A plain mixin brings only what it says.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
from configurations import Configuration


class Base(Configuration):
    DEBUG = True
    SITE = "base"


class Secure:
    SESSION_COOKIE_SECURE = True
    SITE = "mixin"


class Production(Secure, Base):
    DEBUG = False
