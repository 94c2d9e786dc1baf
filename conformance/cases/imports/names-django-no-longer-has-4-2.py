# note: A name that Django 4.2 does not have cannot be imported, and the settings go on without it.
# django: 4.2
try:
    from django.utils import six
except ImportError:
    six = None
try:
    from django.utils.translation import ugettext_lazy as _
except ImportError:
    from django.utils.translation import gettext_lazy as _
    RENAMED = True
else:
    RENAMED = False
try:
    from django.core.urlresolvers import reverse_lazy
    OLD_URLS = True
except ModuleNotFoundError as error:
    OLD_URLS = str(error)
try:
    import django.utils.csp
    POLICY = "django"
except ImportError:
    POLICY = "package"
try:
    from django.utils.encoding import force_text
    TEXT = "force_text"
except ImportError as error:
    TEXT = type(error).__name__

HAS_SIX = six is not None
LAZY = callable(_)
