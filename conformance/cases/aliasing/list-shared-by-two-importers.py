# note: A list that two modules import is one list: what one appends, the other has.
from .base import *
from .extra import *

INSTALLED_APPS += ["shop"]
SEEN_BY_EXTRA = seen()
# --- config/base.py ---
INSTALLED_APPS = ["django.contrib.auth"]
# --- config/extra.py ---
from .base import INSTALLED_APPS

INSTALLED_APPS.append("extra")


def seen():
    return list(INSTALLED_APPS)
