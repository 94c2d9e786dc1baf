# note: Two underscores in a variable's name lead into a dict, whose keys are found in any case.
# declared: dynaconf
# setup: dynaconf
# env: DJANGO_DATABASES__default__NAME=other
# env: DJANGO_DATABASES__default__port=5433
# env: DJANGO_DATABASES__replica__NAME=second
# env: DJANGO_CACHES__Default__options__max=3
# env: DJANGO_NEW__a__b=[1]
# env: DJANGO_HOSTS__names=["c"]
import dynaconf

SECRET_KEY = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "one", "PORT": 5432}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX": 1, "b": 2}}}
HOSTS = {"names": ["a", "b"], "n": 1}

settings = dynaconf.DjangoDynaconf(__name__)
