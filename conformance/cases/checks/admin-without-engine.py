# note: The admin asks for an engine of Django, for middleware and for other applications.
INSTALLED_APPS = ["django.contrib.admin"]
