# note: An application that is listed twice stops Django.
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes"]
INSTALLED_APPS += ["django.contrib.messages", "django.contrib.auth"]
