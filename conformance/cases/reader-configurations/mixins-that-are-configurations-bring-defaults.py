# note: A mixin that is itself a Configuration carries every default of Django's, over what the next base says.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
from configurations import Configuration


class Base(Configuration):
    DEBUG = True
    TIME_ZONE = "Europe/Berlin"
    SITE = "base"


class Plain:
    SITE = "plain mixin"


class Whole(Configuration):
    EXTRA = "whole mixin"


class Production(Plain, Whole, Base):
    pass
