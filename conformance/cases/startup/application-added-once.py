# note: A list of applications without doubles starts.
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes"]
for name in ("django.contrib.auth", "django.contrib.messages"):
    if name not in INSTALLED_APPS:
        INSTALLED_APPS.append(name)
