# note: A list plus a tuple is an error.
INSTALLED_APPS = ["a"] + ("b",)
