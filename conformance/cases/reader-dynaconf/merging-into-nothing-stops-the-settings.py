# note: A nested list that asks to be merged stops the settings where there is nothing to merge it into.
# declared: dynaconf
# setup: dynaconf
# env: DJANGO_TABLE__new=["a", "dynaconf_merge"]
import dynaconf

SECRET_KEY = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"
TABLE = {"old": ["b"]}

settings = dynaconf.DjangoDynaconf(__name__)
