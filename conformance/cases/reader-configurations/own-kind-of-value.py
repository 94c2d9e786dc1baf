# note: A project may teach its own kind of value.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
# env: DJANGO_HOSTS=a b
from configurations import Configuration, values


class WordsValue(values.Value):
    def to_python(self, value):
        return super().to_python(value).split()


class ShortValue(values.CastingMixin, values.Value):
    caster = len


class Production(Configuration):
    HOSTS = WordsValue([])
    MISSING = WordsValue(["default"])
    LENGTH = ShortValue(environ_name="HOSTS")
