# note: A variable that the platform sets turns development settings into those of production.
# env: DYNO=web.1
# env: DATABASE_URL=postgres://u:p@ec2-1.compute.amazonaws.com:5432/d1
# env: SECRET_KEY=s
import os
import dj_database_url
BASE_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SECRET_KEY = os.environ.get('SECRET_KEY', 'dev')
IS_HEROKU = 'DYNO' in os.environ
DEBUG = not IS_HEROKU
ALLOWED_HOSTS = ['*'] if IS_HEROKU else []
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': os.path.join(BASE_DIR, 'db.sqlite3')}}
db_from_env = dj_database_url.config(conn_max_age=500)
DATABASES['default'].update(db_from_env)
MAX_CONN_AGE = 600
if 'DATABASE_URL' in os.environ:
    DATABASES['default'] = dj_database_url.config(conn_max_age=MAX_CONN_AGE, ssl_require=True)
if 'CI' in os.environ:
    DATABASES['default']['TEST'] = DATABASES['default']
STATIC_ROOT = os.path.join(BASE_DIR, 'staticfiles')
STATICFILES_DIRS = (os.path.join(BASE_DIR, 'static'),)
