# note: A mutable attribute of a class is shared by its instances and subclasses until one assigns its own.
class Base:
    APPS = ["a"]


class Production(Base):
    pass


Production().APPS.append("b")
BASE_APPS = Base.APPS
Production.APPS = Production.APPS + ["c"]
AFTER = (Base.APPS, Production.APPS)
