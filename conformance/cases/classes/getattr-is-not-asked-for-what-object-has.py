# note: A `__getattr__` is asked for what is not found, and what `object` gives every value is found.
class Settings:
    def __getattr__(self, name):
        return name.upper()


settings = Settings()
ASKED = settings.debug, settings.__len__
FOUND = [settings.__class__ is Settings, settings.__dict__]
