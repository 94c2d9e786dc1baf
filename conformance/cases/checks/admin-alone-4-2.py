# note: In Django 4.2 the admin asks for an engine of Django, for middleware and for other applications.
# django: 4.2
INSTALLED_APPS = ["django.contrib.admin.apps.AdminConfig", "django.contrib.contenttypes.apps.ContentTypesConfig"]
MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware"]
