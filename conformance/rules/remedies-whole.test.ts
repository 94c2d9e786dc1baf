/** Remedies after which the same report, or Django itself, finds nothing that they left behind. */

import { expect, test } from 'vitest';
import { findingOf, remedyOf } from './finding-of.js';

const compose = (image: string) => ({
  'compose.yaml': `services:\n  web:\n    build: .\n    restart: always\n  db:\n    image: ${image}\n`,
  Dockerfile: 'FROM python:3.13-slim\nCOPY . /app\nCMD ["gunicorn", "config.wsgi:application"]\n',
  'manage.py': '',
});

test.each([
  ['postgres', '/var/lib/postgresql'],
  ['postgres:latest', '/var/lib/postgresql'],
  ['postgres:18-alpine', '/var/lib/postgresql'],
  ['postgres:17', '/var/lib/postgresql/data'],
  ['postgis/postgis:16-3.4', '/var/lib/postgresql/data'],
  ['mariadb:11', '/var/lib/mysql'],
])('the volume of %s lies where its version keeps its data', (image, directory) => {
  const remedy = remedyOf('docker/database-volume-missing', compose(image), 'docker');
  expect(remedy?.code).toContain(`      - db_data:${directory}\n`);
});

test('what every site may read is closed to none that the site has in production', () => {
  const remedy = (origins: string) =>
    remedyOf('cors/allow-all', {
      'config/settings.py': `INSTALLED_APPS = ['corsheaders']\nMIDDLEWARE = ['corsheaders.middleware.CorsMiddleware']\nCORS_ALLOWED_ORIGINS = [${origins}]\nCORS_ALLOW_ALL_ORIGINS = True\n`,
      'requirements.txt': 'django-cors-headers==4.9.0\n',
    });
  expect(remedy("'https://shop.test.org', 'http://localhost:3000'")?.code).toBe('CORS_ALLOW_ALL_ORIGINS = False');
  const local = remedy("'http://localhost:3000', 'http://192.168.1.4:3000', 'http://10.0.2.2:8000'");
  expect(local?.summary).toMatch(/Name the origins of production: those in `CORS_ALLOWED_ORIGINS` are machines of/);
  expect(local?.code).toContain("CORS_ALLOWED_ORIGINS = [\n    'https://app.example.com',\n]");
  expect(local?.place).toBe('part');
});

test('each line that sets a storage the old way is named: Django refuses one beside STORAGES', () => {
  const remedy = (more: string) =>
    remedyOf('settings/deprecated-setting', {
      'config/settings.py': `DEBUG = False\n${more}if not DEBUG:\n    STATICFILES_STORAGE = 'whitenoise.storage.CompressedManifestStaticFilesStorage'\n`,
      'requirements.txt': 'Django==4.2.9\n',
    });
  expect(remedy('')?.place).toBe('instead');
  const two = remedy("STATICFILES_STORAGE = 'whitenoise.storage.CompressedStaticFilesStorage'\n");
  expect(two?.summary).toContain('`config/settings.py`, lines 2 and 4');
  expect(two?.place).toBe('part');
});

test('a mail server of a template is replaced with the backend that throws mail away', () => {
  const remedy = (server: string) =>
    remedyOf('email/backend-not-real', {
      'config/settings.py': `import os\n${server}EMAIL_BACKEND = 'django.core.mail.backends.dummy.EmailBackend'\nROOT_URLCONF = 'config.urls'\n`,
      'config/urls.py':
        "from django.urls import include, path\nurlpatterns = [path('a/', include('django.contrib.auth.urls'))]\n",
    });
  expect(remedy("EMAIL_HOST = 'smtp.shop.org'\n")?.code).toBe(
    "EMAIL_BACKEND = 'django.core.mail.backends.smtp.EmailBackend'",
  );
  const whole = remedy(
    "EMAIL_USE_TLS = False\nEMAIL_HOST = 'your_email_host'\nEMAIL_PORT = 'your_email_port'\nEMAIL_HOST_USER = 'email_host_user'\nEMAIL_HOST_PASSWORD = 'email_host_password'\n",
  );
  expect(whole?.code).toMatch(
    /EMAIL_HOST = .*\nEMAIL_HOST_USER = .*\nEMAIL_HOST_PASSWORD = .*\nEMAIL_PORT = 587\nEMAIL_USE_TLS = True$/,
  );
  expect(whole?.summary).toMatch(/`EMAIL_HOST`, `EMAIL_PORT`, .* hold values of a template/);
});

test.each([
  ['Dockerfile', 'RUN python manage.py compilemessages', true],
  [
    'Dockerfile',
    'RUN DATABASE_URL="" \\\n  DJANGO_SETTINGS_MODULE="config.test" \\\n  python manage.py compilemessages',
    false,
  ],
  ['Dockerfile', `RUN echo 'alias run="python3 manage.py runserver"' >> ~/.bashrc && \\\n    echo done`, false],
  ['.gitpod.dockerfile', 'RUN python manage.py migrate', false],
])('a step of %s that does not load the settings of production needs no key: %s', (path, step, needed) => {
  const remedy = remedyOf('settings/secret-key-hardcoded', {
    'config/settings.py': "SECRET_KEY = 'django-insecure-r4c0@k1b=7w5u1g0pd'\n",
    'config/wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
    [path]: `FROM python:3.13-slim\nCOPY . /app\n${step}\n`,
  });
  expect(remedy?.summary.includes('as the image is built')).toBe(needed);
});

test('a lock is made of the file that there is, with a path that is there', () => {
  const locked = remedyOf('deps/no-lock', {
    'config/settings.py': "ROOT_URLCONF = 'config.urls'\n",
    'src/setup.py':
      "from setuptools import setup\nsetup(name='shop', install_requires=['django>=4.2,<5', 'pytz>=2020.1,<2026'])\n",
  });
  expect(locked?.code).toBe('uv pip compile src/setup.py -o src/requirements.txt');
  const again = remedyOf('deps/lock-out-of-step', {
    'config/settings.py': "ROOT_URLCONF = 'config.urls'\n",
    'requirements/base.in': 'django\npytz\n',
    'requirements/base.txt':
      '#\n# This file is autogenerated by pip-compile with Python 3.13\n# by the following command:\n#\n#    pip-compile /workspaces/shop/requirements/base.in\n#\ndjango==5.2.8\n    # via -r /workspaces/shop/requirements/base.in\n',
  });
  expect(again?.code).toBe('pip-compile requirements/base.in\ngit add requirements/base.txt');
});

test('mail that is sent for certain is shown before a call that may never run', () => {
  const finding = findingOf('email/backend-not-real', {
    'config/settings.py':
      "EMAIL_BACKEND = 'django.core.mail.backends.console.EmailBackend'\nROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['shop']\n",
    'config/urls.py':
      "from django.urls import include, path\nfrom shop import views\nurlpatterns = [path('a/', include('allauth.urls')), path('b/', views.tell)]\n",
    'shop/__init__.py': '',
    'shop/views.py':
      'from django.core.mail import send_mail\n\n\ndef tell(request):\n    to = []\n    if to:\n        send_mail("a", "b", None, to)\n',
  });
  expect(finding?.evidence.at(-1)?.location.path).toBe('config/urls.py');
});
