/** One finding milder, or worse, than another of its rule: what decides is what else the project does. */
import { recommended, resolve } from '@django-golive/core';
import { heroku } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.js';
import { type Files, findingOf } from './finding-of.js';

const severityOf = (...of: Parameters<typeof findingOf>) => findingOf(...of)?.severity;
const site = (settings: string, more: Files = {}): Files => ({ 'config/settings.py': settings, ...more });

describe('settings', () => {
  test('a storage of files that this Django ignores, where nothing stores any', () => {
    const id = 'settings/removed-setting';
    const files = (models: string) =>
      site("INSTALLED_APPS = ['shop']\nDEFAULT_FILE_STORAGE = 'storages.backends.s3boto3.S3Boto3Storage'\n", {
        'requirements.txt': 'Django==5.2.8\n',
        'shop/__init__.py': '',
        'shop/models.py': `from django.db import models\n\n\nclass Product(models.Model):\n    ${models}\n`,
      });
    expect(severityOf(id, files('name = models.CharField(max_length=9)'))).toBe('low');
    expect(severityOf(id, files('manual = models.FileField()'))).toBe('high');
  });

  test('a session cookie that browsers drop keeps everybody from signing in', () => {
    const id = 'cookies/session-samesite-weak';
    const sessions = "MIDDLEWARE = ['django.contrib.sessions.middleware.SessionMiddleware']\n";
    expect(severityOf(id, site(`${sessions}SESSION_COOKIE_SAMESITE = 'None'\n`))).toBe('high');
    expect(severityOf(id, site(`${sessions}SESSION_COOKIE_SAMESITE = False\n`))).toBe('medium');
  });

  test('a cache that keeps nothing costs more than time where limits lie in it', () => {
    const id = 'cache/dummy-in-production';
    const cache = "CACHES = {'default': {'BACKEND': 'django.core.cache.backends.dummy.DummyCache'}}\n";
    const pages = {
      'shop/__init__.py': '',
      'shop/views.py': 'from django.views.decorators.cache import cache_page\n',
    };
    const files = site(`${cache}INSTALLED_APPS = ['shop']\nROOT_URLCONF = 'config.urls'\n`, {
      ...pages,
      'config/urls.py': 'from shop import views\n\nurlpatterns = []\n',
    });
    expect(severityOf(id, files)).toBe('low');
    const limits =
      "REST_FRAMEWORK = {'DEFAULT_THROTTLE_CLASSES': ['rest_framework.throttling.AnonRateThrottle'], 'DEFAULT_THROTTLE_RATES': {'anon': '9/min'}}\n";
    expect(severityOf(id, site(`${cache}${limits}`))).toBe('medium');
  });

  test('a place for collected files that only collectstatic goes to', () => {
    const id = 'structure/cwd-dependent-paths';
    expect(severityOf(id, site("STATIC_ROOT = 'collected'\n"))).toBe('low');
    expect(severityOf(id, site("MEDIA_ROOT = 'uploads'\n"))).toBe('medium');
    const whitenoise = "MIDDLEWARE = ['whitenoise.middleware.WhiteNoiseMiddleware']\n";
    expect(severityOf(id, site(`${whitenoise}STATIC_ROOT = 'collected'\n`))).toBe('medium');
    expect(severityOf(id, site("STATICFILES_DIRS = ['assets']\n"))).toBe('low');
    expect(severityOf(id, site("WHITENOISE_USE_FINDERS = True\nSTATICFILES_DIRS = ['assets']\n"))).toBe('medium');
    expect(severityOf(id, site("INSTALLED_APPS = ['compressor']\nSTATICFILES_DIRS = ['assets']\n"))).toBe('medium');
  });

  test('templates that only a relative directory leads to, and those that an application brings anyway', () => {
    const id = 'structure/cwd-dependent-paths';
    const engine = (directory: string) =>
      `INSTALLED_APPS = ['shop']\nTEMPLATES = [{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'DIRS': ['${directory}'], 'APP_DIRS': True}]\n`;
    const files = (directory: string, more: Files = {}) =>
      site(engine(directory), {
        'manage.py': '',
        'shop/__init__.py': '',
        'shop/templates/shop/home.html': "{% extends 'base.html' %}",
        'shop/templates/shop/cart.html': "{% extends 'base.html' %}",
        'templates/base.html': '<title>Shop</title>',
        ...more,
      });
    expect(severityOf(id, files('shop/templates'))).toBe('low');
    expect(severityOf(id, files('./templates'))).toBe('medium');
    expect(severityOf(id, files('./templates'), 'apache-ubuntu')).toBe('critical');
    const alone = { 'shop/templates/shop/cart.html': '', 'shop/templates/shop/list.html': '' };
    expect(severityOf(id, files('./templates', alone), 'apache-ubuntu')).toBe('high');
    const host = (options: string) => ({
      'apache/shop.conf': `<VirtualHost *:80>\nServerName shop.example.org\nWSGIDaemonProcess shop ${options}\nWSGIProcessGroup shop\nWSGIScriptAlias / /srv/shop/config/wsgi.py\n</VirtualHost>\n`,
      'config/wsgi.py': 'application = None\n',
    });
    expect(severityOf(id, files('./templates', host('python-path=/srv/shop')), 'apache-ubuntu')).toBe('critical');
    expect(severityOf(id, files('./templates', host('home=/srv/shop')), 'apache-ubuntu')).toBe('medium');
  });
});

test('a Python that came out after its Django stops what needs what Python took away, and is else only untested', () => {
  const id = 'deps/python-django-mismatch';
  const files = (django: string, python: string, more: Files = {}): Files => ({
    '.python-version': `${python}\n`,
    'requirements.txt': `Django==${django}\n`,
    ...more,
  });
  expect(severityOf(id, files('3.2.25', '3.13'))).toBe('high');
  expect(severityOf(id, files('4.2.28', '3.13'))).toBe('medium');
  const near = findingOf(id, files('3.2', '3.10'));
  expect(near?.severity).toBe('low');
  expect(near?.remedy?.summary).toBe('Use Django 3.2.9 or a later 3.2, which supports Python 3.10.');
  const workflow = (python: string, run: string) => ({
    '.github/workflows/test.yml': `on: push\njobs:\n  test:\n    steps:\n      - uses: actions/setup-python@v6\n        with:\n          ${python}\n      - run: ${run}\n`,
  });
  const on = (python: string, run = 'python manage.py test') => files('4.2.28', '3.13', workflow(python, run));
  expect(severityOf(id, on("python-version: '3.13'"))).toBe('low');
  expect(severityOf(id, on('python-version-file: .python-version', 'pipenv run test:coverage'))).toBe('low');
  expect(severityOf(id, on("python-version: '3.12'"))).toBe('medium');
  expect(severityOf(id, on('python-version-file: .python-version', 'ruff check'))).toBe('medium');
});

describe('databases', () => {
  test('a known password to a server on the machine itself needs a way onto it', () => {
    const id = 'database/credentials-hardcoded';
    const files = (host: string) =>
      site(
        `DATABASES = {'default': {'ENGINE': 'django.db.backends.mysql', 'PASSWORD': 'gT7-vv19Lk',${host} 'NAME': 'x'}}\n`,
      );
    expect(severityOf(id, files(''))).toBe('high');
    expect(severityOf(id, files(" 'HOST': '127.0.0.1',"))).toBe('high');
    expect(severityOf(id, files(" 'HOST': 'db.example.org',"))).toBe('critical');
  });

  test('a published database is open to everybody where its password is known or there is none', () => {
    const id = 'docker/database-port-published';
    const files = (service: string) =>
      site('DEBUG = False\n', {
        'compose.yaml': `services:\n  web:\n    build: .\n    restart: always\n    environment:\n      DJANGO_SETTINGS_MODULE: config.settings\n  data:\n${service}`,
        Dockerfile: 'FROM python:3.13-slim\nCOPY . /app\nCMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n',
        'manage.py': '',
      });
    const postgres = '    image: postgres:17\n    ports: ["5432:5432"]\n    environment:\n      POSTGRES_PASSWORD: ';
    const redis = '    image: redis:8\n    ports: ["6379:6379"]\n';
    const of = (service: string) => severityOf(id, files(service), 'docker');
    expect(of(`${postgres}postgres\n`)).toBe('critical');
    expect(of(`${postgres}\${DB_PASSWORD}\n`)).toBe('high');
    expect(of('    image: postgres:17\n    ports: ["5432:5432"]\n    env_file: .env.db\n')).toBe('high');
    expect(of(redis)).toBe('critical');
    expect(of(`${redis}${'    command: redis-server --requirepass ${REDIS_PASSWORD}\n'}`)).toBe('high');
  });

  test('models without migrations keep migrate from running where one of them is the user', () => {
    const id = 'migrations/missing';
    const files = (settings: string, more: Files = {}) =>
      site(`INSTALLED_APPS = ['django.contrib.admin', 'django.contrib.auth', 'people']\n${settings}`, {
        'people/__init__.py': '',
        'people/models.py':
          'from django.contrib.auth.models import AbstractUser\n\n\nclass Person(AbstractUser):\n    pass\n',
        ...more,
      });
    const user = "AUTH_USER_MODEL = 'people.Person'\n";
    const empty = { 'people/migrations/__init__.py': '' };
    expect(severityOf(id, files(user, empty))).toBe('critical');
    expect(severityOf(id, files('', empty))).toBe('high');
    expect(severityOf(id, files(user))).toBe('high');
    const server = "DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql'}}\n";
    expect(severityOf(id, files(`${user}${server}`))).toBe('critical');
  });
});

describe('files', () => {
  test('a directory from which pages take nothing but the icon', () => {
    const id = 'static/dir-missing';
    const files = (name: string, more: Files = {}) =>
      site(
        "from pathlib import Path\n\nBASE_DIR = Path(__file__).resolve().parent.parent\nINSTALLED_APPS = ['django.contrib.staticfiles', 'shop']\nSTATIC_URL = 'static/'\nSTATIC_ROOT = '/srv/static'\nSTATICFILES_DIRS = [BASE_DIR / 'assets']\nTEMPLATES = [{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'DIRS': [BASE_DIR / 'pages']}]\n",
        {
          'pages/base.html': `{% load static %}<link rel="icon" href="{% static '${name}' %}">\n`,
          'manage.py': '',
          ...more,
        },
      );
    expect(severityOf(id, files('img/favicon.ico'))).toBe('low');
    expect(severityOf(id, files('css/site.css'))).toBe('medium');
    const environment = { 'venv/Lib/site-packages/widgets.py': "class Media:\n    js = ['x.js']\n" };
    const app = { 'shop/__init__.py': '', 'shop/static/shop/site.css': '', ...environment };
    expect(severityOf(id, files('shop/site.css', app))).toBe('low');
    expect(severityOf(id, files('shop/other.css', app))).toBe('medium');
  });

  test('a view of files for a directory that is not there', () => {
    const id = 'urls/serve-in-production';
    const files = (more: Files) =>
      site("ROOT_URLCONF = 'config.urls'\n", {
        'config/urls.py':
          "from django.urls import re_path\nfrom django.views.static import serve\n\nurlpatterns = [re_path(r'^site/(?P<path>.*)$', serve, {'document_root': 'site'})]\n",
        ...more,
      });
    expect(severityOf(id, files({}))).toBe('low');
    expect(severityOf(id, files({ 'site/index.html': '' }))).toBe('medium');
  });

  test('uploads without a directory that a site in debug mode serves', () => {
    const id = 'media/root-missing';
    const files = (debug: string) =>
      site(`DEBUG = ${debug}\nROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['shop']\n`, {
        'requirements.txt': 'Django==5.2.8\n',
        'shop/__init__.py': '',
        'shop/models.py':
          'from django.db import models\n\n\nclass Product(models.Model):\n    picture = models.ImageField()\n',
        'config/urls.py':
          'from django.conf import settings\nfrom django.conf.urls.static import static\n\nurlpatterns = []\nurlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)\n',
      });
    expect(severityOf(id, files('True'))).toBe('critical');
    expect(severityOf(id, files('False'))).toBe('medium');
  });
});

describe('proxies', () => {
  const id = 'https/proxy-ssl-header-missing';
  const apps =
    "INSTALLED_APPS = ['django.contrib.admin']\nMIDDLEWARE = ['django.middleware.csrf.CsrfViewMiddleware']\n";
  const files = (settings: string, django = '5.2.8') => site(settings, { 'requirements.txt': `Django==${django}\n` });

  test('whose HTTPS Django does not see keep forms from being taken', () => {
    expect(severityOf(id, files(apps), 'heroku')).toBe('high');
    expect(severityOf(id, files(apps, '3.2.25'), 'heroku')).toBe('medium');
    expect(severityOf(id, files(`${apps}CSRF_TRUSTED_ORIGINS = ['https://shop.example.com']\n`), 'heroku')).toBe(
      'medium',
    );
    expect(severityOf(id, files("MIDDLEWARE = ['django.middleware.csrf.CsrfViewMiddleware']\n"), 'heroku')).toBe(
      'medium',
    );
  });

  test('that can be gone around, where nothing asks how the request came', () => {
    const published = (settings: string) =>
      site(`SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')\n${settings}`, {
        'compose.yaml':
          'services:\n  web:\n    build: .\n    restart: always\n    ports: ["8000:8000"]\n    environment:\n      DJANGO_SETTINGS_MODULE: config.settings\n',
        Dockerfile: 'FROM python:3.13-slim\nCOPY . /app\nCMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n',
        'manage.py': '',
      });
    const of = (settings: string) => severityOf('https/proxy-ssl-header-spoofable', published(settings), 'docker');
    expect(of('')).toBe('low');
    expect(of('SECURE_SSL_REDIRECT = True\n')).toBe('high');
  });
});

test('a superuser that the first migrate makes is on every site', () => {
  const id = 'secrets/account-in-code';
  const code = "    User.objects.create_superuser('admin', 'a@example.org', 'kR7-tree-99')\n";
  const migration = `from django.db import migrations\n\n\ndef make(apps, schema_editor):\n${code}\n\nclass Migration(migrations.Migration):\n    operations = [migrations.RunPython(make)]\n`;
  const app = { 'shop/__init__.py': '', 'shop/migrations/__init__.py': '' };
  const settings = "INSTALLED_APPS = ['shop']\n";
  expect(severityOf(id, site(settings, { ...app, 'shop/migrations/0001_initial.py': migration }))).toBe('critical');
  expect(severityOf(id, site(settings, { ...app, 'scripts/setup.py': `def make():\n${code}` }))).toBe('high');
});

test('a superuser that any visitor can make is as bad, and a staff page that makes it is not', () => {
  const page = (guard: string) => ({
    'config/urls.py':
      "from django.urls import path\nfrom shop.views import prepare\n\nurlpatterns = [path('p/', prepare)]\n",
    'shop/__init__.py': '',
    'shop/views.py': `from django.contrib.auth.decorators import login_required\nfrom django.contrib.auth.models import User\nfrom django.http import HttpResponse\n\n\n${guard}def prepare(request):\n    User.objects.create_superuser('admin', 'a@example.org', 'kR7-tree-99')\n    return HttpResponse('done')\n`,
  });
  const settings = "ROOT_URLCONF = 'config.urls'\n";
  const severity = (guard: string) => severityOf('secrets/account-in-code', site(settings, page(guard)));
  expect([severity(''), severity('@login_required\n')]).toEqual(['critical', 'high']);
});

test('Heroku releases nothing where collectstatic stops, and a page that asks for a file alone is an error', () => {
  const entries = resolve([...recommended, ...heroku.rules]);
  const entry = entries.find(({ rule }) => rule.id === 'static/manifest-file-missing');
  expect([entry?.severity, entry?.messages]).toEqual(['critical', ['reference', 'map']]);
  expect(entries.find(({ rule }) => rule.id === 'deps/import-not-declared')?.severity).toBe('critical');
  const rule = catalogue().find((one) => one.rule.id === 'headers/csp-inert')?.rule;
  expect(rule?.severity).toBe('low');
});

test('the password of a database is worse where a port leads to it', () => {
  const severity = (ports: string, name = 'POSTGRES_PASSWORD') =>
    findingOf(
      'docker/secret-in-compose',
      {
        'compose.yml': `services:\n  db:\n    image: postgres:17\n    environment:\n      ${name}: s4lm0n-river\n${ports}`,
        Dockerfile: 'FROM python:3.13\n',
      },
      'docker',
    )?.severity;
  expect(severity('')).toBe('high');
  expect(severity('    ports: ["127.0.0.1:5432:5432"]\n')).toBe('high');
  expect(severity('    ports: ["5432:5432"]\n')).toBe('critical');
  expect(severity('    ports: ["10.0.0.5:5432:5432"]\n')).toBe('critical');
  expect(severity('', 'BACKUP_TOKEN')).toBe('critical');
});

test("the keys that MySQL makes for itself are its directory's", () => {
  const key = `-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n'.repeat(4)}-----END PRIVATE KEY-----\n`;
  const files = { 'config/settings.py': 'DEBUG = False\n', 'db/ca-key.pem': key, 'db/auto.cnf': '[auto]\n' };
  expect(findingOf('secrets/key-file-committed', files)).toBeUndefined();
  expect(findingOf('secrets/database-committed', files)?.message).toContain("`db`, a database server's data directory");
});

test('the table of contents of a dump says nothing of its rows', () => {
  const dump =
    'PGDMP\u0001\u000e COPY public.auth_user (id) FROM stdin;\n COPY public.auth_user_groups (id) FROM stdin;\n';
  const files = { 'config/settings.py': 'DEBUG = False\n', 'crm.sql': dump };
  expect(findingOf('secrets/database-committed', files)?.message).toBe('`crm.sql` is in the repository.');
});

test('a committed key of Django is milder where the settings have another and nothing reads it', () => {
  const severity = (settings: string, more: Files = {}, line = '') =>
    severityOf('secrets/env-committed', {
      'config/settings.py': settings,
      '.env': `SECRET_KEY=9fKq2LmX7vTz4RbW8sYd1HcN9fKq2LmX7vTz4RbW8sYd1HcN\n${line}`,
      ...more,
    });
  const literal = "SECRET_KEY = 'q8Wm3TzY6vKx1LrBn5PcHd7Sq8Wm3TzY6vKx1LrBn5PcHd7S'\n";
  expect(severity(literal)).toBe('low');
  expect(severity("import os\n\nSECRET_KEY = os.environ['SECRET_KEY']\n")).toBe('critical');
  expect(severity(literal, { 'shop/sign.py': "import os\n\nkey = os.environ['SECRET_KEY']\n" })).toBe('critical');
  expect(severity(literal, { 'compose.yml': 'services:\n  web:\n    environment:\n      KEY: ${SECRET_KEY}\n' })).toBe(
    'critical',
  );
  expect(severity(literal, {}, 'STRIPE_SECRET_KEY=9fKq2LmX7vTz4RbW8sYd1HcN\n')).toBe('critical');
});
