# note: The names of `django.conf.global_settings` are those of Django's release: another one cannot be imported.
try:
    from django.conf.global_settings import TEMPLATE_CONTEXT_PROCESSORS
except ImportError as error:
    TEMPLATE_CONTEXT_PROCESSORS = type(error).__name__
from django.conf import global_settings

HAS_OLD = hasattr(global_settings, "MIDDLEWARE_CLASSES")
LANGUAGES = global_settings.LANGUAGES[:2]
NOOP = global_settings.gettext_noop("Name")
