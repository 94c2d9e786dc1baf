/** A project that runs on Harbour: texts by path. */

/** Nearly ready: it logs to a disk that is not kept, and Harbour cannot ask whether it is well. */
export const till: Readonly<Record<string, string>> = {
  'harbour.json': `{
  "app": "till",
  "processes": {
    "web": "gunicorn till.wsgi --bind 0.0.0.0:$PORT",
    "worker": "celery -A till worker"
  }
}
`,
  'requirements.txt': 'Django==5.2.18\ngunicorn==23.0.0\npsycopg[binary]==3.2.3\ncelery==5.4.0\n',
  'manage.py': "import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'till.settings')\n",
  'till/__init__.py': 'from .celery import app\n',
  'till/celery.py': `import os

from celery import Celery

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'till.settings')
app = Celery('till')
`,
  'till/wsgi.py': `import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'till.settings')
application = get_wsgi_application()
`,
  'till/urls.py': 'urlpatterns = []\n',
  'till/settings.py': `import os

SECRET_KEY = os.environ['SECRET_KEY']
DEBUG = False
ALLOWED_HOSTS = ['till.shop.io']
ROOT_URLCONF = 'till.urls'
DATABASES = {
    'default': {
        'ENGINE': 'django.db.backends.postgresql',
        'NAME': 'till',
        'HOST': os.environ['DATABASE_HOST'],
        'PASSWORD': os.environ['DATABASE_PASSWORD'],
    }
}
LOGGING = {
    'version': 1,
    'disable_existing_loggers': False,
    'handlers': {'file': {'class': 'logging.FileHandler', 'filename': '/srv/app/till.log'}},
    'root': {'handlers': ['file'], 'level': 'INFO'},
}
SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')
SECURE_SSL_REDIRECT = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
`,
};
