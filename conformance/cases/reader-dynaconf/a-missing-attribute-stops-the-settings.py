# note: A setting that nothing gives has no attribute.
# declared: dynaconf
from dynaconf import Dynaconf

config = Dynaconf(envvar_prefix="APP")
try:
    config["name"]
except KeyError as error:
    SAID = str(error)

SECRET_KEY = config.secret_key
