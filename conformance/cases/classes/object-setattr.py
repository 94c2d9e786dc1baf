# note: A class that intercepts its attributes sets them with `object.__setattr__`.
class Options:
    def __setattr__(self, name, value):
        object.__setattr__(self, name.upper(), [value])

    def __getattr__(self, name):
        return "no " + name


options = Options()
options.debug = False
DEBUG = options.DEBUG
OTHER = options.debug
ALL = vars(options)
