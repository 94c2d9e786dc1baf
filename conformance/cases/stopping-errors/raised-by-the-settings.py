# note: Settings may refuse to start, and the place is that of the `raise`.
import os
from django.core.exceptions import ImproperlyConfigured
DEBUG = os.environ.get('DEBUG') == '1'
if not DEBUG and not os.environ.get('SECRET_KEY'):
    raise ImproperlyConfigured('SECRET_KEY is required in production')
