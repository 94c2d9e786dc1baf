# note: While the old storage settings last, an entry of STORAGES must be a dict at once.
# django: 4.2
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage",
}
