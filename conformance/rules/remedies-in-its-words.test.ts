/** Remedies in the words of what the project has: its releases, its servers, its variables. */

import { expect, test } from 'vitest';
import { findingOf, remedyOf } from './finding-of.js';

test('origins are named under the names that the installed release reads', () => {
  const code = (more: string, requirements = '') =>
    remedyOf('cors/allow-all', {
      'config/settings.py': `MIDDLEWARE = ['corsheaders.middleware.CorsMiddleware']\n${more}`,
      'requirements.txt': requirements,
    })?.code;
  const now = "CORS_ALLOW_ALL_ORIGINS = False\nCORS_ALLOWED_ORIGINS = [\n    'https://app.example.com',\n]";
  expect(code('CORS_ALLOW_ALL_ORIGINS = True\n')).toBe(now);
  expect(code('CORS_ORIGIN_ALLOW_ALL = True\n', 'django-cors-headers==4.4.0\n')).toBe(now);
  const before = "CORS_ORIGIN_ALLOW_ALL = False\nCORS_ORIGIN_WHITELIST = [\n    'https://app.example.com',\n]";
  expect(code('CORS_ORIGIN_ALLOW_ALL = True\n', 'django-cors-headers==3.1.1\n')).toBe(before);
  expect(code('CORS_ORIGIN_ALLOW_ALL = True\n', 'django-cors-headers==2.4.0\n')).toBe(before.replace('https://', ''));
  expect(code("CORS_ALLOW_ALL_ORIGINS = True\nCORS_ALLOWED_ORIGINS = ['https://shop.example.com']\n")).toBe(
    'CORS_ALLOW_ALL_ORIGINS = False',
  );
});

test('a password is read as the settings beside it read theirs', () => {
  const database =
    "DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'PASSWORD': 'hunter2-Sesame9'}}\n";
  const code = (base: string, first = 'from .base import *\n') =>
    remedyOf('database/credentials-hardcoded', {
      'config/__init__.py': '',
      'config/base.py': base,
      'config/settings.py': first + database,
    })?.code;
  expect(code("from decouple import config\nSECRET_KEY = config('SECRET_KEY')\n")).toBe(
    "from decouple import config\n\n'PASSWORD': config('DB_PASSWORD'),",
  );
  const env = "import environ\nenv = environ.Env()\nSECRET_KEY = env('SECRET_KEY')\n";
  expect(code(env)).toBe("'PASSWORD': env.str('DB_PASSWORD'),");
  expect(code(env, 'from .base import SECRET_KEY\n')).toBe("import os\n\n'PASSWORD': os.environ['DB_PASSWORD'],");
});

test('a write-ahead log is advised where the disk can carry one', () => {
  const files = {
    'config/settings.py':
      "DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': __file__ + '.sqlite3'}}\n",
  };
  expect(remedyOf('database/sqlite-in-production', files)?.summary).toContain('write-ahead log');
  const there = remedyOf('database/sqlite-in-production', files, 'pythonanywhere')?.summary;
  expect(there).toMatch(/^Use a database server/);
  expect(there).not.toContain('write-ahead log');
});

test('a module is named in place of another where it switches debug mode off', () => {
  const summary = (production: string) =>
    remedyOf('settings/dev-module-in-production', {
      'config/__init__.py': '',
      'config/settings/__init__.py': '',
      'config/settings/dev.py': 'DEBUG = True\n',
      'config/settings/production.py': production,
      'config/wsgi.py': "import os\nos.environ['DJANGO_SETTINGS_MODULE'] = 'config.settings.dev'\n",
    })?.summary;
  expect(summary('from .dev import *\nDEBUG = False\n')).toBe('Name `config.settings.production` instead.');
  const bad = /^`config\.settings\.production` leaves `DEBUG` on as well/;
  expect(summary('from .dev import *\n')).toMatch(bad);
  expect(summary('from .dev import *\nDEBUG = True\n')).toMatch(bad);
});

test('what imports a package that is given up is replaced with it', () => {
  const summary = (storage: string) =>
    remedyOf('deps/abandoned', {
      'config/settings.py': `DEFAULT_FILE_STORAGE = '${storage}'\n`,
      'requirements.txt': 'Django==1.11.29\nboto==2.49.0\ndjango-storages==1.6.5\n',
    })?.summary;
  expect(summary('storages.backends.s3boto.S3BotoStorage')).toMatch(/`storages\.backends\.s3boto3\.S3Boto3Storage`/);
  expect(summary('shop.storage.Own')).not.toMatch(/s3boto3/);
});

test('a directory that a server hands out already is named for the static files', () => {
  const code = (name: string, text: string) =>
    remedyOf('static/root-missing', {
      'config/settings.py': "INSTALLED_APPS = ['django.contrib.staticfiles']\nSTATIC_URL = '/static/'\n",
      [name]: text,
    })?.code;
  expect(code('uwsgi.ini', '[uwsgi]\nstatic-map = /static=/app/static\n')).toBe("STATIC_ROOT = '/app/static'");
  expect(code('nginx.conf', 'location /static/ {\n    alias /srv/static/;\n}\n')).toBe("STATIC_ROOT = '/srv/static/'");
  expect(code('nginx.conf', 'location /other/ {\n    alias /srv/other/;\n}\n')).not.toContain('/srv/other');
});

test('an address is left whole in the variable that gives it', () => {
  const summary = (name: string) =>
    remedyOf('settings/allowed-hosts-malformed', {
      'config/settings.py': `import os\nfrom dotenv import load_dotenv\nload_dotenv()\nALLOWED_HOSTS = [os.environ.get('${name}', 'localhost')]\n`,
      '.env': `${name}=https://shop.example.com\n`,
      'manage.py': '',
      'requirements.txt': 'Django==5.2.8\npython-dotenv==1.2.2\n',
    })?.summary;
  expect(summary('FRONTEND_URL')).toMatch(/^`FRONTEND_URL` holds a whole address/);
  expect(summary('SITE_HOST')).toBe('Write the host alone into `SITE_HOST`.');
});

test('an application that is not there is told of before migrations are made', () => {
  const files = {
    'config/settings.py': "INSTALLED_APPS = ['shop.orders', 'shop.gone']\n",
    'shop/__init__.py': '',
    'shop/orders/__init__.py': '',
    'shop/orders/models.py': 'from django.db import models\n\n\nclass Order(models.Model):\n    pass\n',
  };
  expect(remedyOf('migrations/missing', files)?.summary).toMatch(/`shop\.gone` has to be there/);
});

test('an API that hands out tokens is given the class that reads them', () => {
  const files = {
    'config/settings.py':
      "ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['rest_framework', 'rest_framework.authtoken', 'shop']\n",
    'config/urls.py':
      "from django.urls import path\nfrom shop.views import Orders\nurlpatterns = [path('orders/', Orders.as_view())]\n",
    'shop/__init__.py': '',
    'shop/views.py':
      'from rest_framework.views import APIView\n\n\nclass Orders(APIView):\n    def post(self, request):\n        Order.objects.all().delete()\n',
  };
  expect(remedyOf('api/drf-permission-open', files)?.code).toContain(
    'rest_framework.authentication.TokenAuthentication',
  );
});

test('a trusted origin of strangers is told what to write', () => {
  const remedy = (origin: string) =>
    remedyOf('csrf/origin-too-broad', { 'config/settings.py': `CSRF_TRUSTED_ORIGINS = ['${origin}']\n` });
  expect(remedy('http://shop.example.com')?.code).toBe("'https://shop.example.com'");
  expect(remedy('https://*.herokuapp.com')?.summary).toMatch(/^Name the origins of this site alone/);
});

test("Django's newest release is asked for where the pin stands, and not in the lock that follows it", () => {
  const lock = (version: string) =>
    `version = 1\nrequires-python = ">=3.12"\n\n[[package]]\nname = "shop"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [{ name = "django" }]\n\n[[package]]\nname = "django"\nversion = "${version}"\nsource = { registry = "https://pypi.org/simple" }\n`;
  const path = (specifier: string) =>
    remedyOf('deps/django-patch-behind', {
      'config/settings.py': '',
      'pyproject.toml': `[project]\nname = "shop"\nversion = "1"\ndependencies = ["django${specifier}"]\n`,
      'uv.lock': lock('5.2.1'),
    })?.path;
  expect(path('==5.2.1')).toBe('pyproject.toml');
  expect(path('>=5.2')).toBe('uv.lock');
});

test('only the variables that take the star away are named, and hosts are taken from the one that holds them', () => {
  const settings = `import os


def listed(name, default=()):
    return [item for item in os.environ.get(name, '').split(',') if item] or list(default)


TRUSTED = listed('TRUSTED_ORIGINS')
ALLOWED_HOSTS = listed('SHOP_HOSTS', ['*'])


def add():
    global TRUSTED, ALLOWED_HOSTS
    url = os.environ.get('SHOP_URL')
    if url:
        TRUSTED.append(url)
        ALLOWED_HOSTS.append(url)


add()
`;
  const finding = findingOf('settings/allowed-hosts-wildcard', { 'config/settings.py': settings });
  expect(finding?.message).toBe('`ALLOWED_HOSTS` holds `*` unless `SHOP_HOSTS` is given.');
  expect(finding?.remedy?.code).toContain("os.environ.get('SHOP_HOSTS'");
});

test('a directory for static files is none that sources of an unknown place name', () => {
  const files = (more: string, base = 'from unipath import Path\nBASE_DIR = Path(__file__).ancestor(2)\n') => ({
    'config/settings.py': `import os\n${base}INSTALLED_APPS = ['django.contrib.staticfiles']\nSTATIC_URL = '/static/'\n${more}`,
    'apache.conf': 'Alias /static/ /home/shop/site/static/\nWSGIScriptAlias / /home/shop/site/config/wsgi.py\n',
  });
  const code = (more: string, base?: string) => remedyOf('static/root-missing', files(more, base))?.code;
  const sources = "STATICFILES_DIRS = (\n    os.path.join(BASE_DIR, 'static'),\n)\nOTHER = 'staticfiles'\n";
  expect(code(sources)).toBe("STATIC_ROOT = BASE_DIR.child('staticfiles')");
  expect(code(sources.replace("'static'", "'staticfiles'"))).toBe("STATIC_ROOT = '/home/shop/site/static/'");
  expect(code(sources, 'BASE_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))\n')).toBe(
    "STATIC_ROOT = os.path.join(BASE_DIR, 'staticfiles')",
  );
});
