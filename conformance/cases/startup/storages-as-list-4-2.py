# note: While the old storage settings last, STORAGES must be a dict at once.
# django: 4.2
STORAGES = ["django.core.files.storage.FileSystemStorage"]
