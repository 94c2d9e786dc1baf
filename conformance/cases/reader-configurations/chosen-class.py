# note: The attributes of the class that DJANGO_CONFIGURATION names become settings, over the names of the module.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
from configurations import Configuration

SITE = "module"
DEBUG = True


class Base(Configuration):
    INSTALLED_APPS = ["django.contrib.auth"]
    lower = "not a setting"
    _HIDDEN = "nor this"


class Development(Base):
    DEBUG = True


class Production(Base):
    DEBUG = False
    INSTALLED_APPS = Base.INSTALLED_APPS + ["shop"]
    MIDDLEWARE = Configuration.MIDDLEWARE + ["shop.middleware.Basket"]


LAST = "after the class"
