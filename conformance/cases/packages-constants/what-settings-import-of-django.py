# note: Message levels, global settings and Django's version are those of the release, and a lazy translation is its text.
from django.contrib import messages
from django.contrib.messages import constants as message_constants
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
LANGUAGES = [('en', _('English')), ('de', _('German'))]
MESSAGE_TAGS = {messages.ERROR: 'danger', message_constants.DEBUG: 'secondary'}
MESSAGE_LEVEL = message_constants.INFO
from django.conf import global_settings
FORMATS = len(global_settings.DATE_INPUT_FORMATS)
HANDLERS = list(global_settings.FILE_UPLOAD_HANDLERS)
import django
MAJOR = django.VERSION[0], django.VERSION >= (5, 0)
try:
    raise ImproperlyConfigured('x')
except ImproperlyConfigured as error:
    RAISED = str(error)
