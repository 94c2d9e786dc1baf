# note: STORAGES replaces the default as a whole, so the storage of static files must be in it.
INSTALLED_APPS = ["django.contrib.staticfiles"]
STATIC_URL = "/static/"
STORAGES = {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
