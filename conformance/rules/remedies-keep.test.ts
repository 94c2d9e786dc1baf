/** Remedies that break nothing which works: they keep what is set, and come in the order in which things are read. */

import { describe, expect, test } from 'vitest';
import { findingOf, remedyOf } from './finding-of.js';

describe('storages', () => {
  const site = (version: string, settings: string, page = "{% load static %}{% static 'site.css' %}") => ({
    'requirements.txt': `Django==${version}\n`,
    'config/settings.py': `import os\n\nSTATIC_URL = '/static/'\nSTATIC_ROOT = '/srv/static'\nINSTALLED_APPS = ['django.contrib.staticfiles', 'shop']\nROOT_URLCONF = 'config.urls'\nTEMPLATES = [{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'APP_DIRS': True, 'DIRS': []}]\n${settings}`,
    'config/urls.py':
      "from django.conf import settings\nfrom django.conf.urls.static import static\n\nurlpatterns = static('/assets/', document_root=settings.STATIC_ROOT)\n",
    'shop/__init__.py': '',
    'shop/static/site.css': 'body {}\n',
    'shop/templates/shop/home.html': page,
  });
  const manifest = 'static/manifest-storage-missing';

  test('the one of uploads stays what it is, in the words in which it is set', () => {
    const of = (version: string) =>
      remedyOf(manifest, site(version, "DEFAULT_FILE_STORAGE = os.environ['STORAGE']\n"))?.code;
    const wanted = "'django.contrib.staticfiles.storage.ManifestStaticFilesStorage'";
    expect(of('5.0.14')).toBe(`STATICFILES_STORAGE = ${wanted}`);
    expect(of('5.2.8')).toMatch(/^STORAGES = /);
  });

  test('of a setting that is about to be ignored keep what the environment says', () => {
    const of = (settings: string) => remedyOf('settings/deprecated-setting', site('5.0.14', settings));
    expect(of("DEFAULT_FILE_STORAGE = os.environ['STORAGE']\n")?.code).toContain(
      "'default': {'BACKEND': os.environ['STORAGE']},",
    );
    expect(of("DEFAULT_FILE_STORAGE = 'storages.backends.s3.S3Storage'\n")?.code).toContain(
      "'default': {'BACKEND': 'storages.backends.s3.S3Storage'},",
    );
    expect(of("DEFAULT_FILE_STORAGE = os.environ.get(\n    'STORAGE',\n)\n")?.code).toBeUndefined();
  });

  test('names from variables come first', () => {
    const of = (page: string) => remedyOf(manifest, site('5.2.8', '', page))?.summary;
    expect(of('{% load static %}{% static image.path %}{% static image.path %}')).toMatch(
      /first: `image.path` \(`shop\/templates\/shop\/home.html`\)\.$/,
    );
    expect(of("{% load static %}{% static 'site.css' %}")).not.toMatch(/variables/);
  });

  test('nothing is asked of pages that name no static file', () => {
    expect(findingOf(manifest, site('5.2.8', '', '<link href="/assets/site.css">'))).toBeUndefined();
  });
});

test('a path of a line is written with its name', () => {
  const of = (settings: string) => {
    const { code, place } = remedyOf('structure/cwd-dependent-paths', { 'config/settings.py': settings }) ?? {};
    return [place, code];
  };
  const base = 'from pathlib import Path\n\nBASE_DIR = Path(__file__).resolve().parent.parent\n';
  expect(of(`${base}STATIC_ROOT = 'static/'\n`)).toEqual(['instead', "STATIC_ROOT = BASE_DIR / 'static'"]);
  expect(of(`${base}STATICFILES_DIRS = ['assets']\n`)).toEqual(['instead', "BASE_DIR / 'assets'"]);
});

test('an import stands before what needs it', () => {
  const of = (settings: string) => findingOf('startup/cannot-start', { 'config/settings.py': settings });
  const found = of("import sys\n\nDEBUG = False\nSECRET_KEY = os.environ['KEY']\n");
  expect(found?.remedy).toMatchObject({ code: 'import os', place: 'before' });
  expect(found?.fix?.edits).toMatchObject([{ location: { start: { line: 1 } }, text: 'import os\n' }]);
  expect(of("DEBUG = False\nSECRET_KEY = os.environ['KEY']\n")?.remedy).toMatchObject({ place: 'before' });
});

test('a file of variables is read before the key', () => {
  const of = (settings: string) =>
    remedyOf('settings/secret-key-hardcoded', { 'config/settings.py': settings })?.summary;
  const key = "SECRET_KEY = 'kR7#wq2LpZ81vd0Qm5xTn3Yb0aFhJe6sUi9oGc4VtNyMlBzXrWqPdKfEjHgC'\n";
  const load = 'from dotenv import load_dotenv\n';
  expect(of(`${load}\n${key}\nload_dotenv()\n`)).toMatch(/Move `load_dotenv\(\)` of line 5 above it/);
  expect(of(`${load}\nload_dotenv()\n${key}`)).not.toMatch(/Move/);
});

test('axes is told what the model calls a name', () => {
  const of = (field: string) =>
    remedyOf('auth/login-throttle-missing', {
      'config/settings.py':
        "ROOT_URLCONF = 'config.urls'\nAUTH_USER_MODEL = 'people.Person'\nINSTALLED_APPS = ['django.contrib.admin', 'people']\nDEBUG = False\n",
      'config/urls.py':
        "from django.contrib import admin\nfrom django.urls import path\n\nurlpatterns = [path('admin/', admin.site.urls)]\n",
      'people/__init__.py': '',
      'people/models.py': `from django.contrib.auth.models import AbstractUser\n\n\nclass Person(AbstractUser):\n    USERNAME_FIELD = '${field}'\n`,
    })?.code;
  expect(of('email')).toMatch(/^AXES_USERNAME_CALLABLE = lambda .*\.get\('username'\) or .*\.get\('email'\)$/m);
  expect(of('username')).not.toMatch(/CALLABLE/);
});

test('a redirect behind a proxy goes with the header that shows HTTPS', () => {
  const of = (settings: string) =>
    remedyOf('https/ssl-redirect-disabled', {
      'config/settings.py': `MIDDLEWARE = ['django.middleware.security.SecurityMiddleware']\n${settings}`,
    })?.summary;
  expect(of('')).toMatch(/Behind a proxy that speaks plain HTTP to Django, set `SECURE_PROXY_SSL_HEADER`/);
});

test('the package that can go is the one that nothing else needs', () => {
  const of = (requirements: string) =>
    findingOf('deps/unused', { 'requirements.txt': requirements, 'config/settings.py': 'DEBUG = False\n' })?.message;
  expect(of('Django==5.2.8\ndj-database-url==3.0.1\ndjango-heroku==0.3.1\n')).toMatch(/^`django-heroku` is installed/);
  expect(of('Django==5.2.8\ndj-database-url==3.0.1\n')).toMatch(/^`dj-database-url` is installed/);
});

test('a list is taken apart where it was before', () => {
  const of = (line: string, more = 'import os') =>
    remedyOf('settings/allowed-hosts-wildcard', { 'config/settings.py': `${more}\n\nALLOWED_HOSTS = ${line}\n` })?.code;
  const wanted = "ALLOWED_HOSTS = os.environ.get('HOSTS', '').split()";
  expect(of("os.environ.get('HOSTS', '*').split(' ')")).toBe(wanted);
  expect(of("os.environ.get('HOSTS', '*').split()")).toBe(wanted);
  expect(of("os.environ.get('HOSTS', '*').split(';')")).toContain(".split(';')");
  expect(of("os.environ.get('HOSTS', '*').split(',')")).toContain(".split(',')");
  expect(of("config('HOSTS', default='*').split(' ')", 'from decouple import config')).toBe(
    "ALLOWED_HOSTS = config('HOSTS', default='').split()",
  );
});

test('the cached loader goes around those of Django alone', () => {
  const of = (loaders: string) =>
    remedyOf('templates/loader-uncached', {
      'config/settings.py': `TEMPLATES = [{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'OPTIONS': {'loaders': [${loaders}]}}]\n`,
    });
  const django = "'django.template.loaders.filesystem.Loader', 'django.template.loaders.app_directories.Loader'";
  const around = `(\n        'django.template.loaders.cached.Loader',\n        [${django}],\n    ),`;
  expect(of(django)?.code).toContain(around);
  const own = of(`'shop.themes.Loader', ${django}`);
  expect(own?.code).toMatch(/\[\s+'shop\.themes\.Loader',\s+\(\s+'django\.template\.loaders\.cached\.Loader',/);
  expect(own?.summary).toContain('`shop.themes.Loader`');
});

test('migrations are made once Django knows whose model of users it is', () => {
  const of = (settings: string) =>
    remedyOf('migrations/missing', {
      'config/settings.py': `INSTALLED_APPS = ['django.contrib.auth', 'django.contrib.contenttypes', 'users']\n${settings}`,
      'users/__init__.py': '',
      'users/models.py':
        'from django.contrib.auth.models import AbstractUser\n\n\nclass User(AbstractUser):\n    pass\n',
    })?.summary;
  expect(of('')).toContain("`AUTH_USER_MODEL = 'users.User'`");
  expect(of("AUTH_USER_MODEL = 'users.User'\n")).not.toContain('AUTH_USER_MODEL');
});
