/** A Django project as a tool may have it from an editor, an archive or a web form: texts by path. */

/** Starts on Heroku, in debug mode, with any host. */
export const guestbook: Readonly<Record<string, string>> = {
  Procfile: 'web: gunicorn guestbook.wsgi\nrelease: python manage.py migrate\n',
  '.python-version': '3.13\n',
  'requirements.txt': 'Django==5.2.18\ngunicorn==23.0.0\n',
  'manage.py': `import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guestbook.settings")

if __name__ == "__main__":
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
`,
  'guestbook/__init__.py': '',
  'guestbook/wsgi.py': `import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guestbook.settings")
application = get_wsgi_application()
`,
  'guestbook/urls.py': 'urlpatterns = []\n',
  'guestbook/settings.py': `import os

SECRET_KEY = os.environ["SECRET_KEY"]
DEBUG = True
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "guestbook.urls"
INSTALLED_APPS = ["django.contrib.staticfiles"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
STATIC_URL = "/static/"
STATIC_ROOT = "/app/staticfiles"
`,
};
