# note: A list is indexed by whole numbers and slices only.
DATABASES = [{"default": {}}]
DEFAULT = DATABASES["default"]
