# note: The line of an error is the line of the expression that raises it, also in the middle of a list.
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    EXTRA_APP,
    "shop",
]
