# note: The old setting of the static storage and STORAGES exclude each other.
# django: 4.2
STORAGES = {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
STATICFILES_STORAGE = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
