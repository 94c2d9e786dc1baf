# note: django-on-heroku puts WhiteNoise after the security middleware, and takes more keywords.
# env: DATABASE_URL=postgres://u:p@db.example:5432/shop
# env: CONN_MAX_AGE=30
from pathlib import Path

import django_on_heroku

BASE_DIR = Path(__file__).resolve().parent.parent
MIDDLEWARE = ["first", "django.middleware.security.SecurityMiddleware", "last"]
django_on_heroku.settings(locals(), logging=False, db_ssl_required=False)
