# note: django_heroku.settings writes a dozen settings over those of the module.
# env: DATABASE_URL=postgres://u:p@db.example:5432/shop
# env: SECRET_KEY=from-heroku
import os

import django_heroku

BASE_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SECRET_KEY = "local"
ALLOWED_HOSTS = ["shop.example"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db.sqlite3"}}
STATIC_URL = "/assets/"
django_heroku.settings(locals())
