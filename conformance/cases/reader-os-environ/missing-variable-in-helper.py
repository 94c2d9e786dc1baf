# note: An error that a helper raises has its place in the helper, not at the call.
import os
from django.core.exceptions import ImproperlyConfigured


def get_env(name):
    try:
        return os.environ[name]
    except KeyError:
        raise ImproperlyConfigured('Set the %s environment variable' % name)


SECRET_KEY = get_env('SECRET_KEY')
