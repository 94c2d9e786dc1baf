# note: Classes build on one another: what a base says counts until a nearer class says otherwise.
class Base:
    DEBUG = False
    APPS = ["shop"]

    @classmethod
    def summary(cls):
        return f"{cls.__name__} {cls.DEBUG} {len(cls.APPS)}"


class Mixin:
    APPS = Base.APPS + ["tools"]


class Local(Mixin, Base):
    DEBUG = True


SUMMARY = Local.summary()
ORDER = [cls.__name__ for cls in Local.__mro__]
BASE_SUMMARY = super(Local, Local).summary()
