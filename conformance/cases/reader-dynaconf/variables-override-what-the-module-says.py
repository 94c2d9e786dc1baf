# note: A variable with the prefix overrides a setting, or adds one; its text is TOML, or stays a text.
# declared: dynaconf
# setup: dynaconf
# env: DJANGO_DEBUG=False
# env: DJANGO_ALLOWED_HOSTS=["a.example", 'b.example']
# env: DJANGO_NUMBER=1_000
# env: DJANGO_FLOAT=1e3
# env: DJANGO_UPPER=TRUE
# env: DJANGO_YES=yes
# env: DJANGO_SPACES= true 
# env: DJANGO_QUOTED="with \u00e9"
# env: DJANGO_TABLE={host="db", ports=[1, "two"]}
# env: DJANGO_EMPTY=
# env: DJANGO_ZEROS=007
# env: DJANGO_HEX=0xFF
# env: DJANGO_COMMENT=true # said so
# env: DJANGO_URL=https://a.example/?b=c
# env: DJANGO_SECRET_KEY=from-the-environment-and-long-enough-0123456789-abcdefgh
# env: DYNACONF_OTHER=the general prefix counts as well
# env: OTHER_DEBUG=True
import dynaconf

SECRET_KEY = "of the module"
DEBUG = True
ALLOWED_HOSTS = []

settings = dynaconf.DjangoDynaconf(__name__)
