# note: A name that is not defined is placed at its own line of a list.
INSTALLED_APPS = [
    "django.contrib.auth",
    shop_app,
]
