# note: Sequences make their own type of a default, so that a text falls into its characters.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
from configurations import Configuration, values


class Production(Configuration):
    ALLOWED_HOSTS = values.ListValue("a.b")
    PAIR = values.TupleValue(["x", "y"])
    NUMBERS = values.ListValue(["1", "2"], converter=int)
    EMPTY = values.ListValue(), values.TupleValue(), values.DictValue()
