# note: A variable that says it is a number and is none stops the settings.
# declared: dynaconf
# setup: dynaconf
# env: DJANGO_INT=@int five
import dynaconf

SECRET_KEY = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"

settings = dynaconf.DjangoDynaconf(__name__)
