# note: The names are looked at in their order in the alphabet.
LOCALE_PATHS = "locale"
INSTALLED_APPS = {"django.contrib.auth"}
