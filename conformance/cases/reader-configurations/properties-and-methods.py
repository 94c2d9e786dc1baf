# note: Properties are read and methods are called; a method may give a value that reads the environment.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
# env: DJANGO_LATE=given
from configurations import Configuration, pristinemethod, values


class Production(Configuration):
    ROOT = "/srv/shop"

    @property
    def MEDIA_ROOT(self):
        return self.ROOT + "/media"

    def STATIC_ROOT(self):
        return self.ROOT + "/static"

    @classmethod
    def NAME(cls):
        return cls.__name__

    def LATE(self):
        return values.Value("default")

    @staticmethod
    def COUNT():
        return 3

    LAMBDA = lambda self: self.ROOT
