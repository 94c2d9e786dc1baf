/** How bad a finding is, and what it says happens, by what else the project does. */

import { describe, expect, test } from 'vitest';
import { type Files, findingOf } from './finding-of.js';

const harm = (...of: Parameters<typeof findingOf>) => {
  const found = findingOf(...of);
  return [found?.severity, found?.risk];
};

describe('a forged Host', () => {
  const id = 'settings/allowed-hosts-wildcard';
  const site = (urls: string, views = '', more: Files = {}) => ({
    'config/settings.py':
      "ALLOWED_HOSTS = ['*']\nROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['django.contrib.admin', 'rest_framework', 'rest_framework_simplejwt', 'shop']\n",
    'config/urls.py': `from django.contrib import admin\nfrom django.urls import include, path\nfrom shop import views\n\nurlpatterns = [path('admin/', admin.site.urls), path('', views.home), ${urls}]\n`,
    'shop/__init__.py': '',
    'shop/views.py': `from django.http import HttpResponse\n\n\ndef home(request):\n    return HttpResponse(${views || "'hello'"})\n`,
    ...more,
  });

  test('harms little where nothing takes it', () => {
    expect(harm(id, site(''))).toEqual(['low', expect.stringContaining('Nothing was seen here')]);
    const broad = site('');
    const files = { ...broad, 'config/settings.py': broad['config/settings.py'].replace('*', '.herokuapp.com') };
    expect(harm('settings/allowed-hosts-broad-suffix', files)).toEqual(['low', expect.stringContaining('Nothing')]);
  });

  test.each([
    ['a password reset', site("path('accounts/', include('django.contrib.auth.urls'))")],
    ['a view', site('', "request.build_absolute_uri('/')")],
    ['a page', site('', '', { 'templates/mail.html': 'https://{{ request.get_host }}/\n' })],
    ['a package', site("path('in/', include('allauth.urls'))")],
  ])('harms as ever where %s does', (_name, files) => {
    expect(harm(id, files)).toEqual(['high', expect.stringContaining('password-reset')]);
  });
});

describe('a database on a disk that is thrown away', () => {
  const id = 'database/sqlite-on-ephemeral-disk';
  const files = {
    'config/settings.py':
      "from pathlib import Path\n\nBASE_DIR = Path(__file__).resolve().parent.parent\nDATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': BASE_DIR / 'db.sqlite3'}}\n",
    Procfile: 'web: gunicorn config.wsgi\n',
  };
  const committed = { ...files, 'db.sqlite3': 'SQLite format 3' };

  test('is empty at every start, or the copy in the repository', () => {
    expect(harm(id, { ...files, '.gitignore': 'db.sqlite3\n' }, 'heroku', ['db.sqlite3'])[1]).toMatch(
      /an empty database/,
    );
    expect(harm(id, committed, 'heroku')[1]).toMatch(/the copy in the repository again/);
  });

  test('that is taken out of version control leaves a site that runs on it without tables', () => {
    const summary = (of: Files) => findingOf('secrets/database-committed', of)?.remedy?.summary;
    expect(summary(committed)).toMatch(/`config\/settings.py` opens a file of this name: .* move its data first/);
    const elsewhere = {
      ...committed,
      'config/settings.py': "DATABASES = {'default': {'NAME': '/srv/shop.sqlite3'}}\n",
    };
    expect(summary(elsewhere)).not.toMatch(/move its data/);
    const remark = {
      ...committed,
      'config/settings.py':
        "DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql'}}\n# 'NAME': BASE_DIR / 'db.sqlite3'\n",
    };
    expect(summary(remark)).not.toMatch(/move its data/);
  });
});

test('a committed environment tells the versions that nothing declares', () => {
  const id = 'deps/manifest-missing';
  const files = {
    'config/settings.py': "INSTALLED_APPS = ['shop']\n",
    'shop/models.py':
      'from django.db import models\n\n\nclass Product(models.Model):\n    picture = models.ImageField()\n',
    'shop/templatetags/marked.py': 'import markdown\n',
  };
  const environment = { 'myvenv/pyvenv.cfg': 'home = /usr/bin\nversion = 3.11.4\n' };
  expect(findingOf(id, files)?.risk).toMatch(/one machine alone/);
  expect(findingOf(id, files)?.remedy?.code).toBe('Django\nmarkdown\npillow');
  const server = "DATABASES = {'default': {'ENGINE': 'django.db.backends.mysql'}}\n";
  const served = { ...files, 'config/settings.py': files['config/settings.py'] + server };
  expect(findingOf(id, served)?.remedy?.code).toBe('Django\nmarkdown\nmysqlclient~=2.2\npillow');
  const found = findingOf(id, { ...files, ...environment });
  expect(found?.risk).toMatch(/a copy of the environment/);
  expect(found?.remedy?.summary).toMatch(/in `myvenv\/lib\/python3\.11\/site-packages` tell them/);
  const old = { ...files, 'shop/urls.py': 'from django.conf.urls import url\n' };
  // Nobody is told to begin with a Django without support.
  expect(findingOf(id, old)?.remedy?.code).toBe('pip freeze > requirements.txt');
  expect(findingOf(id, old)?.remedy?.summary).toMatch(/written for Django 3\.\d, which gets no security fixes/);
});

test('the view that takes passwords is named first among those without a limit', () => {
  const files = (tokens: string, own: string) => ({
    'config/settings.py': "ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['rest_framework']\n",
    'config/urls.py': `from django.urls import path\nfrom rest_framework_simplejwt.views import TokenObtainPairView\nfrom shop.views import OrderList, Tokens\n\nurlpatterns = [${tokens}${own}]\n`,
    'shop/views.py':
      'from rest_framework.generics import ListAPIView\nfrom rest_framework_simplejwt.views import TokenObtainPairView\n\n\nclass OrderList(ListAPIView):\n    queryset = None\n\n\nclass Tokens(TokenObtainPairView):\n    pass\n',
  });
  const orders = "path('orders/', OrderList.as_view())";
  const said = (tokens: string, own = orders) => findingOf('api/drf-throttle-missing', files(tokens, own))?.message;
  expect(said('')).toMatch(/: the view `OrderList`\.$/);
  expect(said("path('token/', TokenObtainPairView.as_view()), ")).toMatch(
    /: 2 views, among them `TokenObtainPairView`, which takes passwords\.$/,
  );
  expect(said("path('token/', Tokens.as_view()), ")).toMatch(
    /: 2 views, among them `Tokens`, which takes passwords\.$/,
  );
  expect(said("path('token/', TokenObtainPairView.as_view())", '')).toMatch(/: the view `TokenObtainPairView`, which/);
});

test('a free database harms less where no service is given its address', () => {
  const blueprint = (variable: string) => ({
    'config/settings.py': 'DEBUG = False\n',
    'render.yaml': `databases:\n  - name: shop-db\n    plan: free\nservices:\n  - type: web\n    name: shop\n    runtime: python\n${variable}`,
  });
  const from =
    '    envVars:\n      - key: DATABASE_URL\n        fromDatabase:\n          name: shop-db\n          property: connectionString\n';
  expect(harm('render/free-database', blueprint(''), 'render')).toEqual([
    'medium',
    expect.stringContaining('No service'),
  ]);
  expect(harm('render/free-database', blueprint(from), 'render')).toEqual([
    'high',
    expect.stringContaining('loses its data'),
  ]);
});

test('a key that the platform makes under another name is told of, before the fallback is left out', () => {
  const files = (given: string) => ({
    'config/settings.py':
      "import os\n\nDEBUG = False\nSECRET_KEY = os.environ.get('DJANGO_SECRET_KEY', 'django-insecure-change-me')\n",
    'render.yaml': `services:\n  - type: web\n    name: shop\n    runtime: python\n    startCommand: gunicorn config.wsgi\n    envVars:\n      - key: ${given}\n        generateValue: true\n`,
  });
  const found = (given: string) => findingOf('settings/secret-key-fallback-literal', files(given), 'render');
  expect(found('SECRET_KEY')?.risk).toMatch(/^`render.yaml` gives `SECRET_KEY`, which nothing reads/);
  expect(found('SECRET_KEY')?.remedy?.summary).toMatch(/name it `DJANGO_SECRET_KEY` in `render.yaml`/);
  expect(found('DJANGO_SECRET_KEY')?.risk).toMatch(/^One forgotten variable/);
});
