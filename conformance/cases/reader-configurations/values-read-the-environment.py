# note: A value reads the variable that has its name behind the prefix DJANGO_, when the class is chosen.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
# env: DJANGO_DEBUG= Yes
# env: DJANGO_ALLOWED_HOSTS=a.example, b.example,,
# env: DJANGO_PORT=8443
# env: DJANGO_LIMITS={"day": 10}
# env: DJANGO_PAIRS=1,2;3
# env: SHOP_NAME=corner
# env: PLAIN=bare
from configurations import Configuration, values


class Production(Configuration):
    DEBUG = values.BooleanValue(False)
    ALLOWED_HOSTS = values.ListValue(["localhost"])
    PORT = values.PositiveIntegerValue(80)
    RATE = values.FloatValue(0.5)
    LIMITS = values.DictValue()
    PAIRS = values.SingleNestedListValue(converter=int)
    TAGS = values.SetValue({"x"})
    NAME = values.Value("none", environ_prefix="SHOP")
    PLAIN = values.Value(environ_prefix=None)
    FIXED = values.Value("kept", environ=False)
