# note: A value can be set in a Dynaconf object, and then counts.
# declared: dynaconf
# env: APP_NAME=variable
from dynaconf import Dynaconf

config = Dynaconf(envvar_prefix="APP", TABLE={"a": 1})
BEFORE = config.NAME
config.set("name", "set")
config["other"] = (1, 2)
config.set("table.b", 2)

SECRET_KEY = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"
NAME = config.NAME, config.other
TABLE = config.table
