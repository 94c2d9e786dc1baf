# note: django_heroku asks dj_database_url.config for an option that releases before 0.5 do not take.
# version: dj-database-url==0.4.1
# env: DATABASE_URL=postgres://u:p@db.example:5432/shop
import os

import django_heroku

BASE_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db.sqlite3"}}
django_heroku.settings(locals())
