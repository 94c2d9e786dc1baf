# note: The site must be a number, which 6.1 finds out in another way.
# django: 6.1
INSTALLED_APPS = ["django.contrib.sites"]
SITE_ID = "1"
