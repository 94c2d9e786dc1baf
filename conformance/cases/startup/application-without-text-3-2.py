# note: An entry that a condition left empty stops Django.
# django: 3.2
# python: 3.10
INSTALLED_APPS = ("django.contrib.auth", "django.contrib.contenttypes", None)
