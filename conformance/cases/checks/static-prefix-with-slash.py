# note: A prefix of static files must not end with a slash.
INSTALLED_APPS = ["django.contrib.staticfiles.apps.StaticFilesConfig"]
STATIC_URL = "/static/"
STATICFILES_DIRS = [("downloads/", "/tmp"), ("images", "/var")]
