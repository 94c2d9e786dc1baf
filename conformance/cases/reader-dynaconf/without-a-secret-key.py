# note: Where neither the module nor a file nor a variable gives a secret key, Django refuses as dynaconf takes its place.
# declared: dynaconf
# setup: dynaconf
import dynaconf

DEBUG = True

settings = dynaconf.DjangoDynaconf(__name__)
