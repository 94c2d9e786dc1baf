/** Discovery: which settings module each way into a project loads, and which one counts as production. */
import { type Deployment, type Process, projectOf, unknownDeployment } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { findEntryPoints } from '../src/discover/entry-points.js';

const settingsText = "SECRET_KEY = 'x'\nINSTALLED_APPS = []\nDATABASES = {}\n";
const names = (module: string) => `import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', '${module}')\n`;

function find(
  files: Record<string, string>,
  how: {
    settings?: string;
    deployment?: (at: Process['at']) => Partial<Deployment>;
    variables?: Record<string, string>;
  } = {},
) {
  const project = projectOf(files);
  const at = project.file(project.paths[0] ?? '')?.at({ start: 0, end: 0 });
  if (!at) throw new Error('a project needs a file');
  return findEntryPoints(
    project,
    { ...unknownDeployment, ...how.deployment?.(at) },
    {
      variables: how.variables ?? {},
      strict: false,
      ...(how.settings === undefined ? {} : { settings: how.settings }),
    },
  );
}

const production = (files: Record<string, string>, how?: Parameters<typeof find>[1]) => {
  const entry = find(files, how).production;
  return entry && { module: entry.module, path: entry.path, roots: entry.roots };
};

describe('the production module', () => {
  test('is what wsgi.py names', () => {
    const files = {
      'manage.py': names('shop.settings'),
      'shop/wsgi.py': names('shop.settings'),
      'shop/settings.py': settingsText,
    };
    expect(production(files)).toEqual({ module: 'shop.settings', path: 'shop/settings.py', roots: [''] });
  });

  test('is what passenger_wsgi.py names, which Phusion Passenger starts, unless it passes on the application of wsgi.py', () => {
    const files = (passenger: string) => ({
      'shop/wsgi.py': names('shop.staging'),
      'passenger_wsgi.py': passenger,
      'shop/staging.py': settingsText,
      'shop/live.py': settingsText,
    });
    expect(production(files(names('shop.live')))?.module).toBe('shop.live');
    expect(production(files('from shop.wsgi import application\n'))?.module).toBe('shop.staging');
  });

  test('is what the module of a wsgi package names that is not for development', () => {
    const application = 'from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n';
    const files = {
      'manage.py': names('shop.settings'),
      'shop/wsgi/__init__.py': '',
      'shop/wsgi/local.py': `${names('shop.settings.local')}${application}`,
      'shop/wsgi/live.py': `${names('shop.settings.live')}${application}`,
      'shop/wsgi/health.py': names('shop.settings.health'),
      'shop/settings/__init__.py': '',
      'shop/settings/local.py': settingsText,
      'shop/settings/live.py': settingsText,
    };
    expect(production(files)?.module).toBe('shop.settings.live');
    expect(find(files).all.map(({ name }) => name)).toEqual(['shop/wsgi/live.py', 'shop/wsgi/local.py', 'manage.py']);
  });

  test('is the module beside one for development whose settings are those of a class', () => {
    const own = 'class Own(Base):\n    DEBUG = False\n    ALLOWED_HOSTS = []\n\n\nOwn.load(__name__)\n';
    const files = {
      'wsgi.py': names('settings.local'),
      'settings/__init__.py': '',
      'settings/base.py': `class Base:\n${settingsText.replaceAll(/^/gm, '    ')}\n`,
      'settings/local.py': `from .base import Base\n\n\n${own}`,
      'settings/production.py': `from .base import Base\n\n\n${own}`,
    };
    expect(production(files)?.module).toBe('settings.production');
  });

  test('is the module beside a package that hands on the names of one for development alone', () => {
    const files = (text: string) => ({
      'wsgi.py': names('settings'),
      'settings/__init__.py': text,
      'settings/base.py': settingsText,
      'settings/dev.py': `from .base import *\n${settingsText}`,
      'settings/production.py': `from .base import *\n${settingsText}`,
    });
    expect(production(files('# what a clone runs\nfrom .dev import *  # noqa\n'))?.module).toBe('settings.production');
    expect(production(files('from .base import *\n'))?.module).toBe('settings');
    expect(production(files('from .dev import *\nDEBUG = False\n'))?.module).toBe('settings');
    // Each server has one of its own.
    expect(production(files('from .local import *\n'))?.module).toBe('settings');
  });

  describe('where a module beside it is named for the target', () => {
    const files = {
      'shop/wsgi.py': names('shop.settings.production'),
      'shop/settings/__init__.py': '',
      'shop/settings/production.py': settingsText,
      'shop/settings/heroku.py': 'from .production import *\nLOGGING = {}\n',
    };
    const web = (at: Process['at']) => ({
      name: 'web',
      role: 'web' as const,
      at,
      subject: 'process:web',
      application: 'shop.wsgi:application',
      variables: [],
    });

    test('is that module, and says which it takes the place of', () => {
      const deployment = (at: Process['at']) => ({
        target: 'heroku',
        processes: [{ ...web(at), variablesUnseen: true }],
      });
      expect(find(files, { deployment }).production).toMatchObject({
        module: 'shop.settings.heroku',
        path: 'shop/settings/heroku.py',
        insteadOf: 'shop.settings.production',
        reason:
          'web starts `shop/wsgi.py`: `shop/wsgi.py` sets it as the default, but `shop/settings/heroku.py`, which extends it, is named for this target, where `DJANGO_SETTINGS_MODULE` can name it',
      });
    });

    test.each<[string, Record<string, string>, Partial<Deployment>]>([
      ['on another target', {}, { target: 'docker' }],
      ['where it extends another module', { 'shop/settings/heroku.py': settingsText }, { target: 'heroku' }],
      [
        'where production loads it by itself',
        { 'shop/settings/production.py': `${settingsText}include('heroku.py')\n` },
        { target: 'heroku' },
      ],
      [
        'where wsgi.py sets the module whatever is given',
        { 'shop/wsgi.py': "import os\nos.environ['DJANGO_SETTINGS_MODULE'] = 'shop.settings.production'\n" },
        { target: 'heroku' },
      ],
    ])('is what wsgi.py names %s', (_, changed, deployed) => {
      const deployment = (at: Process['at']) => ({ processes: [{ ...web(at), variablesUnseen: true }], ...deployed });
      expect(production({ ...files, ...changed }, { deployment })?.module).toBe('shop.settings.production');
    });

    test('is the one with the name of the target where all are taken for their names', () => {
      const deployment = { target: 'pythonanywhere', processes: [] };
      const changed = {
        'manage.py': names('shop.settings.local'),
        'shop/settings/base.py': settingsText,
        'shop/settings/local.py': 'from .base import *\n',
        'shop/settings/production.py': 'from .base import *\n',
        'shop/settings/production_pythonanywhere.py': 'from .base import *\n',
      };
      expect(production(changed, { deployment: () => deployment })?.module).toBe(
        'shop.settings.production_pythonanywhere',
      );
      expect(production(changed)?.module).toBe('shop.settings.production');
    });

    test('is the package that wsgi.py names where it only lies in that', () => {
      const deployment = (at: Process['at']) => ({
        target: 'heroku',
        processes: [{ ...web(at), variablesUnseen: true }],
      });
      const changed = (first: string) => ({
        ...files,
        'shop/wsgi.py': names('shop.settings'),
        'shop/settings/__init__.py': settingsText,
        'shop/settings/heroku.py': `${first}${settingsText}`,
      });
      expect(production(changed('from .production import DEBUG\n'), { deployment })?.module).toBe('shop.settings');
      expect(production(changed('from . import *\n'), { deployment })?.module).toBe('shop.settings.heroku');
    });

    test('is what wsgi.py names where the files show every variable of the process', () => {
      const deployment = (at: Process['at']) => ({ target: 'heroku', processes: [web(at)] });
      expect(production(files, { deployment })?.module).toBe('shop.settings.production');
    });

    test('is what wsgi.py names where a variable or the operator names it', () => {
      const given = (at: Process['at']) => ({
        name: 'DJANGO_SETTINGS_MODULE',
        value: 'shop.settings.production',
        at,
        by: 'app.json `env`',
      });
      const deployment = (at: Process['at']) => ({
        target: 'heroku',
        processes: [{ ...web(at), variables: [given(at)], variablesUnseen: true }],
      });
      expect(production(files, { deployment })?.module).toBe('shop.settings.production');
      expect(production(files, { settings: 'shop.settings.production' })?.module).toBe('shop.settings.production');
    });
  });

  test('is one that only looks like it where the one that is named is missing, and says so', () => {
    const files = {
      'shop/wsgi.py': names('shop.settings'),
      'conf/__init__.py': '',
      'conf/settings/__init__.py': '',
      'conf/settings/live.py': settingsText,
    };
    expect(find(files).production).toMatchObject({
      module: 'conf.settings.live',
      reason:
        'shop/wsgi.py loads `shop.settings`, which is not in the repository; `conf/settings/live.py` is judged in its place',
    });
  });

  test('is not known where the one that is named is missing and the one that looks like it serves URLs of another project', () => {
    const files = {
      'shop/wsgi.py': names('shop.settings'),
      'conf/__init__.py': '',
      'conf/settings/__init__.py': '',
      'conf/settings/production.py': `${settingsText}ROOT_URLCONF = 'myproject.urls'\n`,
    };
    expect(find(files).production).toMatchObject({
      module: undefined,
      reason:
        "`shop/wsgi.py` sets it as the default, but `shop.settings` is not in the repository; it may be `conf.settings.production`: name production's module with `--settings`",
    });
    const ours = { ...files, 'conf/settings/production.py': `${settingsText}ROOT_URLCONF = 'shop.urls'\n` };
    expect(production(ours)?.module).toBe('conf.settings.production');
  });

  test('is found from the directory of manage.py, wherever that is', () => {
    const files = {
      'src/backend/manage.py': names('shop.settings'),
      'src/backend/shop/__init__.py': '',
      'src/backend/shop/wsgi.py': names('shop.settings'),
      'src/backend/shop/settings.py': settingsText,
    };
    expect(production(files)).toEqual({
      module: 'shop.settings',
      path: 'src/backend/shop/settings.py',
      roots: ['src/backend'],
    });
  });

  test('is not known where wsgi.py names a development module beside others that nothing names', () => {
    const files = {
      'manage.py': names('shop.settings.local'),
      'shop/wsgi.py': names('shop.settings.local'),
      'shop/settings/__init__.py': '',
      'shop/settings/base.py': settingsText,
      'shop/settings/local.py': `from .base import *\n${settingsText}`,
      'shop/settings/cloud.py': `from .base import *\n${settingsText}`,
    };
    const entry = find(files).production;
    expect(entry).toMatchObject({ module: undefined, path: undefined, candidates: ['shop.settings.cloud'] });
    expect(entry?.reason).toContain('`shop.settings.local` looks like development; it may be `shop.settings.cloud`');
    expect(production(files, { settings: 'shop.settings.cloud' })?.path).toBe('shop/settings/cloud.py');
    const { 'shop/settings/cloud.py': _, ...alone } = files;
    expect(production(alone)?.module).toBe('shop.settings.local');
  });

  test('is not known where the web process names a module that is not in the repository', () => {
    const files = {
      'manage.py': names('settings.common'),
      'wsgi.py': names('settings.common'),
      'settings/common.py': settingsText,
    };
    const web = (at: Process['at']): Process => ({
      name: 'web',
      role: 'web',
      at,
      variables: [],
      application: 'wsgi:application',
      settings: { module: 'settings.config', at },
    });
    const entry = find(files, { deployment: (at) => ({ processes: [web(at)] }) }).production;
    expect(entry).toMatchObject({ module: undefined, path: undefined, candidates: ['settings.common'] });
    expect(entry?.reason).toContain('`settings.config` is not in the repository');
  });

  test('goes by wsgi.py where manage.py names another one', () => {
    const files = {
      'manage.py': names('shop.settings.dev'),
      'shop/wsgi.py': names('shop.settings.live'),
      'shop/settings/__init__.py': '',
      'shop/settings/dev.py': settingsText,
      'shop/settings/live.py': settingsText,
    };
    expect(production(files)?.module).toBe('shop.settings.live');
    expect(find(files).production?.candidates).toContain('shop.settings.dev');
    const { all, production: chosen } = find(files);
    expect(all.map(({ name }) => name)).toEqual(['shop/wsgi.py', 'manage.py']);
    expect(all).toContain(chosen);
  });

  test('is the production-named module beside a development one', () => {
    const files = {
      'manage.py': names('shop.settings.dev'),
      'shop/wsgi.py': names('shop.settings.dev'),
      'shop/settings/__init__.py': '',
      'shop/settings/dev.py': settingsText,
      'shop/settings/production.py': 'from .dev import *\n',
    };
    expect(production(files)?.module).toBe('shop.settings.production');
    expect(find(files).production?.reason).toContain('looks like development');
  });

  test('is never a part of settings that is named for production', () => {
    const files = {
      'manage.py': names('shop.settings.dev'),
      'shop/wsgi.py': names('shop.settings'),
      'shop/settings/general.py': settingsText,
      'shop/settings/dev.py': 'from .general import *\nDEBUG = True\n',
      'shop/settings/prod_database_hosts.py': 'DATABASES = {}\nDEBUG = False\n',
      'shop/settings/prod_databases.py': 'from .prod_database_hosts import *\n',
      'shop/settings/prod_web.py': 'from .general import *\nfrom .prod_databases import *\n',
    };
    expect(production(files)?.module).toBe('shop.settings.prod_web');
    const { 'shop/settings/prod_web.py': _, ...parts } = files;
    expect(production(parts)?.module).toBe('shop.settings.dev');
    const { 'manage.py': __, 'shop/wsgi.py': ___, ...unnamed } = files;
    expect(production(unnamed)?.path).toBe('shop/settings/prod_web.py');
    expect(production({ ...parts, 'shop/settings/prod_all.py': 'from company.settings import *\n' })?.module).toBe(
      'shop.settings.prod_all',
    );
  });

  test('is what manage.py names for production where wsgi.py names what is no module', () => {
    const files = {
      'manage.py': names('shop.settings.prod'),
      'shop/wsgi.py': names('shop.settings'),
      'shop/settings/general.py': settingsText,
      'shop/settings/prod.py': 'from .general import *\n',
      'shop/settings/prod_all.py': 'from .general import *\n',
    };
    const entry = find(files).production;
    expect(entry).toMatchObject({ module: 'shop.settings.prod', name: 'manage.py' });
    expect(entry?.reason).toBe('`manage.py` sets it as the default');
  });

  test('is inside a settings package whose __init__.py has no code', () => {
    const files = {
      'manage.py': names('shop.settings'),
      'shop/wsgi.py': names('shop.settings'),
      'shop/settings/__init__.py': '"""Settings."""\n# nothing\n',
      'shop/settings/prod.py': settingsText,
    };
    expect(production(files)?.module).toBe('shop.settings.prod');
  });

  test('is not known where wsgi.py names a package without code that has settings of no stated purpose or for development', () => {
    const files = {
      'manage.py': names('shop.settings.dev'),
      'shop/wsgi.py': names('shop.settings'),
      'shop/settings.py': settingsText,
      'shop/settings/__init__.py': '',
      'shop/settings/base.py': settingsText,
      'shop/settings/dev.py': `from .base import *\n${settingsText}`,
    };
    const entry = find(files).production;
    expect(entry).toMatchObject({ module: undefined, path: undefined });
    expect(entry?.reason).toMatch(/`shop\.settings` is an empty package; it may be `.*`shop\.settings\.dev`/);
    const told = (at: Process['at']): Partial<Deployment> => ({
      processes: [{ name: 'web', role: 'web', at, variables: [], settings: { module: 'shop.settings', at } }],
    });
    expect(find(files, { deployment: told }).production?.module).toBe('shop.settings');
  });

  test('is what a Dockerfile sets where wsgi.py falls back to a name that is only found beside itself', () => {
    const files = {
      'manage.py': names('settings.development'),
      'settings/__init__.py': '',
      'settings/wsgi.py': names('production'),
      'settings/base.py': settingsText,
      'settings/development.py': `from .base import *\n${settingsText}`,
      'settings/production.py': `from .base import *\n${settingsText}`,
      Dockerfile: 'FROM python:3.13\nENV A=1 DJANGO_SETTINGS_MODULE=settings.production\n',
    };
    expect(production(files)).toEqual({ module: 'settings.production', path: 'settings/production.py', roots: [''] });
    // From the root, or from a directory that is no package, the default is found.
    expect(production({ ...files, 'settings/wsgi.py': names('settings.base') })?.module).not.toBe(undefined);
    const { Dockerfile: _none, ...others } = files;
    expect(production(others)?.module).toBe('production');
    expect(
      production({ ...files, Dockerfile: 'FROM python:3.13\nENV DJANGO_SETTINGS_MODULE settings.development\n' })
        ?.module,
    ).toBe('production');
  });

  test('is a settings package whose __init__.py combines others', () => {
    const files = {
      'manage.py': names('shop.settings'),
      'shop/wsgi.py': names('shop.settings'),
      'shop/settings/__init__.py': 'from .prod import *\n',
      'shop/settings/prod.py': settingsText,
    };
    expect(production(files)?.path).toBe('shop/settings/__init__.py');
  });

  test('is what --settings names, before all else', () => {
    const files = { 'a/manage.py': names('x.settings'), 'a/x/settings.py': settingsText, 'a/x/other.py': settingsText };
    expect(production(files, { settings: 'x.other' })).toEqual({
      module: 'x.other',
      path: 'a/x/other.py',
      roots: ['a'],
    });
    expect(production(files, { settings: 'a/x/other.py' })?.module).toBe('x.other');
    expect(find(files, { settings: 'x.nothing' }).production).toMatchObject({ module: 'x.nothing', path: undefined });
  });

  test('is what the environment names that an operator gives', () => {
    const files = { 'manage.py': names('x.settings'), 'x/settings.py': settingsText, 'x/live.py': settingsText };
    expect(production(files, { variables: { DJANGO_SETTINGS_MODULE: 'x.live' } })?.module).toBe('x.live');
  });

  test('is a lone settings file where nothing names one', () => {
    expect(production({ 'x/settings.py': settingsText, 'x/urls.py': '' })?.module).toBe('settings');
    expect(production({ 'x/__init__.py': '', 'x/settings.py': settingsText })?.module).toBe('x.settings');
  });

  test('is nothing in a repository without Django', () => {
    const flask = { 'app/local_settings.py': "SECRET_KEY = 'x'\nDEBUG = True\n", 'app/main.py': 'import flask\n' };
    expect(find(flask).production).toBeUndefined();
    expect(production({ ...flask, 'app/urls.py': 'from django.urls import path\n' })?.path).toBe(
      'app/local_settings.py',
    );
    expect(find({ 'main.py': 'print(1)' })).toEqual({ all: [], production: undefined, orphans: [] });
  });

  test('is never looked for in installed packages, tests or build output', () => {
    const files = {
      'manage.py': names('x.settings'),
      'x/settings.py': settingsText,
      'env/lib/python3.11/site-packages/y/wsgi.py': names('y.settings'),
      'myenv/pyvenv.cfg': '',
      'myenv/y/wsgi.py': names('y.settings'),
      'node_modules/y/wsgi.py': names('y.settings'),
      'tests/wsgi.py': names('y.settings'),
      'build/wsgi.py': names('y.settings'),
    };
    expect(find(files).all.map(({ name }) => name)).toEqual(['manage.py']);
  });

  test('is of the project nearest to the root, and says that there are several', () => {
    const files = {
      'manage.py': names('a.settings'),
      'a/wsgi.py': names('a.settings'),
      'a/settings.py': settingsText,
      'old/manage.py': names('b.settings'),
      'old/b/wsgi.py': names('b.settings'),
      'old/b/settings.py': settingsText,
    };
    expect(production(files)?.module).toBe('a.settings');
    expect(find(files).production?.reason).toContain('of several projects');
  });
});

test('directories that wsgi.py adds to sys.path are searched too', () => {
  const files = {
    'manage.py': names('config.settings'),
    'config/wsgi.py': `import sys\nfrom pathlib import Path\nBASE = Path(__file__).resolve(strict=True).parent.parent\nsys.path.append(str(BASE / 'shop'))\nsys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'lib'))\n${names('config.settings')}`,
    'config/settings.py': settingsText,
  };
  expect(find(files).production?.roots).toEqual(['lib', '', 'shop']);
});

describe('a computed module name', () => {
  const project = (code: string) => ({
    'manage.py': '',
    'x/wsgi.py': `import os\n${code}\n`,
    'x/__init__.py': '',
    'x/settings/__init__.py': '',
    'x/settings/base.py': settingsText,
    'x/settings/prod.py': settingsText,
    'x/settings/dev.py': settingsText,
  });
  test.each([
    ["os.environ['DJANGO_SETTINGS_MODULE'] = 'x.settings.base'", 'x.settings.base'],
    [
      "os.environ.setdefault('DJANGO_SETTINGS_MODULE', f\"x.settings.{os.environ.get('ENV', 'prod')}\")",
      'x.settings.prod',
    ],
    ["os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'x.settings.%s' % os.getenv('ENV', 'prod'))", 'x.settings.prod'],
    [
      "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'x.settings.{}'.format(os.getenv('ENV', 'base')))",
      'x.settings.base',
    ],
    [
      "ENV = os.environ.get('ENV') or 'prod'\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'x.settings.' + ENV)",
      'x.settings.prod',
    ],
    [
      "if os.environ.get('DEV'):\n    os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'x.settings.dev')\nelse:\n    os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'x.settings.prod')",
      'x.settings.prod',
    ],
  ])('%s', (code, module) => {
    expect(find(project(code)).production?.module).toBe(module);
  });

  test('that cannot be worked out leads to the module that is named for production', () => {
    const code = "import secretstore\nos.environ['DJANGO_SETTINGS_MODULE'] = secretstore.module()";
    const entry = find(project(code)).production;
    expect(entry?.path).toBe('x/settings/prod.py');
  });
});

describe('a default that production does not mean', () => {
  const beside = {
    'manage.py': '',
    'x/settings/base.py': settingsText,
    'x/settings/production.py': `from .base import *\n`,
  };
  const wsgi = (line: string) => ({ 'x/wsgi.py': `import os\n${line}\n` });

  test('is what the settings named for production are built on', () => {
    const entry = find({
      ...beside,
      ...wsgi("os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'x.settings.base')"),
    }).production;
    expect(entry).toMatchObject({
      module: 'x.settings.production',
      reason:
        '`x/wsgi.py` names `x.settings.base`, which is what others are built on; `x/settings/production.py` beside it is named for production',
    });
  });

  test('is loaded itself where manage.py sets a module whatever the environment names', () => {
    const files = {
      'manage.py':
        "import os\nfrom config.settings.base import DEBUG\nif DEBUG:\n    os.environ['DJANGO_SETTINGS_MODULE'] = 'config.settings.local'\nelse:\n    os.environ['DJANGO_SETTINGS_MODULE'] = 'config.settings.production'\n",
      'config/wsgi.py': names('config.settings.base'),
      'config/settings/base.py': settingsText,
      'config/settings/local.py': 'from .base import *\n',
      'config/settings/production.py': 'from .base import *\nDEBUG = False\n',
    };
    expect(production(files)?.module).toBe('config.settings.base');
  });

  test('also where the settings are named for Django', () => {
    const entry = find({
      'manage.py': '',
      'config/django/base.py': settingsText,
      'config/django/production.py': "from .base import *\nSECRET_KEY = 'x'\nDEBUG = False\n",
      'config/wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.django.base')\n",
    }).production;
    expect(entry?.module).toBe('config.django.production');
  });

  test('is one only where nothing sets it', () => {
    const line = "os.environ['DJANGO_SETTINGS_MODULE'] = 'x.settings.base'";
    expect(find({ ...beside, ...wsgi(line) }).production?.module).toBe('x.settings.base');
  });

  test('may be kept in a name as well, and gives way to what is named for production before what is for a platform', () => {
    const line = "module = os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'x.settings.develop')";
    const files = { 'x/settings/develop.py': settingsText, 'x/settings/heroku.py': 'from .production import *\n' };
    expect(find({ ...beside, ...files, ...wsgi(line) }).production?.module).toBe('x.settings.production');
  });
});

describe('a module name that hangs on something', () => {
  test('with a part that is not known means the module there that is named for production', () => {
    const entry = find({
      'manage.py': '',
      'src/config/wsgi.py':
        "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', f\"config.settings.{os.environ.get('STAGE')}\")\n",
      'src/config/settings/base.py': settingsText,
      'src/config/settings/development.py': settingsText,
      'src/config/settings/production.py': settingsText,
    }).production;
    expect(entry).toMatchObject({
      module: 'config.settings.production',
      roots: ['src'],
      candidates: ['config.settings.base', 'config.settings.development'],
      reason:
        '`src/config/wsgi.py` names `config.settings.…`, and of the modules there `config.settings.production` is named for production',
    });
  });

  test('and that a module of the project makes is what it can be there', () => {
    const entry = find({
      'manage.py': '',
      'shop/stage.py':
        "STAGE = 'dev'\nif STAGE == 'dev':\n    MODULE = 'shop.settings.dev'\nelse:\n    MODULE = 'shop.settings.live'\n",
      'shop/wsgi.py':
        "import os\nfrom shop.stage import MODULE as module\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', module)\n",
      'shop/settings/dev.py': settingsText,
      'shop/settings/live.py': settingsText,
    }).production;
    expect(entry).toMatchObject({ module: 'shop.settings.live', at: { path: 'shop/wsgi.py' } });
  });

  test('is the one of the branch that a constant of the project takes', () => {
    const module = (base: string, test: string, from = 'from shop.settings import base') =>
      find({
        'manage.py': '',
        'shop/settings/__init__.py': '',
        'shop/settings/base.py': base,
        'shop/wsgi.py': `import os\n${from}\nif ${test}:\n    os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings.near')\nelse:\n    os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings.far')\n`,
        'shop/settings/near.py': settingsText,
        'shop/settings/far.py': settingsText,
      }).production;
    expect(module('DEBUG = True\n', 'base.DEBUG')).toMatchObject({ module: 'shop.settings.near', candidates: [] });
    expect(module('DEBUG = False\n', 'base.DEBUG')).toMatchObject({ module: 'shop.settings.far', candidates: [] });
    expect(module('DEBUG = True\n', 'not DEBUG', 'from shop.settings.base import DEBUG')?.candidates).toEqual([]);
    const open = [
      "DEBUG = os.getenv('D')\n",
      'DEBUG = True\nif x:\n    DEBUG = False\n',
      'DEBUG = True\nfrom .x import *\n',
    ];
    for (const base of open) expect(module(base, 'base.DEBUG')?.candidates).toHaveLength(1);
  });

  test('is no pattern of its own', () => {
    const code = `import os\nos.environ['DJANGO_SETTINGS_MODULE'] = '(' + os.getcwd() + '${'.+'.repeat(20)}' + os.getcwd()\n`;
    expect(find({ 'manage.py': '', 'x/wsgi.py': code, 'x/settings.py': settingsText }).production?.path).toBe(
      'x/settings.py',
    );
  });
});

describe('processes of the target', () => {
  const files = {
    Procfile: 'web: gunicorn x.wsgi',
    'manage.py': names('x.settings'),
    'x/__init__.py': '',
    'x/wsgi.py': names('x.settings'),
    'x/settings.py': settingsText,
    'x/live.py': settingsText,
    'x/celery.py': names('x.live'),
  };
  const one = (process: Partial<Process>) => (at: Process['at']) => ({
    processes: [{ name: 'web', role: 'web' as const, at, variables: [], ...process }],
  });

  test('load what their variables say, before what wsgi.py defaults to', () => {
    const deployment = (at: Process['at']) =>
      one({
        application: 'x.wsgi:application',
        variables: [{ name: 'DJANGO_SETTINGS_MODULE', value: 'x.live', at, by: 'Dockerfile' }],
      })(at);
    expect(find(files, { deployment }).production).toMatchObject({ module: 'x.live', path: 'x/live.py' });
  });

  test('load what they are told although it is named for development, where they are certainly production', () => {
    const beside = {
      ...files,
      'x/settings/__init__.py': '',
      'x/settings/dev.py': settingsText,
      'x/settings/prod.py': settingsText,
    };
    const told = (traits: Deployment['traits']) =>
      find(beside, {
        deployment: (at) => ({
          ...one({ variables: [{ name: 'DJANGO_SETTINGS_MODULE', value: 'x.settings.dev', at, by: 'compose' }] })(at),
          traits,
        }),
      }).production?.module;
    expect(told(new Map([['certificate-ordered', undefined]]))).toBe('x.settings.dev');
    expect(told(new Map())).toBe('x.settings.prod');
  });

  test('of django-admin load what the environment names, not what manage.py falls back to', () => {
    const { all } = find(files, {
      deployment: one({ name: 'migrate', role: 'release', command: 'django-admin migrate' }),
    });
    expect(all.find(({ name }) => name === 'migrate')?.module).toBeUndefined();
    const managed = find(files, {
      deployment: one({ name: 'migrate', role: 'release', command: 'python manage.py migrate' }),
    });
    expect(managed.all.find(({ name }) => name === 'migrate')?.module).toBe('x.settings');
  });

  test('load what the served application names', () => {
    const { all, production: web } = find(files, { deployment: one({ application: 'x.wsgi:application' }) });
    expect(web).toMatchObject({ name: 'web', module: 'x.settings', path: 'x/settings.py' });
    expect(all.map(({ name }) => name)).toEqual(['web', 'x/wsgi.py', 'manage.py']);
  });

  test('load what --settings in their command says', () => {
    const deployment = one({ role: 'release', name: 'release', command: 'python manage.py migrate --settings=x.live' });
    expect(find(files, { deployment }).all[0]).toMatchObject({ role: 'release', module: 'x.live' });
  });

  test('of Celery load what the module of the application names', () => {
    const deployment = one({ role: 'worker', name: 'worker', command: 'celery -A x worker -l info' });
    expect(find(files, { deployment }).all[0]).toMatchObject({ role: 'worker', module: 'x.live' });
  });

  test('run from the directory that their file says', () => {
    const nested = Object.fromEntries(Object.entries(files).map(([path, text]) => [`app/${path}`, text]));
    const deployment = one({ application: 'x.wsgi:application', directory: 'app' });
    expect(find(nested, { deployment }).production).toMatchObject({ path: 'app/x/settings.py', roots: ['app'] });
  });
});

describe('orphans', () => {
  const files = {
    'manage.py': names('x.settings.prod'),
    'x/__init__.py': '',
    'x/settings/__init__.py': '',
    'x/settings/base.py': settingsText,
    'x/settings/prod.py': 'from .base import (\n    *\n)\nfrom .base import *\n',
    'x/settings/hardened.py': settingsText,
  };
  test('are settings modules that nothing loads', () => {
    expect(find(files).orphans).toEqual([{ module: 'x.settings.hardened', path: 'x/settings/hardened.py' }]);
  });
  test('are not claimed where modules are loaded by worked-out names', () => {
    const dynamic = {
      ...files,
      'x/settings/prod.py': "import importlib\nimportlib.import_module('x.settings.' + name)\n",
    };
    expect(find(dynamic).orphans).toEqual([]);
  });
});

test('broken files end discovery without an exception', () => {
  const files = {
    'manage.py': `DJANGO_SETTINGS_MODULE ${'('.repeat(5000)}`,
    'x/wsgi.py': "\0DJANGO_SETTINGS_MODULE = {{ cookiecutter.x }}\nos.environ['DJANGO_SETTINGS_MODULE'] = ''\n",
    'x/settings.py': settingsText,
  };
  expect(find(files).production).toMatchObject({ path: 'x/settings.py' });
});

test('a module says in words that it is for development', () => {
  const said = (text: string) =>
    find({
      'wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.docker')\n",
      'shop/__init__.py': '',
      'shop/docker.py': `${text}\n`,
    }).production?.said;
  expect(said('"""Settings for local development."""')).toBe('Settings for local development.');
  expect(said('# shop\n\n"""\nDevelopment settings\n"""')).toBe('Development settings');
  expect(said('class Docker(Base):\n\n    """Settings for local\n    development with Docker"""\n')).toBe(
    'Settings for local development with Docker',
  );
  for (const text of [
    'class Dev:\n    """Settings for development."""\n\nclass Live:\n    pass',
    '"""Base settings for local development."""',
    '"""Settings for development and production."""',
    '"""Settings for the development of regions."""',
    '# Settings for development.\nX = 1',
    'X = 1\n"""Settings for development."""',
  ])
    expect(said(text)).toBeUndefined();
});
