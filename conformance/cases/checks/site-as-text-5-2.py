# note: The site must be a number.
import os

INSTALLED_APPS = ["django.contrib.sites"]
SITE_ID = os.environ.get("SITE_ID", "1")
