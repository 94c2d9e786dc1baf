# note: With db_colors each HEROKU_POSTGRESQL variable becomes a database of its colour.
# env: HEROKU_POSTGRESQL_RED_URL=postgres://u:p@red.example/shop
import django_heroku

DATABASES = {"default": {}}
django_heroku.settings(locals(), db_colors=True, staticfiles=False, logging=False)
