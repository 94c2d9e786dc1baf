/** Remedies that name all that has to be done: whoever follows them is not left with a site that is broken in another way. */

import { expect, test } from 'vitest';
import { findingOf, remedyOf } from './finding-of.js';

const model = 'from django.db import models\n\n\nclass Shop(models.Model):\n    logo = models.ImageField()\n';

test('every place that takes the path of an upload is named, and those that write to it', () => {
  const finding = (body: string) =>
    findingOf(
      'media/ephemeral',
      {
        'config/settings.py': "INSTALLED_APPS = ['shop']\nMEDIA_ROOT = '/app/media'\n",
        'shop/__init__.py': '',
        'shop/models.py': `${model}\n    def save(self, **options):\n${body}`,
      },
      'heroku',
    );
  const both = finding('        image = Image.open(self.logo.path)\n        image.save(self.logo.path)\n');
  expect(both?.remedy?.summary).toContain(
    "no `.path`: `shop/models.py`, line 8, has to open such a file with `.open()` before; `shop/models.py`, line 9, has to write into memory (`BytesIO`), and to hand that to the field's `.save()`.",
  );
  expect(both?.evidence.map(({ location }) => location.start.line)).toEqual([2, 5, 8, 9]);
  const two = finding('        show(self.logo.path)\n        show(self.logo.path)\n');
  expect(two?.remedy?.summary).toContain('`shop/models.py`, lines 8 and 9, have to open');
  const many = finding('        show(self.logo.path)\n'.repeat(9));
  expect(many?.remedy?.summary).toContain('lines 8, 9, 10, 11, 12, 13 and 3 more, have to open');
});

test('a view that asks for an account needs a page to sign in', () => {
  const summary = (routes: string, settings = '', views = '') =>
    remedyOf('auth/anonymous-write', {
      'config/settings.py': `ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['django.contrib.auth', 'shop']\n${settings}`,
      'config/urls.py': `from django.contrib import admin\nfrom django.urls import include, path\nfrom shop.views import Change, enter\nurlpatterns = [path('change/<int:pk>/', Change.as_view())${routes}]\n`,
      'shop/__init__.py': '',
      'shop/models.py': model,
      'shop/views.py': `from django.views.generic import UpdateView\nfrom .models import Shop\n\n\nclass Change(UpdateView):\n    model = Shop\n    fields = ['logo']\n\n\ndef enter(request):\n    return None\n${views}`,
    })?.summary;
  expect(summary('')).toMatch(/Nothing answers at `\/accounts\/login\/`.*: serve Django's own views/);
  expect(summary(", path('admin/', admin.site.urls)")).toContain("set `LOGIN_URL = 'admin:login'` where only staff");
  for (const [routes, settings = ''] of [
    [", path('accounts/', include('django.contrib.auth.urls'))"],
    [", path('accounts/', include('allauth.urls'))"],
    [", path('accounts/login/', enter)"],
    [", path('enter/', enter, name='enter')", "LOGIN_URL = 'enter'\n"],
    [", path('enter/', enter)", "LOGIN_URL = '/enter/'\n"],
    [", path('admin/', admin.site.urls)", "LOGIN_URL = 'admin:login'\n"],
    [", path('admin/', admin.site.urls)", "LOGIN_URL = '/admin/login/'\n"],
    ['', "LOGIN_URL = 'https://login.example.com/'\n"],
  ] as const)
    expect(summary(routes, settings)).not.toContain('Nothing answers');
  expect(summary('', "LOGIN_URL = 'enter'\n")).toContain('Nothing answers at `enter`');
});

test('the first account is given all that its model asks for, and a failure is seen', () => {
  const remedy = (user: string) =>
    remedyOf('secrets/account-in-code', {
      'config/settings.py': "INSTALLED_APPS = ['people']\nAUTH_USER_MODEL = 'people.User'\n",
      'people/__init__.py': '',
      'people/models.py': user,
      'start.sh': `echo "User.objects.create_superuser('admin', 'a@b.c', 'admin')" | python manage.py shell\n`,
      'requirements.txt': 'Django==5.2.8\n',
    });
  const own = remedy(
    "from django.contrib.auth.models import AbstractUser\n\n\nclass User(AbstractUser):\n    USERNAME_FIELD = 'email'\n    REQUIRED_FIELDS = ['first_name', 'last_name']\n",
  );
  expect(own?.summary).toContain(
    '`DJANGO_SUPERUSER_EMAIL`, `DJANGO_SUPERUSER_FIRST_NAME`, `DJANGO_SUPERUSER_LAST_NAME` and `DJANGO_SUPERUSER_PASSWORD`',
  );
  expect(own?.code).not.toContain('|| true');
  const plain = 'from django.contrib.auth.models import AbstractUser\n\n\nclass User(AbstractUser):\n    pass\n';
  const usual = '`DJANGO_SUPERUSER_USERNAME`, `DJANGO_SUPERUSER_EMAIL` and `DJANGO_SUPERUSER_PASSWORD`';
  expect(remedy(plain)?.summary).toContain(usual);
  const bare =
    "from django.contrib.auth.models import AbstractBaseUser\n\n\nclass User(AbstractBaseUser):\n    USERNAME_FIELD = 'email'\n";
  expect(remedy(bare)?.summary).toContain(': `DJANGO_SUPERUSER_EMAIL` and `DJANGO_SUPERUSER_PASSWORD`.');
});

test('what django-heroku did besides is written out where the settings have it nowhere else', () => {
  const remedy = (settings: string, django = '4.1.13') =>
    remedyOf(
      'heroku/django-heroku',
      {
        'config/settings.py': `import django_heroku\n${settings}django_heroku.settings(locals())\n`,
        'requirements.txt': `Django==${django}\ndjango-heroku==0.3.1\n`,
      },
      'heroku',
    );
  const middleware =
    "MIDDLEWARE = ['django.middleware.security.SecurityMiddleware', 'django.middleware.common.CommonMiddleware']\n";
  const code = remedy(middleware)?.code;
  expect(code).toContain(
    "\nMIDDLEWARE = [*MIDDLEWARE[:1], 'whitenoise.middleware.WhiteNoiseMiddleware', *MIDDLEWARE[1:]]\n",
  );
  expect(code).toContain("\nSTATICFILES_STORAGE = 'whitenoise.storage.CompressedManifestStaticFilesStorage'\n");
  expect(code).toContain('\nLOGGING = {');
  expect(code).toContain("\nALLOWED_HOSTS = [host for host in os.environ.get('ALLOWED_HOSTS', '')");
  expect(remedy(middleware, '5.0.9')?.code).toContain("    'staticfiles': {'BACKEND': 'whitenoise.storage.");
  expect(remedy(middleware, '5.2.8')?.code).not.toContain('whitenoise.storage');
  const own = `${middleware.replace("['", "['whitenoise.middleware.WhiteNoiseMiddleware', '")}STATIC_ROOT = '/app/static'\nSTATICFILES_STORAGE = 'shop.Storage'\nLOGGING = {}\nALLOWED_HOSTS = ['shop.example.com']\n`;
  expect(remedy(own)?.code).not.toMatch(/whitenoise|STATIC|LOGGING|ALLOWED/);
});

test('a container is given its variables before the file with them leaves the image', () => {
  const summary = (files: Readonly<Record<string, string>>) =>
    remedyOf(
      'docker/env-file-copied',
      {
        'config/settings.py': "import os\nSECRET_KEY = os.getenv('SECRET_KEY')\n",
        'manage.py': '',
        Dockerfile: 'FROM python:3.13-slim\nCOPY . /app\nCMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n',
        '.env': 'SECRET_KEY=x\n',
        ...files,
      },
      'docker',
      ['.env'],
    )?.summary;
  expect(summary({})).toContain('Give the container its variables first, with `docker run --env-file .env`');
  const compose = (more: string) => ({
    'compose.yaml': `services:\n  web:\n    build: .\n    restart: always\n${more}`,
  });
  expect(summary(compose(''))).toContain('with `env_file` of the service `web`');
  for (const more of [
    '    env_file: .env\n',
    '    environment:\n      SECRET_KEY: ${SECRET_KEY}\n',
    '    volumes: [".:/app"]\n',
  ])
    expect(summary(compose(more))).not.toContain('first');
});

test('a directory of the host over the image has to be writable as well', () => {
  const summary = (mounts: string) =>
    remedyOf(
      'docker/runs-as-root',
      {
        'config/settings.py': "INSTALLED_APPS = ['django.contrib.staticfiles']\nSTATIC_ROOT = '/app/collected'\n",
        'manage.py': '',
        Dockerfile:
          'FROM python:3.13-slim\nWORKDIR /app\nRUN mkdir -p /app/collected\nCOPY . .\nCMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n',
        'compose.yaml': `services:\n  web:\n    build: .\n    restart: always\n    volumes: [${mounts}]\n`,
      },
      'docker',
    )?.summary;
  expect(summary('".:/app"')).toContain('`/app/collected` lies on the host, where no command of the image changes');
  for (const mounts of ['".:/app", "collected:/app/collected"', '".:/app:ro"', '"./docs:/docs"', ''])
    expect(summary(mounts)).not.toContain('lies on the host');
});

test('a Compose file that falls back on a credential of its own is told of with the file that gives it', () => {
  const summary = (fallback: string) =>
    remedyOf('secrets/env-committed', {
      'config/settings.py': 'DEBUG = False\n',
      'live.env': 'SECRET_KEY=9fKq2LmX7vTz4RbW8sYc1dNhQpJ6gA3e\n',
      'compose.yaml': `services:\n  web:\n    build: .\n    environment:\n      SECRET_KEY: \${SECRET_KEY${fallback}}\n`,
    })?.summary;
  expect(summary(':-60gp0byfz2dvffa45cxl20p1scy9xbpf')).toContain(
    '`compose.yaml` falls back on a value of its own for `SECRET_KEY` (line 5): write `${SECRET_KEY:?}` there',
  );
  for (const fallback of ['', ':?', ':-', ':-change-me']) expect(summary(fallback)).not.toContain('falls back');
});

test('hosts that django-heroku alone let in are named when it goes', () => {
  const code = (hosts: string) =>
    remedyOf(
      'heroku/django-heroku',
      { 'config/settings.py': `import django_heroku\nALLOWED_HOSTS = ${hosts}\ndjango_heroku.settings(locals())\n` },
      'heroku',
    )?.code;
  for (const hosts of ['[]', '[ ]', "['localhost', '[::1]']", '(\n    "localhost",  # here\n)'])
    expect(code(hosts), hosts).toContain('\nALLOWED_HOSTS = [host for');
  for (const hosts of ["['shop.example.com']", "os.environ['HOSTS'].split(',')", "['localhost', HOST]"])
    expect(code(hosts), hosts).not.toContain('ALLOWED_HOSTS =');
});
