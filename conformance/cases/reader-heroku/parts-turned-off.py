# note: Each part can be turned off; without DATABASE_URL the databases stay as they are.
import django_heroku

SECRET_KEY = "local"
ALLOWED_HOSTS = ["shop.example"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db.sqlite3"}}
django_heroku.settings(locals(), staticfiles=False, logging=False, allowed_hosts=False, test_runner=False)
