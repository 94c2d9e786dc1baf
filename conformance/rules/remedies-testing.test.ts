/** Remedies of the rules about tests: what they install, ask for and add works in the project as it is. */

import { describe, expect, test } from 'vitest';
import { type Files, remedyOf } from './finding-of.js';

const manage = "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n";

describe('a workflow installs what the tests run on', () => {
  const code = (files: Files) =>
    remedyOf('testing/ci-missing', {
      'manage.py': manage,
      'config/__init__.py': '',
      ...('config/settings/__init__.py' in files
        ? {}
        : { 'config/settings.py': "INSTALLED_APPS = ['shop']\nROOT_URLCONF = 'config.urls'\n" }),
      'shop/tests.py': 'def test_home(client):\n    assert client\n',
      ...files,
    })?.code ?? '';

  test('from the list that leads to what runs them, as pip-compile pinned it', () => {
    const lists = {
      'pytest.ini': '[pytest]\n',
      'requirements/dev.in': '-r production.in\n',
      'requirements/production.in': 'Django\n',
      'requirements/test.in': 'pytest\npytest-django\n',
    };
    expect(code(lists)).toContain('pip install -r requirements/dev.in -r requirements/test.in\n');
    const pinned = { 'requirements/test.txt': 'Django==5.2.8\npytest==8.4.2\npytest-django==4.11.1\n' };
    expect(code({ ...lists, ...pinned })).toContain('pip install -r requirements/test.txt\n');
    const whole = { 'requirements/test.in': '-r ../requirements/production.in\npytest\npytest-django\n' };
    expect(code({ ...lists, ...whole })).toContain('pip install -r requirements/test.in\n');
    expect(code({ 'pytest.ini': '[pytest]\n', 'requirements.txt': 'Django==5.2.8\n' })).toContain(
      'pip install -r requirements.txt pytest-django\n',
    );
  });

  test('on the Python of production, or the newest that a pinned Django knows', () => {
    const declared = { 'requirements.txt': 'Django==5.2.8\n', '.python-version': '3.13\n' };
    expect(code(declared)).toContain("setup-python@v5\n        with:\n          python-version: '3.13'\n");
    expect(code({ 'requirements.txt': 'Django==3.2.4\n' })).toContain("python-version: '3.9'\n");
    expect(code({ 'requirements.txt': 'Django==3.2.25\n' })).toContain("python-version: '3.10'\n");
    expect(code({ 'requirements.txt': 'Django>=3\n' })).toMatch(/setup-python@v5\n {6}- run/);
  });

  test('on no Python older than the project asks for', () => {
    const asks = (python: string) => ({
      'pyproject.toml': `[project]\nname = "shop"\nversion = "1"\nrequires-python = "${python}"\ndependencies = ["Django==5.0.4"]\n`,
    });
    expect(code(asks('>=3.13'))).toContain("python-version: '3.13'\n");
    expect(code(asks('>=3.10'))).toContain("python-version: '3.12'\n");
  });

  test('with poetry, whose project is no package, and not with a lock that holds nothing', () => {
    const poetry = (more: string) => ({
      'pyproject.toml': `[tool.poetry]\nname = "shop"\n${more}\n[tool.poetry.dependencies]\npython = "^3.12"\ndjango = "5.2.8"\n`,
    });
    expect(code(poetry(''))).toMatch(/poetry install --no-root\n {6}- run: poetry run pytest/);
    expect(code(poetry('packages = [{ include = "shop" }]'))).toMatch(/poetry install\n/);
    const empty = {
      'pyproject.toml': '[project]\nname = "django-shop"\nversion = "1"\ndependencies = []\n',
      'uv.lock': 'version = 1\n\n[[package]]\nname = "django-shop"\nversion = "1"\nsource = { virtual = "." }\n',
      'requirements.txt': 'Django==5.2.8\n',
    };
    expect(code(empty)).toMatch(/pip install -r requirements.txt pytest-django\n {6}- run: pytest/);
    const full = { ...empty, 'uv.lock': `${empty['uv.lock']}\n[[package]]\nname = "django"\nversion = "5.2.8"\n` };
    expect(code(full)).toMatch(/uv sync\n {6}- run: uv run pytest/);
  });

  test('with settings that start', () => {
    const of = (production: string) =>
      code({
        'shop/tests.py': 'from django.test import TestCase\n\n\nclass Pages(TestCase):\n    pass\n',
        'config/settings/__init__.py': '',
        'config/settings/base.py': "INSTALLED_APPS = ['shop']\n",
        'config/settings/dev.py': 'from .base import *\n',
        'config/settings/prod.py': `from .base import *\n${production}`,
        'config/wsgi.py': manage.replace('config.settings', 'config.settings.prod'),
      });
    expect(of('DEBUG = False\n')).toContain('manage.py test --settings=config.settings.prod');
    expect(of("KEY = os.environ['KEY']\n")).toContain('manage.py test --settings=config.settings.dev');
  });

  test('where pytest finds its configuration and manage.py', () => {
    const below = (files: Files) =>
      remedyOf('testing/ci-missing', {
        'src/manage.py': manage,
        'src/config/__init__.py': '',
        'src/config/settings.py': "INSTALLED_APPS = ['shop']\n",
        'src/shop/tests.py': 'def test_home(client):\n    assert client\n',
        'src/config/wsgi.py': manage,
        ...files,
      })?.code;
    const configured = '[tool:pytest]\nDJANGO_SETTINGS_MODULE = config.settings\n';
    expect(below({ 'src/setup.cfg': configured })).toMatch(/- run: pytest\n {8}working-directory: src$/);
    expect(below({})).toMatch(/- run: pytest --ds=config\.settings\n {8}working-directory: src$/);
    expect(below({ 'setup.cfg': configured })).toMatch(/- run: pytest$/);
  });

  test('in an image where no runner has the Python any more', () => {
    const old = code({ 'requirements.txt': 'Django==1.10.5\n', 'runtime.txt': 'python-3.6.0\n' });
    expect(old).toContain('    runs-on: ubuntu-latest\n    container: python:3.6\n');
    expect(old).not.toContain('setup-python');
  });
});

describe('a workflow runs the tests', () => {
  const workflow = (settings: string, files: Files = {}) =>
    remedyOf('testing/ci-missing', {
      'manage.py': manage,
      'config/__init__.py': '',
      'config/settings.py': `import os\nINSTALLED_APPS = ['shop']\nROOT_URLCONF = 'config.urls'\n${settings}`,
      'shop/tests.py': 'from django.test import TestCase\n\n\nclass Pages(TestCase):\n    pass\n',
      ...files,
    });
  const database = (engine: string, rest: string) =>
    `DATABASES = {'default': {'ENGINE': 'django.db.backends.${engine}', 'NAME': 'shop', ${rest}}}\n`;
  const variables =
    "'USER': os.environ['DB_USER'], 'PASSWORD': os.environ['DB_PASSWORD'], 'HOST': os.environ['DB_HOST'], 'PORT': os.environ['DB_PORT']";

  test('by pytest where nothing else collects them', () => {
    const plain = workflow('', { 'shop/tests.py': 'def test_home(client):\n    assert client\n' })?.code;
    // No file declares packages: one that is not there cannot be installed.
    expect(plain).toMatch(/pip install 'Django~=[\d.]+' pytest-django\n {6}- run: pytest --ds=config\.settings/);
    expect(workflow('')?.code).toContain('- run: python manage.py test');
  });

  test('beside the database server that the settings ask for', () => {
    const postgres = workflow(database('postgresql', variables))?.code;
    expect(postgres).toContain(`    services:
      postgres:
        image: postgres:16
        env:
          POSTGRES_USER: postgres
          POSTGRES_PASSWORD: only-for-tests
        ports: ['5432:5432']`);
    expect(postgres).toContain(
      "      DB_HOST: localhost\n      DB_PASSWORD: only-for-tests\n      DB_PORT: '5432'\n      DB_USER: postgres\n",
    );
    const mysql = workflow(database('mysql', variables))?.code;
    expect(mysql).toContain("          MYSQL_ROOT_PASSWORD: only-for-tests\n        ports: ['3306:3306']");
    expect(mysql).toContain('      DB_HOST: 127.0.0.1\n');
    expect(workflow(database('sqlite3', ''))?.code).not.toContain('services:');
  });

  test('or says that the job has to start one', () => {
    const real = workflow(
      database('mysql', "'USER': 'root', 'PASSWORD': 'kR7#wq2LpZ81', 'HOST': 'localhost', 'PORT': '3306'"),
    );
    expect(real?.code).not.toContain('services:');
    expect(real?.summary).toContain('The settings connect to MySQL at `localhost`: let the job start one');
    expect(JSON.stringify(real)).not.toContain('kR7');
  });

  test('on the one Python of an old Django', () => {
    const old = workflow('', { 'requirements.txt': 'Django==1.6.5\n' });
    expect(old?.code).toContain('    container: python:2.7\n');
    expect(old?.summary).toContain('Django 1.6 runs on no Python that is supported today');
  });

  test('with the lists that pip can read', () => {
    const files = {
      'requirements/base.txt': 'Django==5.2.8\n',
      'requirements/local.txt': '-r base.txt\nhttp://api.example.com/conditions.json\n',
      'requirements/production.txt': '-r base.txt\n',
    };
    expect(workflow('', files)?.code).toMatch(/pip install -r requirements\/(base|production).txt\n/);
  });
});

test('a script that the runner would import as a test is to be renamed first', () => {
  const files = {
    'manage.py': manage,
    'config/settings.py': "INSTALLED_APPS = ['shop']\n",
    'shop/tests.py': 'from django.test import TestCase\n\n\nclass Pages(TestCase):\n    pass\n',
    'test_helpers.py':
      "import requests\n\n\ndef get():\n    return requests.get('/')\n\n\nif __name__ == '__main__':\n    requests.get('/')\n",
  };
  const summary = (more: Files) => remedyOf('testing/ci-missing', { ...files, ...more })?.summary ?? '';
  expect(summary({})).not.toContain('Rename');
  expect(summary({ 'test_email.py': "send_mail('Subject', 'Text', None, ['me@example.com'])\n" })).toContain(
    'Rename first what the runner would import, which sends mail or opens a connection: `test_email.py`.',
  );
});

describe('a first test', () => {
  const code = (patterns: string, more = '', django = '5.2.8') =>
    remedyOf('testing/no-tests', {
      'requirements.txt': `Django==${django}\n`,
      'manage.py': manage,
      'config/settings.py': `ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['shop']\n${more}`,
      'config/urls.py': `from django.contrib import admin\nfrom django.urls import path\nfrom django.views.generic import TemplateView\nfrom shop import views\n\nurlpatterns = [${patterns}]\n`,
      'shop/__init__.py': '',
      'shop/views.py':
        "from django.contrib.auth.decorators import login_required\nfrom django.shortcuts import get_object_or_404, render\nfrom django.views.decorators.http import require_POST\n\n\ndef index(request):\n    return render(request, 'shop/index.html')\n\n\ndef newest(request):\n    return render(request, 'shop/item.html', {'item': get_object_or_404(Item, new=True)})\n\n\n@require_POST\ndef order(request):\n    return render(request, 'shop/index.html')\n\n\n@login_required\ndef account(request):\n    return render(request, 'shop/account.html')\n",
    })?.code;

  test('asks for an address that is there', () => {
    const items = "path('items/<int:pk>/', views.index)";
    expect(code(`path('shop/', views.index), path('', views.index), ${items}`)).toContain("get('/').status_code, 200)");
    expect(code("path('', TemplateView.as_view(template_name='home.html'))")).toContain("get('/').status_code, 200)");
    expect(code(`path('admin/', admin.site.urls), ${items}, path('shop/', views.index)`)).toContain("get('/shop/')");
    const rest = "path('', views.newest), path('order/', views.order), ";
    expect(code(`${rest}path('me/', views.account)`)).toContain("get('/me/').status_code, 302)");
    expect(code(`${rest}path('admin/', admin.site.urls)`)).toContain("get('/admin/login/').status_code, 200)");
    expect(code(rest)).toBeUndefined();
  });

  test('takes the plain storage where that of production asks for collected files', () => {
    const page = "path('', views.index)";
    const noise = 'whitenoise.storage.CompressedManifestStaticFilesStorage';
    const storages = `STORAGES = {'staticfiles': {'BACKEND': '${noise}'}}\n`;
    const plain = 'django.contrib.staticfiles.storage.StaticFilesStorage';
    expect(code(page, storages)).toContain(
      `@override_settings(STORAGES={**settings.STORAGES, 'staticfiles': {'BACKEND': '${plain}'}})\nclass Pages`,
    );
    const legacy = code(page, `STATICFILES_STORAGE = '${noise}'\n`, '3.2.25');
    expect(legacy).toContain(`@override_settings(STATICFILES_STORAGE='${plain}')\nclass Pages`);
    expect(code("path('me/', views.account)", storages)).not.toContain('override_settings');
  });

  test('comes by HTTPS where all else is redirected', () => {
    expect(code("path('', views.index)", 'SECURE_SSL_REDIRECT = True\n')).toContain("get('/', secure=True)");
  });
});

test('a step is added to the workflow of the tests of the site itself', () => {
  const remedy = (files: Files) =>
    remedyOf('testing/ci-deploy-check-missing', {
      'site/manage.py': manage,
      'config/settings.py': 'DEBUG = False\n',
      '.github/workflows/app-ios-test.yml': 'on: push\njobs:\n  test:\n    steps:\n      - run: pytest ios\n',
      ...files,
    });
  const check = { '.github/workflows/check.yml': 'on: push\njobs:\n  check:\n    steps:\n      - run: make check\n' };
  expect(remedy(check)).toMatchObject({ path: '.github/workflows/check.yml' });
  expect(remedy(check)?.summary).toContain('put it there, where Django is installed');
  expect(remedy(check)?.code).toMatch(/^ {6}- run: python site\/manage\.py check --deploy/);
  expect(remedy({})).toMatchObject({ path: '.github/workflows/app-ios-test.yml' });
});

test('a step gives the variables that the settings stop without', () => {
  const code = (line: string) =>
    remedyOf('testing/ci-deploy-check-missing', {
      'manage.py': manage,
      'config/settings.py': `import os\n${line}`,
      '.github/workflows/test.yml': 'on: push\njobs:\n  test:\n    steps:\n      - run: pytest\n',
    })?.code;
  const key = 'only-for-tests-'.repeat(4);
  expect(code("SECRET_KEY = os.environ['SECRET_KEY']\nEMAIL_PORT = int(os.environ['MAIL_PORT'])\n")).toBe(
    `      - run: python manage.py check --deploy --fail-level WARNING --settings=config.settings\n        env:\n          SECRET_KEY: '${key}'\n          MAIL_PORT: '1'`,
  );
  expect(code("SECRET_KEY = os.environ.get('SECRET_KEY', 'fallback')\n")).toContain(`SECRET_KEY: '${key}'`);
  expect(code("DEBUG = os.environ.get('DEBUG', 'True') == 'True'\n")).toContain("env:\n          DEBUG: 'False'");
  expect(code('DEBUG = False\n')).toMatch(/^ {6}- run: python manage\.py[^\n]*$/);
});

test('a workflow that runs no tests is said to install nothing', () => {
  const of = (step: string) =>
    remedyOf('testing/ci-deploy-check-missing', {
      'manage.py': manage,
      'config/settings.py': 'DEBUG = False\n',
      '.github/workflows/deploy.yml': `on: push\njobs:\n  deploy:\n    steps:\n      - run: ${step}\n`,
    })?.summary;
  expect(of('python -m venv antenv')).toMatch(/No step here was recognised as one that runs the tests/);
  expect(of('make test')).toMatch(/The tests are run by what this file calls/);
});

test('CI gives the settings of production a key, and nothing else that the key hangs on', () => {
  const files = {
    'manage.py': manage,
    'config/__init__.py': '',
    'config/base.py':
      "import os\nSECRET_KEY = os.environ['SECRET_KEY']\nALLOWED_HOSTS = os.environ.get('HOSTS', 'a.test').split(',')\nDEBUG = os.environ.get('DEBUG', '') == '1'\n",
    'config/settings.py':
      'from config import base\n\n\ndef gathered(module):\n    return {k: v for (k, v) in vars(module).items() if k.isupper()}\n\n\nglobals().update(gathered(base))\n',
    '.github/workflows/ci.yml':
      'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: python manage.py test\n',
  };
  const code = remedyOf('testing/ci-deploy-check-missing', files)?.code ?? '';
  expect(code).toContain('SECRET_KEY');
  expect(code).not.toMatch(/HOSTS|DEBUG/);
  const chosen =
    "import os\nSECRET_KEY = os.environ.get('SECRET_KEY')\nif os.environ.get('CIRCLECI'):\n    SECRET_KEY = 'of CI'\n";
  expect(remedyOf('testing/ci-deploy-check-missing', { ...files, 'config/settings.py': chosen })?.code).not.toContain(
    'CIRCLECI',
  );
});

test('CI gives a variable that names the environment the name that production is taken to have', () => {
  const code = remedyOf('testing/ci-deploy-check-missing', {
    'manage.py': manage,
    'config/__init__.py': '',
    'config/settings.py':
      "import os\nENVIRONMENT = os.environ['ENVIRONMENT']\nDEBUG = ENVIRONMENT == 'local'\nSECRET_KEY = os.environ['SECRET_KEY']\n",
    '.github/workflows/ci.yml':
      'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: python manage.py test\n',
  })?.code;
  expect(code).toContain("ENVIRONMENT: 'production'");
});

test('CI whose tests run in a container asks there, with the variables, and rather where a step runs them itself', () => {
  const of = (steps: string) =>
    remedyOf('testing/ci-deploy-check-missing', {
      'manage.py': manage,
      'config/settings.py': "import os\nSECRET_KEY = os.environ['SECRET_KEY']\n",
      '.github/workflows/ci.yml': `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`,
    });
  const inside = '      - run: docker compose run --rm web python manage.py test\n';
  expect(of(inside)?.code).toContain(
    '- run: docker compose run -e SECRET_KEY --rm web python manage.py check --deploy',
  );
  const both = of(`${inside}      - run: pip install .\n      - run: pytest\n`);
  expect(both?.code).toContain('- run: python manage.py check --deploy');
});

test('CI gives what the settings would leave empty: the key, and the access to the database', () => {
  const code = (settings: string) =>
    remedyOf('testing/ci-missing', {
      'manage.py': manage,
      'requirements.txt': 'Django==5.2.8\npsycopg==3.2.9\n',
      'shop/__init__.py': '',
      'shop/tests.py':
        'from django.test import TestCase\n\n\nclass Shop(TestCase):\n    def test_home(self):\n        self.client.get("/")\n',
      'config/settings.py': `import os\n\nSECRET_KEY = os.environ.get('SECRET_KEY')\n${settings}`,
    })?.code ?? '';
  const server = code(
    "DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'NAME': os.environ.get('POSTGRES_NAME'), 'USER': os.environ.get('POSTGRES_USER'), 'PASSWORD': os.environ.get('POSTGRES_PASSWORD'), 'HOST': os.environ.get('POSTGRES_HOST'), 'PORT': 5432}}\n",
  );
  expect(server).toContain('SECRET_KEY: only-for-tests');
  expect(server).toContain('POSTGRES_HOST: localhost');
  expect(server).toContain('image: postgres:16');
  const file = code(
    "DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': os.environ.get('DB_NAME')}}\n",
  );
  expect(file).toContain('SECRET_KEY: only-for-tests');
  expect(file).not.toMatch(/DB_NAME|postgres/);
});
