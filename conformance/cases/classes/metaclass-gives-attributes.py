# note: A class asks its metaclass for an attribute that neither it nor its bases have.
class Flags(type):
    def __getattr__(cls, name):
        if name.isupper():
            return f"flag-{name.lower()}"
        raise AttributeError(name)


class Features(metaclass=Flags):
    limit = 5


BETA = Features.BETA
LIMIT = Features.limit
HAS_OTHER = hasattr(Features, "other")
OTHER = getattr(Features, "other", "none")
