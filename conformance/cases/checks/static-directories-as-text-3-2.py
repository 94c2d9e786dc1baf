# note: Up to 3.2 each letter of the text is looked at as well.
# django: 3.2
INSTALLED_APPS = ["django.contrib.staticfiles"]
STATIC_URL = "/static/"
STATIC_ROOT = "/"
STATICFILES_DIRS = ("/tmp/")
