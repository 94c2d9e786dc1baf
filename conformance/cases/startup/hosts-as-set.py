# note: ALLOWED_HOSTS as a set stops Django, which looks at it before INSTALLED_APPS.
INSTALLED_APPS = {'django.contrib.auth'}
ALLOWED_HOSTS = set()
