# note: The static files part reads BASE_DIR, and stops without it.
import django_heroku

MIDDLEWARE = []
django_heroku.settings(locals())
