# note: A list is no key.
CACHES = {}
CACHES[["default"]] = {"BACKEND": "locmem"}
