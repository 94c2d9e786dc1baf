# note: An exception class of the project may make its own text, and is caught by its bases.
class ConfigurationError(Exception):
    def __init__(self, name, hint):
        super().__init__(name)
        self.hint = hint

    def __str__(self):
        return "%s is not set (%s)" % (self.args[0], self.hint)


raise ConfigurationError("SECRET_KEY", "see the handbook")
