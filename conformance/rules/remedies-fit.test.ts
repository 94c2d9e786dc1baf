/** Remedies that fit what is there already: a file's last line, a pin, a class of settings, a proxy. */

import { describe, expect, test } from 'vitest';
import { findingOf, remedyOf } from './finding-of.js';

describe('a pattern gets a line of its own in .gitignore', () => {
  const settings = { 'config/settings.py': 'DEBUG = False\n' };
  const key = `-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n'.repeat(4)}-----END PRIVATE KEY-----\n`;
  test.each([
    ['secrets/database-committed', 'db.sqlite3', 'SQLite format 3', '/db.sqlite3', undefined],
    ['secrets/database-committed', 'data/ibdata1', 'data', '/data/', undefined],
    ['secrets/env-committed', '.env', 'SECRET_KEY=kR7#wq2LpZ81vd0Qm5xTn3Yb\n', '/.env', undefined],
    ['secrets/key-file-committed', 'server.key', key, '/server.key', undefined],
    ['heroku/virtualenv-committed', 'venv/pyvenv.cfg', 'home = /usr/bin\n', '/venv/', 'heroku'],
  ])('%s: %s', (id, path, text, pattern, target) => {
    const ignoring = (listed: string) =>
      remedyOf(id, { ...settings, [path]: text, '.gitignore': listed }, target)?.code?.split('\n')[1];
    expect(ignoring('*.pyc')).toBe(`printf '\\n%s\\n' '${pattern}' >> .gitignore`);
    expect(ignoring('*.pyc\n')).toBe(`echo '${pattern}' >> .gitignore`);
    expect(ignoring('')).toBe(`echo '${pattern}' >> .gitignore`);
  });
});

describe('a setting is written into the class that the settings are', () => {
  const settings = (body: string) => ({
    'requirements.txt': 'Django==5.2.8\ndjango-configurations==2.5.1\n',
    'config/settings.py': `from configurations import Configuration\n\n\nclass Base(Configuration):\n    MIDDLEWARE = ['django.middleware.security.SecurityMiddleware']\n    DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'CONN_MAX_AGE': 60}}\n\n\nclass Prod(Base):\n${body}`,
    'config/wsgi.py':
      "import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\nos.environ.setdefault('DJANGO_CONFIGURATION', 'Prod')\n\nfrom configurations.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n",
  });

  test('whose own value a line of the module gives way to', () => {
    expect(remedyOf('https/ssl-redirect-disabled', settings('    DEBUG = False\n'))).toEqual({
      summary:
        'Redirect in Django, or in the server in front of it. Behind a proxy that speaks plain HTTP to Django, set `SECURE_PROXY_SSL_HEADER` in the same step, or it redirects for ever. Write it in `class Prod`: outside it, it has no effect.',
      code: 'class Prod(Base):\n    # … what is there now\n    SECURE_SSL_REDIRECT = True',
      language: 'python',
      path: 'config/settings.py',
      place: 'part',
    });
  });

  test('which does not see what its base has', () => {
    const code = (body: string) => remedyOf('database/conn-health-checks-missing', settings(body))?.code;
    const line = "    DATABASES['default']['CONN_HEALTH_CHECKS'] = True";
    expect(code('    DEBUG = False\n')).toBe(
      `import copy\n\nclass Prod(Base):\n    # … what is there now\n    DATABASES = copy.deepcopy(Base.DATABASES)\n${line}`,
    );
    expect(code("    DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'CONN_MAX_AGE': 60}}\n")).toBe(
      `class Prod(Base):\n    # … what is there now\n${line}`,
    );
  });
});

test('a stranger behind the same proxy does not lock everybody out', () => {
  const code = (django: string) =>
    remedyOf('auth/login-throttle-missing', {
      'config/settings.py': "INSTALLED_APPS = ['django.contrib.admin']\nROOT_URLCONF = 'config.urls'\n",
      'config/urls.py':
        "from django.contrib import admin\nfrom django.urls import path\nurlpatterns = [path('admin/', admin.site.urls)]\n",
      'requirements.txt': `Django==${django}\n`,
    })?.code;
  expect(code('5.2.8')).toContain("\nAXES_LOCKOUT_PARAMETERS = [['username', 'ip_address']]\nAXES_COOLOFF_TIME = 1");
  expect(code('2.2.4')).toContain('\nAXES_LOCK_OUT_BY_COMBINATION_USER_AND_IP = True\nAXES_COOLOFF_TIME = 1');
});

test('what comes with django-heroku alone is declared before it goes', () => {
  const summary = (requirements: string) =>
    remedyOf(
      'heroku/django-heroku',
      {
        'config/settings.py': 'import django_heroku\n\ndjango_heroku.settings(locals())\n',
        'requirements.txt': `Django==3.0.14\ndjango-heroku==0.3.1\n${requirements}`,
      },
      'heroku',
    )?.summary;
  expect(summary('')).toMatch(
    / Declare `dj-database-url`, `psycopg2` and `whitenoise`, which come with django-heroku alone\.$/,
  );
  expect(summary('dj-database-url==0.5.0\npsycopg2-binary==2.9.9\n')).toMatch(
    / Declare `whitenoise`, which comes with/,
  );
  expect(summary('dj-database-url==0.5.0\npsycopg2-binary==2.9.9\nwhitenoise==5.3.0\n')).toMatch(/ALLOWED_HOSTS`\.$/);
});

describe('the directory of manage.py is where its commands are run', () => {
  const model = 'from django.db import models\n\n\nclass Thing(models.Model):\n    pass\n';
  test.each([
    ['', 'python manage.py makemigrations shop\ngit add shop/migrations'],
    ['src/', 'cd src\npython manage.py makemigrations shop\ngit add shop/migrations'],
  ])('%j', (base, code) => {
    const files = {
      '.gitignore': 'migrations/\n',
      [`${base}manage.py`]: "import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
      [`${base}config/settings.py`]: "INSTALLED_APPS = ['shop']\n",
      [`${base}shop/models.py`]: model,
    };
    expect(remedyOf('migrations/ignored-by-git', files)?.code).toBe(code);
  });
});

describe('a lock file says what its source admits', () => {
  const lock = '[[package]]\nname = "django"\nversion = "5.2.1"\n';
  const summary = (wanted: string) =>
    remedyOf('deps/django-patch-behind', {
      'config/settings.py': 'DEBUG = False\n',
      'pyproject.toml': `[project]\nname = "shop"\ndependencies = ["django${wanted}"]\n`,
      'uv.lock': `version = 1\n\n${lock}`,
    })?.summary;
  test('which an exact pin in it has to be raised for first', () => {
    expect(summary('==5.2.1')).toMatch(
      /^Raise `django==5\.2\.1` in `pyproject\.toml` to `Django==5\.2\.\d+`, then update the lock file;/,
    );
    expect(summary('<=5.2.1')).toMatch(/^Raise `django<=5\.2\.1` in/);
    expect(summary('>=5.2,<6')).toMatch(/^Update the lock file;/);
  });
});

describe('a server is told of settings that only manage.py names', () => {
  const server = 'from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n';
  const code = (start: Readonly<Record<string, string>>, wsgi = server) =>
    remedyOf(
      'docker/development-server',
      {
        'manage.py': "import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
        'shop/settings.py': 'DEBUG = False\n',
        'shop/wsgi.py': wsgi,
        ...start,
      },
      'docker',
    )?.code;
  const image = (line: string) => ({ Dockerfile: `FROM python:3.13-slim\nCOPY . /app\nWORKDIR /app\n${line}\n` });
  const run = 'CMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]';
  const start = 'CMD ["gunicorn", "shop.wsgi:application", "--bind", "0.0.0.0:8000", "--workers", "3"]';

  test('in an image', () => {
    expect(code(image(run))).toBe(`ENV DJANGO_SETTINGS_MODULE=shop.settings\n${start}`);
    expect(code(image(`ENV DJANGO_SETTINGS_MODULE=shop.settings\n${run}`))).toBe(start);
    expect(
      code(image(run), `import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n${server}`),
    ).toBe(start);
  });

  test('in a Compose file', () => {
    const compose = 'services:\n  web:\n    build: .\n    command: python manage.py runserver 0.0.0.0:8000\n';
    expect(code({ ...image(''), 'compose.prod.yaml': compose })).toMatch(
      /^environment:\n {2}DJANGO_SETTINGS_MODULE: shop\.settings\ncommand: gunicorn /,
    );
  });
});

describe('a fallback is turned round in the words of the line', () => {
  const remedy = (line: string, more: Readonly<Record<string, string>> = {}) =>
    remedyOf('settings/debug-default-true', {
      'config/settings.py': `import os\n\n${line}\nif DEBUG:\n    SECRET_KEY = 'only for development'\nelse:\n    SECRET_KEY = os.environ.get('KEY')\n`,
      ...more,
    });

  test.each([
    ["DEBUG = os.environ.get('DEBUG', 'true') == 'true'", "DEBUG = os.environ.get('DEBUG', 'false') == 'true'"],
    ["DEBUG = os.getenv('DEBUG', '1') == '1'", "DEBUG = os.getenv('DEBUG', '0') == '1'"],
    ["DEBUG = int(os.environ.get('DEBUG', 1)) == 1", "DEBUG = int(os.environ.get('DEBUG', 0)) == 1"],
  ])('%s', (line, code) => {
    expect(remedy(line)?.code).toBe(code);
  });

  test('and the build of an image is told of what it then lacks', () => {
    const line = "DEBUG = os.environ.get('DEBUG', 'true') == 'true'";
    expect(remedy(line)?.summary).toMatch(/on development machines\.$/);
    const image = { Dockerfile: 'FROM python:3.13-slim\nCOPY . /app\nRUN python manage.py collectstatic --noinput\n' };
    expect(remedy(line, image)?.summary).toMatch(/give that step a value for `KEY`, which may be made up\.$/);
  });
});

test('an option that a pinned dj-database-url refuses names the release that takes it', () => {
  const remedy = (version: string, option: string) =>
    remedyOf('startup/cannot-start', {
      'config/settings.py': `import dj_database_url\nDATABASES = {'default': dj_database_url.config(default='sqlite:///db.sqlite3', ${option})}\n`,
      'requirements.txt': `Django==2.2.28\ndj-database-url==${version}\n`,
    });
  expect(remedy('0.4.1', 'ssl_require=True')).toEqual({
    summary: 'Install dj-database-url 0.5.0 or later: 0.4.1 does not take `ssl_require`.',
    code: 'dj-database-url>=0.5.0',
    language: 'text',
    path: 'requirements.txt',
    place: 'part',
  });
  expect(remedy('1.0.0', 'conn_health_checks=True')?.code).toBe('dj-database-url>=1.2.0');
  expect(remedy('1.0.0', 'colour=True')).toBeNull();
});

test('a pin that others hold is mended along with them', () => {
  const summary = (others: string, django = '2.0.13', more = {}) =>
    remedyOf('deps/vulnerable', {
      ...more,
      'config/settings.py': 'DEBUG = False\n',
      'requirements.txt': `Django==${django}\nurllib3==1.24.3\n${others}`,
    })?.summary;
  expect(summary('requests==2.34.2\n')).toContain('; if `requests` 2.34.2 asks for an older one, update that as well.');
  expect(summary('requests\n')).not.toContain('requests');
  expect(summary('')).toContain('it may need a newer Python than Django 2.0 runs on');
  expect(summary('', '5.2.18')).not.toContain('newer Python');
  expect(summary('', '2.0.13', { '.python-version': '3.13\n' })).not.toContain('newer Python');
  expect(summary('', '2.0.13', { '.python-version': '3.6\n' })).toContain('it may need a newer Python than 3.6');
});

test('a throttle that asks for the request is told where none is handed on', () => {
  const summary = (call: string) =>
    remedyOf('auth/login-throttle-missing', {
      'config/settings.py': "INSTALLED_APPS = ['django.contrib.admin']\nROOT_URLCONF = 'config.urls'\n",
      'config/urls.py': `from django.contrib import admin\nfrom django.contrib.auth import authenticate\nfrom django.urls import path\n\n\ndef login(request):\n    return ${call}\n\n\nurlpatterns = [path('admin/', admin.site.urls)]\n`,
      'requirements.txt': 'Django==5.2.8\n',
    })?.summary;
  expect(summary("authenticate(username='a', password=request.POST.get('b'))")).toContain('`config/urls.py:7`.');
  expect(summary("authenticate(\n        username='a', password=word\n    )")).toContain('`config/urls.py:7`.');
  expect(summary("authenticate(request, username='a', password='b')")).not.toContain('authenticate()');
  expect(summary('authenticate(**given)')).not.toContain('authenticate()');
  expect(summary("self.backend.authenticate(username='a')")).not.toContain('authenticate()');
});

describe('a database without a fallback is read', () => {
  const remedy = (settings: string) => remedyOf('database/sqlite-fallback', { 'config/settings.py': settings });

  test('by the reader that the settings have', () => {
    const code = remedy(
      "from decouple import config\nfrom dj_database_url import parse as db_url\n\nDATABASES = {\n    'default': config(\n        'DATABASE_URL',\n        default='sqlite:///' + str('db.sqlite3'),\n        cast=db_url,\n    )\n}\n",
    )?.code;
    expect(code).toBe("DATABASES = {'default': config('DATABASE_URL', cast=db_url)}");
  });

  test('with the imports that it needs', () => {
    expect(
      remedy(
        "import dj_database_url\nDATABASES = {'default': dj_database_url.config(default='sqlite:///db.sqlite3')}\n",
      )?.code,
    ).toBe("import os\n\nDATABASES = {'default': dj_database_url.parse(os.environ['DATABASE_URL'], conn_max_age=600)}");
  });

  test('outside of what would catch the error', () => {
    const line = "DATABASES = {'default': dj_database_url.config(default='sqlite:///db.sqlite3')}\n";
    const caught = `import dj_database_url\ntry:\n    ${line}except Exception:\n    DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}\n`;
    expect(remedy(caught)?.summary).toContain('in place of the whole `try … except`');
    expect(
      remedy(`import dj_database_url\ntry:\n    import local\nexcept ImportError:\n    pass\n${line}`)?.summary,
    ).not.toContain('try');
  });
});

test('where Heroku has no Python for the Django, that is raised first', () => {
  const remedy = (django: string, rule = 'heroku/python-unsupported') =>
    remedyOf(rule, { 'config/settings.py': '', 'requirements.txt': `Django==${django}\n` }, 'heroku');
  for (const django of ['1.6.5', '2.1'])
    expect(remedy(django)).toEqual({
      summary: `Raise Django first: Heroku has no Python left that Django ${django} supports. Then write the Python release line that the newer one was tried with into \`.python-version\`.`,
      path: '.python-version',
    });
  expect(remedy('5.2.8', 'heroku/python-unspecified')?.code).toBe('3.14');
});

test('names of files change only where templates ask the storage, for files that are there', () => {
  const summary = (template: string) =>
    remedyOf('static/manifest-storage-missing', {
      'config/settings.py':
        "INSTALLED_APPS = ['django.contrib.staticfiles', 'shop']\nTEMPLATES = [{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'APP_DIRS': True}]\nSTATIC_URL = '/static/'\nSTATIC_ROOT = '/srv/static'\n",
      'requirements.txt': 'Django==5.2.8\n',
      'shop/__init__.py': '',
      'shop/static/shop/site.css': 'h1 { color: navy }\n',
      'shop/templates/shop/base.html': template,
    })?.summary;
  expect(summary("{% static 'shop/site.css' %}")).toMatch(/that is missing\.$/);
  expect(summary("{% static 'shop/site.css' %}{% static 'images/logo.png' %}")).toContain(
    'add them or correct the names first: `images/logo.png` (`shop/templates/shop/base.html`).',
  );
  expect(summary('<link href="{{ STATIC_URL }}shop/site.css">')).toContain(
    "First write `{% static 'shop/site.css' %}` where `shop/templates/shop/base.html` has `{{ STATIC_URL }}shop/site.css`",
  );
  expect(summary('<p>Nothing</p>')).toBeUndefined();
});

describe('an account of its own', () => {
  const code = (engine: string, user: string, rest: string) =>
    remedyOf('database/default-credentials', {
      'config/settings.py': `DATABASES = {'default': {'ENGINE': 'django.db.backends.${engine}', 'USER': '${user}', ${rest}}}\n`,
    })?.code;

  test('owns the database that the settings name', () => {
    expect(code('postgresql', 'postgres', "'NAME': 'shop'")).toBe(
      'CREATE ROLE site LOGIN PASSWORD …;\nALTER DATABASE "shop" OWNER TO site;',
    );
    expect(code('mysql', 'root', "'NAME': 'shop', 'HOST': 'localhost'")).toBe(
      "CREATE USER 'site'@'localhost' IDENTIFIED BY …;\nGRANT ALL ON `shop`.* TO 'site'@'localhost';",
    );
  });

  test('may come from where the site is', () => {
    expect(code('mysql', 'root', "'NAME': 'shop', 'HOST': '192.168.1.20'")).toContain(
      "GRANT ALL ON `shop`.* TO 'site'@'%'",
    );
  });
});

test('a name that an own application lacks is told of before a storage refuses it', () => {
  const remedy = remedyOf('static/manifest-storage-missing', {
    'requirements.txt': 'Django==5.2.8\n',
    'config/settings.py':
      "INSTALLED_APPS = ['django.contrib.staticfiles', 'shop.apps.ShopConfig']\nTEMPLATES = [{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'APP_DIRS': True}]\nSTATIC_URL = '/static/'\nSTATIC_ROOT = '/srv/shop/static'\n",
    'shop/apps.py': "from django.apps import AppConfig\n\n\nclass ShopConfig(AppConfig):\n    name = 'shop'\n",
    'shop/static/shop/style.css': 'h1 {}\n',
    'shop/templates/shop/base.html':
      '{% load static %}<link href="{% static \'shop/style.css\' %}"><link href="{% static \'shop/reset.css\' %}">\n',
  });
  expect(remedy?.summary).toContain('`shop/reset.css`');
});

test('the right server is made sure of in the words of its database', () => {
  const summary = (engine: string) =>
    remedyOf('database/ssl-not-required', {
      'config/settings.py': `DATABASES = {'default': {'ENGINE': 'django.db.backends.${engine}', 'NAME': 'shop', 'HOST': 'db.example.com'}}\n`,
    })?.summary;
  expect(summary('postgresql')).toContain('`verify-full`');
  expect(summary('mysql')).toContain('`VERIFY_IDENTITY`');
});

test('debug mode is told with all the variables that have to be missing, and CI is given the key that signs alone', () => {
  const message = findingOf('settings/debug-default-true', {
    'config/settings.py':
      "import os\n\nlocal = not os.environ.get('CI') and not os.environ.get('DB_HOST')\nDEBUG = os.environ.get('DEBUG', '1' if local else '0') == '1'\n",
  })?.message;
  expect(message).toContain('when none of `DB_HOST` and `DEBUG` is set');
  const step = remedyOf('testing/ci-deploy-check-missing', {
    'manage.py': "import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
    'config/settings.py':
      "import os\n\nSECRET_KEY = os.environ['SECRET_KEY']\nMAPS_SECRET_KEY = os.environ.get('MAPS_SECRET_KEY')\n",
    '.github/workflows/ci.yml':
      'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: pip install -r requirements.txt\n      - run: python manage.py test\n',
    'requirements.txt': 'Django==5.2.8\n',
  })?.code;
  expect(step).toContain('SECRET_KEY:');
  expect(step).not.toContain('MAPS');
});

test('a pin is raised in the line that it stands in, whatever the file', () => {
  const settings = { 'config/settings.py': 'DEBUG = False\n' };
  const changed = (id: string, path: string, text: string) => {
    const { code, language, place, path: in_ } = remedyOf(id, { ...settings, [path]: text }) ?? {};
    return [in_, language, place, code];
  };
  const pyproject = (list: string) => `[project]\nname = "shop"\nversion = "1"\ndependencies = ${list}\n`;
  const pinned = pyproject('[\n  "pillow == 9.0.0",  # pictures\n  "django==5.2.1",\n]');
  const upgraded = (line: string) => expect.stringMatching(new RegExp(`^${line}$`));
  expect(changed('deps/vulnerable', 'pyproject.toml', pinned)).toEqual([
    'pyproject.toml',
    'toml',
    'instead',
    upgraded('"pillow == 1[\\d.]+",  # pictures'),
  ]);
  expect(changed('deps/django-patch-behind', 'pyproject.toml', pinned)).toEqual([
    'pyproject.toml',
    'toml',
    'instead',
    upgraded('"django==5\\.2\\.\\d\\d",'),
  ]);
  expect(changed('deps/vulnerable', 'pyproject.toml', pyproject('["pillow==9.0.0", "pillow-heif"]'))[3]).toMatch(
    /^dependencies = \["pillow==1[\d.]+", "pillow-heif"\]$/,
  );
  const cfg = (list: string) => `[options]\ninstall_requires =${list}\n`;
  expect(changed('deps/vulnerable', 'setup.cfg', cfg('\n    Pillow==9.0.0\n    django'))).toEqual([
    'setup.cfg',
    'ini',
    'instead',
    upgraded('Pillow==1[\\d.]+'),
  ]);
  expect(changed('deps/vulnerable', 'setup.py', "setup(install_requires=[\n    'Pillow==9.0.0',\n])\n")).toEqual([
    'setup.py',
    'python',
    'instead',
    upgraded("'Pillow==1[\\d.]+',"),
  ]);
  // A marker, or a second pin of the same words, is not to be spoilt.
  for (const item of ['"pillow==9.0.0; python_version > \'3\'"', '"pillow==9.0.0", "pillow==9.0.0"'])
    expect(changed('deps/vulnerable', 'pyproject.toml', pyproject(`[${item}]`))).toEqual([
      'pyproject.toml',
      undefined,
      undefined,
      undefined,
    ]);
});

test('the directory for static files is named where production names its own', () => {
  const path = (production: string) =>
    remedyOf('static/root-in-staticfiles-dirs', {
      'config/__init__.py': '',
      'config/base.py':
        "from pathlib import Path\n\nBASE_DIR = Path(__file__).resolve().parent.parent\nSTATIC_URL = '/static/'\nSTATICFILES_DIRS = [BASE_DIR / 'static']\nSTATIC_ROOT = BASE_DIR / 'static'\nINSTALLED_APPS = ['django.contrib.staticfiles']\n",
      'config/local.py': 'from .base import *\n\nDEBUG = True\n',
      'config/production.py': `from .base import *\n\nDEBUG = False\n${production}`,
      'static/site.css': 'body {}\n',
      'manage.py': "import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.local')\n",
      'config/wsgi.py': "import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.production')\n",
    })?.path;
  expect(path('')).toBe('config/base.py');
  expect(path("STATIC_ROOT = BASE_DIR / 'static'\n")).toBe('config/production.py');
});

test('of the groups of Poetry, those for development are left out, and no other', () => {
  const remedy = remedyOf(
    'deps/dev-in-production',
    {
      'manage.py': '',
      'config/settings.py': 'DEBUG = False\n',
      Dockerfile:
        'FROM python:3.13\nCOPY . .\nRUN pip install poetry && poetry install --no-root\nCMD ["gunicorn", "config.wsgi"]\n',
      'pyproject.toml':
        '[tool.poetry]\nname = "shop"\nversion = "1"\n[tool.poetry.dependencies]\npython = "^3.13"\ndjango = "5.2.18"\n[tool.poetry.group.prod.dependencies]\ngunicorn = "23.0.0"\n[tool.poetry.group.dev.dependencies]\nblack = "24.1.0"\n[tool.poetry.group.test.dependencies]\npytest = "8.3.4"\n',
    },
    'docker',
  );
  expect(remedy?.summary).toContain('`poetry install --without dev,test`');
});

test('a lock that has stayed behind stops a build that looks at it', () => {
  const found = (run: string) =>
    findingOf(
      'deps/lock-out-of-step',
      {
        'manage.py': '',
        'config/settings.py': 'DEBUG = False\n',
        Dockerfile: `FROM python:3.13\nCOPY . .\nRUN ${run}\nCMD ["gunicorn", "config.wsgi"]\n`,
        'pyproject.toml': '[project]\nname = "shop"\nversion = "1"\ndependencies = ["celery", "django"]\n',
        'uv.lock': '[[package]]\nname = "django"\nversion = "5.2.18"\n',
      },
      'docker',
    );
  expect(found('uv sync')?.severity).toBe('medium');
  expect(found('uv sync --locked')).toMatchObject({
    severity: 'high',
    risk: '`Dockerfile` runs `uv sync --locked`, which stops here: no new version is built.',
  });
});

test('uploads are served in the words of the server, of which nginx has an `alias` too', () => {
  const remedy = remedyOf('media/not-served', {
    'config/settings.py': "INSTALLED_APPS = ['shop']\nMEDIA_ROOT = '/srv/shop/media'\nMEDIA_URL = '/media/'\n",
    'shop/__init__.py': '',
    'shop/models.py':
      'from django.db import models\n\n\nclass Product(models.Model):\n    picture = models.ImageField()\n',
    'deploy/nginx.conf': 'server {\n    location /static/ {\n        alias /srv/shop/static/;\n    }\n}\n',
  });
  expect(remedy?.language).toBe('nginx');
  expect(remedy?.code).toMatch(/^location \/media\/ \{/);
});
