# note: Three dots that were written for "and so on" are an object, whose name Django cannot take apart.
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes"]
INSTALLED_APPS += [
    ...,
    "django.contrib.messages",
]
