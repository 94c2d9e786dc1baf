# note: A metaclass that looks at the names of a class finds those of its body, whatever else Python puts beside them.
import os


class Collect(type):
    made = []

    def __new__(mcs, name, bases, attrs):
        if attrs.get("abstract"):
            raise ValueError(name + " is abstract")
        mcs.made.append((name, "hosts" in attrs, [key for key in attrs if not key.startswith("_")]))
        for key, value in list(attrs.items()):
            if key.startswith("DB_"):
                attrs["database_" + key[3:].lower()] = value
        if "EXTRA" in os.environ:
            attrs["extra"] = True
        return super().__new__(mcs, name, bases, attrs)


class Site(metaclass=Collect):
    hosts = ["shop.acme.io"]
    DB_NAME = "shop"

    def __repr__(self):
        return super().__repr__()


ALLOWED_HOSTS = Site.hosts
NAME = Site.database_name
EXTRA = hasattr(Site, "extra")
MADE = Collect.made
OTHERS = [hasattr(Site, name) for name in ("DB_NAME", "DB_HOST", "database_host")]
