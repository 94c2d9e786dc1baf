# note: What is collected must not be collected from where it goes.
import os

BASE_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
INSTALLED_APPS = ["django.contrib.staticfiles"]
STATIC_URL = "static/"
STATIC_ROOT = os.path.join(BASE_DIR, "config", "")
STATICFILES_DIRS = [os.path.join(BASE_DIR, "config")]
