# note: Without the old storage settings nothing looks into STORAGES at the start.
STORAGES = {"default": "django.core.files.storage.FileSystemStorage", "staticfiles": {}}
