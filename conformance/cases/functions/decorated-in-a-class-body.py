# note: What `classmethod` makes cannot be called itself, in the body of its class say; what `staticmethod` makes can.
class Site:
    @staticmethod
    def port(number):
        return number

    @classmethod
    def name(cls):
        return cls.__name__

    PORT = port(8000)
    try:
        name("x")
    except TypeError as error:
        REFUSED = str(error)


PORT, REFUSED, NAME = Site.PORT, Site.REFUSED, Site.name()
