# note: A bracket too many is found where it stands.
MIDDLEWARE = (
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
))
DEBUG = False
