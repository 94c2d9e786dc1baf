/** The project's own Python: what each file imports, and whether production loads it. */
import { type Sources, sources } from '@django-golive/core';
import { expect, test } from 'vitest';
import { factOf } from './facts-of.js';

const project = (files: Readonly<Record<string, string>>, settings = ''): Sources =>
  factOf(sources, {
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
    'config/__init__.py': '',
    'config/wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
    'config/settings.py': `ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['shop', 'django.contrib.admin']\n${settings}`,
    'config/urls.py': 'from django.urls import path\nfrom shop import views\nurlpatterns = []\n',
    'shop/__init__.py': '',
    'shop/models.py': '',
    'shop/views.py': 'from .prices import price\n',
    'shop/prices.py': 'price = 1\n',
    ...files,
  });

const loaded = (found: Sources, path: string) => found.get(path)?.loaded;

test('files are loaded where imports lead to them from the URLs, the applications and the middleware', () => {
  const found = project(
    {
      'shop/admin.py': 'from shop.exports import export\n',
      'shop/exports.py': '',
      'shop/middleware.py': '',
      'shop/signals.py': '',
      'shop/apps.py':
        'from django.apps import AppConfig\nclass ShopConfig(AppConfig):\n    name = "shop"\n    def ready(self):\n        from . import signals\n',
      'shop/forgotten.py': 'from . import deeper\n',
      'shop/deeper.py': '',
      'prices/signals.py': '',
      'elsewhere/orders/signals.py': '',
      'elsewhere/orders/apps.py': 'import orders.signals\n',
    },
    "MIDDLEWARE = ['shop.middleware.Timer']\n",
  );
  for (const name of ['views', 'prices', 'admin', 'exports', 'middleware', 'apps', 'models'])
    expect([name, loaded(found, `shop/${name}.py`)]).toEqual([name, 'yes']);
  expect(loaded(found, 'shop/signals.py')).toBe('maybe');
  expect(loaded(found, 'prices/signals.py')).toBe('no');
  expect(loaded(found, 'elsewhere/orders/signals.py')).toBe('maybe');
  expect(loaded(found, 'shop/forgotten.py')).toBe('no');
  expect(loaded(found, 'shop/deeper.py')).toBe('no');
});

test('a file may be loaded where a branch, a function, a text of the settings or its name leads to it', () => {
  const found = project(
    {
      'shop/prices.py': 'def price():\n    from .lazy import rate\nif price:\n    import shop.branch\n',
      'shop/lazy.py': '',
      'shop/branch.py': '',
      'shop/context.py': '',
      'shop/tasks.py': '',
      'shop/templatetags/money.py': '',
    },
    "TEMPLATES = [{'OPTIONS': {'context_processors': ['shop.context.cart']}}]\n",
  );
  for (const path of ['lazy', 'branch', 'context', 'tasks', 'templatetags/money'])
    expect([path, loaded(found, `shop/${path}.py`)]).toEqual([path, 'maybe']);
});

test('where code works out the names of modules, no file is certainly left out', () => {
  const files = { 'shop/prices.py': 'from importlib import import_module\nimport_module(name)\n', 'shop/other.py': '' };
  expect(loaded(project(files), 'shop/other.py')).toBe('maybe');
});

test('an import that is always made is told by its absolute name, wherever it stands in a list', () => {
  const found = project({
    'shop/views.py': `"""Begins with words:
import nothing
"""
from . import (
    prices,  # what things cost
    models as tables,
)
from ..shop.prices import price; import os
import PIL.Image, distutils.core as core
try:
    import ujson
except ImportError:
    ujson = None
`,
  });
  const imports = found.get('shop/views.py')?.imports ?? [];
  expect(imports.map(({ module, names, origin, goneFrom }) => [module, names.join(), origin, goneFrom])).toEqual([
    ['shop', 'prices,models', 'project', undefined],
    ['shop.prices', 'price', 'project', undefined],
    ['PIL.Image', '', 'package', undefined],
    ['distutils.core', '', 'standard', '3.12'],
  ]);
  expect(imports[0]?.at.start).toEqual({ line: 4, column: 1 });
});

test('tests, documentation and examples stand aside; installed packages and migrations are left out', () => {
  const found = project({
    'shop/tests.py': '',
    'docs/conf.py': '',
    'shop/migrations/0001_initial.py': '',
    'venv/lib/python3.12/site-packages/six.py': '',
  });
  expect(found.files.filter(({ aside }) => aside).map(({ path }) => path)).toEqual(['docs/conf.py', 'shop/tests.py']);
  expect(found.get('shop/migrations/0001_initial.py')).toBeUndefined();
  expect(found.get('venv/lib/python3.12/site-packages/six.py')).toBeUndefined();
});
