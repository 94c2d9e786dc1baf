# note: An admin that stands alone asks for an engine of Django, for middleware and for other applications.
INSTALLED_APPS = ["django.contrib.admin"]
