/** The project's own applications: which entries lead to them, their models, and what their migrations wait for. */
import { type Apps, apps, type Dependencies } from '@django-golive/core';
import { expect, test } from 'vitest';
import { factOf } from './facts-of.js';

function read(files: Record<string, string>, installed: string, more = '', declared: Partial<Dependencies> = {}): Apps {
  return factOf(
    apps,
    {
      'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
      'shop/__init__.py': '',
      'shop/settings.py': `SECRET_KEY = 'x'\nINSTALLED_APPS = ${installed}\n${more}`,
      ...files,
    },
    false,
    declared,
  );
}

const config = (name: string, label = '') =>
  `from django.apps import AppConfig\nclass Config(AppConfig):\n    name = '${name}'\n${label === '' ? '' : `    label = '${label}'\n`}`;

test('are found by their module, or by their configuration, with its label', () => {
  const files = {
    'orders/__init__.py': '',
    'lib/stock/__init__.py': '',
    'lib/__init__.py': '',
    'lib/stock/apps.py': config('lib.stock', 'warehouse'),
    'pay/__init__.py': '',
    'pay/apps.py': config('pay', 'payments').replaceAll('Config(', 'Payments('),
    // Without `__init__.py`.
    'till/models.py': '',
  };
  const found = read(
    files,
    "['django.contrib.auth', 'orders', 'lib.stock.apps.Config', 'pay', 'till', 'gone', 'rest_framework']",
  );
  expect(found.own.map(({ entry, module, label, directory }) => [entry, module, label, directory])).toEqual([
    ['orders', 'orders', 'orders', 'orders'],
    ['lib.stock.apps.Config', 'lib.stock', 'warehouse', 'lib/stock'],
    ['pay', 'pay', 'payments', 'pay'],
    ['till', 'till', 'till', 'till'],
  ]);
  expect(found.complete).toBe(true);
  expect(read(files, "['orders', *__import__('x').APPS]").complete).toBe(false);
});

test('have a configuration that their module names until Django 4.1, and the one of apps.py since 3.2', () => {
  const named = (django: string, files: Record<string, string>, entry: string) =>
    read(files, `['${entry}']`, '', { djangoSeries: django }).own.map(({ module, label }) => [module, label]);
  // A configuration that Django 1.11 never looks at may name what is not there.
  const stray = { 'shop/pay/__init__.py': '', 'shop/pay/apps.py': config('pay') };
  expect(named('1.11', stray, 'shop.pay')).toEqual([['shop.pay', 'pay']]);
  expect(named('3.2', stray, 'shop.pay')).toEqual([]);
  const chosen = {
    'pay/__init__.py': "default_app_config = 'pay.apps.Payments'\n",
    'pay/apps.py': `${config('pay', 'other')}${config('pay', 'payments').replaceAll('Config(', 'Payments(')}`,
  };
  expect(named('1.11', chosen, 'pay')).toEqual([['pay', 'payments']]);
  expect(named('4.2', chosen, 'pay')).toEqual([['pay', 'pay']]);
});

test('have the models that get a table, with the fields of their abstract ancestors', () => {
  const files = {
    'orders/__init__.py': '',
    'orders/models/__init__.py': 'from .order import Order, Archive\nfrom .base import Stamped\n',
    'orders/models/base.py':
      'from django.db import models\nclass Stamped(models.Model):\n    made = models.DateTimeField()\n    class Meta:\n        abstract = True\n',
    'orders/models/order.py': `from django.db import models
from django.contrib.auth.models import AbstractUser
from model_utils.models import TimeStampedModel
from .base import Stamped
class Order(Stamped):
    receipt: models.FileField = models.FileField(upload_to='receipts')
    total = sum(1)
    class Late: pass
class Proxy(Order):
    class Meta:
        proxy = True
class Archive(models.Model):
    class Meta:
        managed = False
class Person(AbstractUser): pass
class Entry(TimeStampedModel):
    picture = models.ImageField()
class BaseModel: pass
class Helper(BaseModel): pass
class Form(forms.ModelForm): pass
`,
    'orders/models/unused.py': 'from django.db import models\nclass Ghost(models.Model): pass\n',
  };
  const [app] = read(files, "['orders']").own;
  expect(app?.models.map(({ name, managed, fields }) => [name, managed, ...fields.map((field) => field.type)])).toEqual(
    [
      ['Order', true, 'FileField', 'DateTimeField'],
      ['Archive', false],
      ['Person', true],
      ['Entry', true, 'ImageField'],
    ],
  );
});

test('have migrations, each with what it waits for as far as it is written down', () => {
  const files = {
    'orders/__init__.py': '',
    'orders/migrations/__init__.py': '',
    'orders/migrations/0001_initial.py':
      'from django.db import migrations\nclass Migration(migrations.Migration):\n    initial = True\n    dependencies = [\n        migrations.swappable_dependency(settings.AUTH_USER_MODEL),\n    ]\n    operations = [x for x in (1,)]\n',
    'orders/migrations/0002_more.py':
      "class Migration(migrations.Migration):\n    dependencies = [\n        # ('no', '0001')]\n        (\n            'orders',\n            '0001_initial',\n        ),\n        ('auth', '0002_x'),\n    ]\n    replaces = [('orders', '0002_a')]\n",
    'orders/migrations/0003_code.py': 'class Migration(migrations.Migration):\n    dependencies = names()\n',
    'orders/migrations/_private.py': 'class Migration(migrations.Migration): pass\n',
    'orders/migrations/helper.py': 'X = 1\n',
    'orders/migrations/inner/0001_no.py': 'class Migration(migrations.Migration): pass\n',
  };
  const [app] = read(files, "['orders']").own;
  expect(app?.migrated).toBe(true);
  expect(app?.migrations.map(({ name, dependencies: waits, replaces }) => [name, waits, replaces])).toEqual([
    ['0001_initial', [], []],
    ['0002_more', ['orders.0001_initial', 'auth.0002_x'], ['orders.0002_a']],
    ['0003_code', undefined, []],
  ]);
  const [moved] = read(files, "['orders']", "MIGRATION_MODULES = {'orders': 'shop.moved'}\n").own;
  expect(moved).toMatchObject({ migrationsDirectory: undefined, migrated: false, migrations: [] });
});

test('are found in the directories that the settings put on the search path', () => {
  const files = { 'apps/till/models.py': 'from django.db import models\nclass Sale(models.Model): pass\n' };
  const path = "import os, sys\nsys.path.insert(0, os.path.join(os.path.dirname(__file__), '../apps'))\n";
  const [app] = read(files, "['till']", path).own;
  expect([app?.directory, app?.models[0]?.name]).toEqual(['apps/till', 'Sale']);
});
