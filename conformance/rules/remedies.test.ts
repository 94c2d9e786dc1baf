/** Remedies that must fit the project: what they name has to be there, and following them must not do harm. */

import { examine } from 'django-golive/testing';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue.js';

const operator = { settings: 'config.settings' };

function remedyOf(id: string, files: Readonly<Record<string, string>>, target?: string) {
  const rule = catalogue().find((entry) => entry.rule.id === id)?.rule;
  if (!rule) throw new Error(`There is no rule ${id}.`);
  const named = 'config/wsgi.py' in files ? {} : { operator };
  const [finding] = examine(rule, files, { ...named, ...(target === undefined ? {} : { target }) }).findings;
  return finding?.remedy;
}

const statics = (directories: string) =>
  `from pathlib import Path\nBASE_DIR = Path(__file__).resolve().parent.parent\nINSTALLED_APPS = ['django.contrib.staticfiles']\nSTATICFILES_DIRS = [${directories}]\n`;

test('the code of the project is not collected and published', () => {
  const files = {
    'config/settings.py': statics('BASE_DIR'),
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
  };
  expect(remedyOf('static/root-missing', files)?.summary).toMatch(/^Take `\.` out of `STATICFILES_DIRS`/);
  expect(remedyOf('heroku/collectstatic-fails', files, 'heroku')?.summary).toMatch(/^Take `\.` out/);
  const apart = { ...files, 'config/settings.py': statics("BASE_DIR / 'assets'"), 'assets/site.css': '' };
  expect(remedyOf('static/root-missing', apart)).toMatchObject({
    summary: 'Name a directory that holds nothing else, and keep it out of version control.',
    code: "STATIC_ROOT = BASE_DIR / 'staticfiles'",
  });
});

test('no distribution is asked for a module that a package of the project lacks', () => {
  const files = {
    'config/__init__.py': '',
    'config/settings/__init__.py':
      "import os\nVALID = {'local', 'production'}\nENV = os.getenv('ENV', 'local')\nif ENV not in VALID:\n    raise ValueError\n__import__(f'config.settings.{ENV}')\n",
    'config/settings/local.py': 'DEBUG = True\n',
    'requirements.txt': 'Django==5.2.8\n',
  };
  expect(remedyOf('startup/cannot-start', files)?.summary).toMatch(/^Put `config.settings.production` where Python/);
});

test('a variable in a file gets the text that its reader takes for no', () => {
  const remedy = (reading: string, given: string) =>
    remedyOf('settings/debug-enabled', {
      'config/settings.py': `import os\nfrom dotenv import load_dotenv\nload_dotenv()\nDEBUG = ${reading}\n`,
      'config/.env': `DEBUG=${given}\n`,
    })?.summary;
  expect(remedy("os.environ.get('DEBUG') == 'True'", 'True')).toMatch(/^Set `DEBUG` to False in line 1 of/);
  expect(remedy("bool(int(os.getenv('DEBUG', 0)))", '1')).toMatch(/^Set `DEBUG` to 0 in line 1 of/);
  expect(remedy("os.environ.get('DEBUG') != 'no'", 'yes')).toMatch(/^Set `DEBUG` to no in line 1 of/);
  expect(remedy("os.environ.get('DEBUG', default=0)", '1')).toMatch(
    /^Leave `DEBUG` empty in line 1 of .*: any other text/,
  );
  expect(remedy("bool(os.environ['DEBUG'] or 1)", '1')).toMatch(/^Change `DEBUG` in line 1 of .* is false\.$/);
});

test('a fallback is turned round in the reader that the project has, and the image that would not be built is named', () => {
  const reader = "import os\ndef flag(name, otherwise):\n    return os.environ.get(name, str(otherwise)) == 'True'\n";
  const files = {
    'config/settings.py': `${reader}DEBUG = flag("DEBUG", True)\n`,
    Dockerfile: 'FROM python:3.13-slim\nRUN python manage.py collectstatic\nCMD gunicorn config.wsgi\n',
  };
  expect(remedyOf('settings/debug-default-true', files, 'docker')).toMatchObject({
    code: 'DEBUG = flag("DEBUG", False)',
    summary: 'Let the fallback be false; set the variable on development machines.',
  });
  const strict = `${files['config/settings.py']}if not DEBUG and not os.environ.get('HOSTS'):\n    raise RuntimeError\n`;
  expect(
    remedyOf('settings/debug-default-true', { ...files, 'config/settings.py': strict }, 'docker')?.summary,
  ).toMatch(/`Dockerfile` runs .* stop with `RuntimeError` once `DEBUG` is false: give that step `DEBUG=True`\.$/);
});

test('a secret key is asked for by the name that the project gives it', () => {
  const files = {
    'config/wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
    'config/settings/__init__.py':
      "import os\nif os.environ.get('STAGE', 'development') == 'production':\n    from .production import *\nelse:\n    from .development import *\n",
    'config/settings/base.py': "import os\nSECRET_KEY = os.environ.get('SHOP_KEY', 'for-everybody')\n",
    'config/settings/production.py': 'from .base import *\nDEBUG = False\n',
    'config/settings/development.py': 'from .base import *\nDEBUG = True\n',
  };
  expect(remedyOf('settings/secret-key-fallback-literal', files)?.code).toMatch(
    /^SECRET_KEY = os\.environ\['SHOP_KEY'\]$/m,
  );
});

test('a line brings the import that stands only below it', () => {
  const remedy = (before: string, after: string) =>
    remedyOf('settings/allowed-hosts-empty', { 'config/settings.py': `${before}\nALLOWED_HOSTS = []\n${after}\n` })
      ?.code;
  expect(remedy('import os', '')).toMatch(/^ALLOWED_HOSTS = .*os\.environ/);
  expect(remedy('', 'import os\nHOME = os.getcwd()')).toMatch(/^import os\n\nALLOWED_HOSTS = /);
  expect(remedy('import environ\nenv = environ.Env()', '')).toMatch(/^ALLOWED_HOSTS = env\.list/);
  expect(remedy('import environ', 'env = environ.Env()')).toMatch(/^import os\n\nALLOWED_HOSTS = /);
  expect(remedy('', "from decouple import Csv, config\nX = config('X', default='')")).toMatch(
    /^from decouple import Csv, config/,
  );
});

test('a list of packages names those that the site asks for, and no version that nobody named', () => {
  const files = {
    'config/settings.py':
      "import environ\nimport os\nINSTALLED_APPS = ['django.contrib.admin', 'rest_framework', 'housekeeping', 'shop']\n",
    'shop/__init__.py': '',
  };
  expect(remedyOf('deps/manifest-missing', files)?.code).toBe(
    'Django\ndjango-environ\ndjangorestframework\n# and what brings housekeeping',
  );
});

test('a driver is added with a bound, as the other packages have one', () => {
  const code = (engine: string, django: string) =>
    remedyOf('database/driver-missing', {
      'config/settings.py': `DATABASES = {'default': {'ENGINE': 'django.db.backends.${engine}', 'HOST': 'db.example.com'}}\n`,
      'requirements.txt': `Django==${django}\n`,
    })?.code;
  expect(code('mysql', '5.2.8')).toBe('mysqlclient~=2.2');
  expect(code('postgresql', '5.2.8')).toBe('psycopg[binary]~=3.2');
  expect(code('postgresql', '3.2.25')).toBe('psycopg2-binary~=2.9');
  expect(code('oracle', '4.2.16')).toBe('cx-oracle~=8.3');
});

test('a server that hands out a source of static files is told of the directory that they are collected into', () => {
  const files = {
    'config/settings.py': `${statics("BASE_DIR / 'static'")}STATIC_URL = '/static/'\n`,
    'static/site.css': '',
    'deploy/site.conf': '<VirtualHost *:80>\n    Alias /static /srv/shop/static\n</VirtualHost>\n',
  };
  const remedy = remedyOf('static/root-missing', files);
  expect(remedy?.code).toBe("STATIC_ROOT = BASE_DIR / 'staticfiles'");
  expect(remedy?.summary).toMatch(/ Then let `deploy\/site\.conf` hand that out in place of `\/srv\/shop\/static`,/);
});

test('static files are collected into a directory that is free', () => {
  const files = { 'config/settings.py': statics("BASE_DIR / 'staticfiles'"), 'staticfiles/site.css': '' };
  expect(remedyOf('static/root-missing', files)?.code).toBe("STATIC_ROOT = BASE_DIR / 'static_root'");
});

test('a log goes to standard error once', () => {
  const handlers = (more: string) =>
    `LOGGING = {'version': 1, 'handlers': {'file': {'class': 'logging.FileHandler', 'filename': '/tmp/a.log'}${more}}, 'root': {'handlers': ['file']}}\n`;
  const remedy = (more: string) =>
    remedyOf(
      'logging/file-on-ephemeral-disk',
      { 'config/settings.py': handlers(more), Procfile: 'web: gunicorn config.wsgi\n' },
      'heroku',
    );
  expect(remedy('')?.code).toContain('logging.StreamHandler');
  const beside = remedy(", 'console': {'class': 'logging.StreamHandler'}");
  expect(beside?.summary).toMatch(/^Delete the handler `file`, and name `console`/);
  expect(beside?.code).toBeUndefined();
});

test('a user other than root is told of what lies in its home', () => {
  const remedy = (lines: string) =>
    remedyOf(
      'docker/runs-as-root',
      { Dockerfile: `FROM python:3.13-slim\n${lines}\nCMD ["gunicorn", "config.wsgi"]\n`, 'manage.py': '' },
      'docker',
    )?.summary;
  expect(remedy('RUN curl -sSL https://install.python-poetry.org | python3 -')).toMatch(/lies in root's home/);
  expect(remedy('RUN pip install poetry && poetry install')).toMatch(/lies in root's home/);
  expect(remedy('RUN poetry config virtualenvs.create false && poetry install')).not.toMatch(/home/);
  expect(remedy('RUN pip install -r requirements.txt')).not.toMatch(/home/);
});

test('a policy is written in the words of what runs on the Django that is there', () => {
  const remedy = (version: string) =>
    remedyOf('headers/csp-missing', {
      'config/settings.py': 'MIDDLEWARE = []\n',
      'shop/templates/shop/index.html': '<h1>Shop</h1>',
      'requirements.txt': `Django==${version}\n`,
    })?.code;
  expect(remedy('6.0.1')).toContain('SECURE_CSP_REPORT_ONLY');
  expect(remedy('5.2.8')).toContain('CONTENT_SECURITY_POLICY_REPORT_ONLY');
  expect(remedy('3.2.25')).toContain('CSP_REPORT_ONLY = True');
});

test('a setting is written into the file that is for production', () => {
  const files = {
    'config/__init__.py': '',
    'config/settings/__init__.py': 'from .base import *\nfrom .production import *\n',
    'config/settings/base.py': "INSTALLED_APPS = ['django.contrib.sessions']\n",
    'config/settings/production.py': 'DEBUG = False\n',
  };
  expect(remedyOf('cookies/session-insecure', files)?.path).toBe('config/settings/production.py');
});

test('a setting of django-configurations is written into the file of its class', () => {
  const files = {
    'config/__init__.py': '',
    'config/settings/__init__.py': 'from .live import Live\nfrom .tests import Tests\n',
    'config/settings/live.py':
      "from configurations import Configuration\n\n\nclass Live(Configuration):\n    INSTALLED_APPS = ['django.contrib.sessions']\n",
    'config/settings/tests.py': 'from .live import Live\n\n\nclass Tests(Live):\n    DEBUG = True\n',
    'config/wsgi.py':
      "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\nos.environ.setdefault('DJANGO_CONFIGURATION', 'Live')\n",
    'requirements.txt': 'django-configurations==2.5\n',
  };
  expect(remedyOf('cookies/session-insecure', files)?.path).toBe('config/settings/live.py');
});

test('a user is changed to that the image has already, or made with what its base has', () => {
  const code = (base: string, lines = '') =>
    remedyOf(
      'docker/runs-as-root',
      { Dockerfile: `FROM ${base}\n${lines}\nCMD ["gunicorn", "config.wsgi"]\n`, 'manage.py': '' },
      'docker',
    )?.code;
  expect(code('python:3.13-slim')).toBe('RUN useradd --create-home app\nUSER app');
  expect(code('python:3.13-alpine')).toBe('RUN adduser -D app\nUSER app');
  expect(code('python:3.13-slim', 'RUN groupadd -r shop && useradd -r -g shop -m seller')).toBe('USER seller');
  expect(code('python:3.13-slim', 'RUN useradd --uid 1000 seller --shell /bin/sh')).toBe('USER seller');
  expect(code('python:3.13-slim', 'RUN useradd -ms /bin/bash seller')).toBe('USER seller');
  expect(code('python:3.13-slim', 'USER seller\nUSER root')).toBe('USER seller');
});

test('a server is started in the words of the file that starts it', () => {
  const remedy = (more: Readonly<Record<string, string>>) =>
    remedyOf(
      'docker/development-server',
      {
        Dockerfile: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . /app\nCMD ["/app/bin/start"]\n',
        'bin/start': '#!/bin/bash\npython manage.py runserver 0.0.0.0:8000\n',
        'manage.py': '',
        'config/wsgi.py': '',
        ...more,
      },
      'docker',
    );
  expect(remedy({})).toMatchObject({
    summary: 'Start gunicorn, and add it to the dependencies.',
    code: 'exec gunicorn config.wsgi:application --bind 0.0.0.0:8000 --workers 3',
  });
  expect(remedy({ 'requirements.txt': 'gunicorn==23.0.0\n' })?.summary).toBe('Start gunicorn.');
});

test('dj-database-url is called with what the installed one knows', () => {
  const code = (pin: string) =>
    remedyOf(
      'heroku/database-url-ignored',
      {
        'config/settings.py':
          "DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'HOST': 'localhost'}}\n",
        'requirements.txt': pin,
      },
      'heroku',
    )?.code;
  expect(code('dj-database-url==0.3.0\n')).toContain('dj_database_url.config()');
  expect(code('dj-database-url==0.5.0\n')).toContain("config(conn_max_age=600, ssl_require='DYNO' in os.environ)");
  expect(code('dj-database-url==3.0.0\n')).toContain('config(conn_max_age=600, conn_health_checks=True, ssl_require=');
  expect(code('')).toContain('conn_health_checks=True');
});

test('Django is raised first where no Python fits both', () => {
  const summary = (django: string, path = '.python-version') =>
    remedyOf(
      'heroku/python-unsupported',
      {
        'config/settings.py': '',
        [path]: path === 'runtime.txt' ? 'python-3.6.6\n' : '3.6\n',
        'requirements.txt': `Django==${django}\n`,
      },
      'heroku',
    )?.summary;
  expect(summary('1.8.19')).toMatch(
    /^Heroku has no Python left that Django 1.8.19 supports: move to a newer Django first/,
  );
  expect(summary('2.2.28')).toMatch(/newer Django first/);
  expect(summary('4.2.16')).toMatch(/^Move to Python 3\.12, the newest that Django 4\.2 runs on and Heroku has/);
  expect(summary('4.2.16', 'runtime.txt')).toMatch(/delete `runtime.txt`/);
});

test('a health check that is let through also needs its host', () => {
  const summary = (hosts: string) =>
    remedyOf(
      'docker/health-check-refused',
      {
        Dockerfile:
          'FROM python:3.13-slim\nCOPY . /app\nHEALTHCHECK CMD wget -q http://127.0.0.1:8000/health/\nCMD ["gunicorn", "config.wsgi"]\n',
        'manage.py': '',
        'config/settings.py': `import os\nDEBUG = False\nALLOWED_HOSTS = ${hosts}\nSECURE_SSL_REDIRECT = True\nMIDDLEWARE = ['django.middleware.security.SecurityMiddleware', 'django.middleware.common.CommonMiddleware']\n`,
      },
      'docker',
    )?.summary;
  expect(summary("os.environ['HOSTS'].split(',')")).toMatch(/see that `ALLOWED_HOSTS` holds `127.0.0.1`/);
  expect(summary("['127.0.0.1']")).toBe('Let the path of the check through.');
});

test('a service that migrates is one of the project, and no secret is copied', () => {
  const compose = `services:
  api:
    build:
      context: .
      args:
        TOKEN: s4lm0n
    env_file: .env
    environment:
      SECRET_KEY: s4lm0n
    command: sh -c "python manage.py migrate && gunicorn config.wsgi -b :8000"
    depends_on: [db]
    networks:
      - back
  worker:
    build: .
    command: sh -c "python manage.py migrate && celery -A config worker"
  db:
    image: postgres:17
`;
  const remedy = remedyOf(
    'docker/migrations-in-every-container',
    { 'compose.prod.yaml': compose, Dockerfile: 'FROM python:3.13-slim\nCOPY . /app\n', 'manage.py': '' },
    'docker',
  );
  expect(remedy?.summary).toMatch(/with the `environment` of `api`, .* take `migrate` out of `compose.prod.yaml`/);
  expect(remedy?.code).toBe(`  migrate:
    build:
      context: .
    env_file: .env
    networks:
      - back
    command: python manage.py migrate --noinput
    restart: "no"
    depends_on:
      db:
        condition: service_healthy
  db:
    healthcheck:
      test: ["CMD-SHELL", "pg_isready -h 127.0.0.1 -U $\${POSTGRES_USER:-postgres}"]
      interval: 5s
      retries: 20
  api:
    command: sh -c "gunicorn config.wsgi -b :8000"
    depends_on:
      db:
        condition: service_started
      migrate:
        condition: service_completed_successfully
  worker:
    command: sh -c "celery -A config worker"
    depends_on:
      migrate:
        condition: service_completed_successfully`);
});

test('a volume belongs to the user of the image', () => {
  const summary = (user: string) =>
    remedyOf(
      'docker/data-in-container',
      {
        'compose.prod.yaml': 'services:\n  web:\n    build: .\n',
        Dockerfile: `FROM python:3.13-slim\nWORKDIR /app\nCOPY . /app\n${user}CMD ["gunicorn", "config.wsgi"]\n`,
        'manage.py': '',
        'config/settings.py':
          "DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': '/app/db.sqlite3'}}\n",
      },
      'docker',
    )?.summary;
  expect(summary('USER app\n')).toContain('RUN mkdir -p /app/data && chown app /app/data');
  expect(summary('')).not.toContain('chown');
});

test('a log at a relative path is put where it does not depend on the process', () => {
  const settings = (base: string) =>
    `${base}LOGGING = {'version': 1, 'handlers': {'file': {'class': 'logging.FileHandler', 'filename': 'a.log'}}, 'root': {'handlers': ['file']}}\n`;
  const code = (base: string) =>
    remedyOf('logging/file-on-ephemeral-disk', { 'config/settings.py': settings(base) })?.code;
  expect(code('from pathlib import Path\nBASE_DIR = Path(__file__).parent\n')).toBe("'filename': BASE_DIR / 'a.log',");
  expect(code('')).toBe("'filename': '/srv/site/a.log',");
});

test('a fallback is turned round where the variable is read', () => {
  const files = {
    'config/settings/__init__.py':
      "import os\n\nif os.environ.get('DJANGO_ENV', 'development') == 'production':\n    from .production import *\nelse:\n    from .development import *\n",
    'config/settings/production.py': 'DEBUG = False\n',
    'config/settings/development.py': 'DEBUG = True\n',
  };
  const remedy = remedyOf('settings/debug-default-true', files);
  expect(remedy?.path).toBe('config/settings/__init__.py');
  expect(remedy?.summary).toMatch(/^Let `DJANGO_ENV` fall back to production in line 3/);
  expect(remedy?.code).toBeUndefined();
  // Development may have a fallback of its own, in a file that production never loads.
  const reading = {
    ...files,
    'config/settings/production.py': "import os\nDEBUG = os.environ.get('DEBUG', '') == 'on'\n",
    'config/settings/development.py': "import os\nDEBUG = os.environ.get('DEBUG', 'on') == 'on'\n",
  };
  expect(remedyOf('settings/debug-default-true', reading)).toMatchObject({
    path: 'config/settings/development.py',
    code: "DEBUG = os.environ.get('DEBUG', 'off') == 'on'",
  });
});

test('debug mode hangs on a variable of its own where another only has to be there', () => {
  const remedy = (test: string) =>
    remedyOf('settings/debug-default-true', {
      'config/settings.py': `import os\nON_HOST = ${test}\nDEBUG = not ON_HOST\n`,
    });
  const there = remedy("'PYTHONANYWHERE_DOMAIN' in os.environ");
  expect(there?.summary).toContain('`PYTHONANYWHERE_DOMAIN` counts by being there');
  expect(there?.code).toBe("DEBUG = os.environ.get('DEBUG', '') == 'True'");
  expect(remedy("os.environ.get('DJANGO_ENV') == 'production'")?.summary).toMatch(/^Let `DJANGO_ENV` fall/);
});

test('a fixture keeps the accounts that its other rows refer to', () => {
  const row = '[{"model": "auth.user", "pk": 1, "fields": {"password": "pbkdf2_sha256$1$a$b=", "is_superuser": true}}]';
  expect(remedyOf('secrets/fixture-users', { 'shop/fixtures/users.json': row })?.code).toBe('"password": "!"');
});

test('the first test lies where it is found', () => {
  const path = (files: Readonly<Record<string, string>>) =>
    remedyOf('testing/no-tests', { 'config/settings.py': 'DEBUG = False\n', ...files })?.path;
  expect(path({ 'manage.py': '' })).toBe('test_pages.py');
  expect(path({ 'src/manage.py': '', 'src/shop/tests.py': '# Create your tests here.\n' })).toBe('src/shop/tests.py');
});

test('CI installs and runs the tests as the project does', () => {
  const code = (files: Readonly<Record<string, string>>) =>
    remedyOf('testing/ci-missing', {
      'config/settings.py': 'DEBUG = False\n',
      'shop/tests.py': 'from django.test import TestCase\n\n\nclass Pages(TestCase):\n    pass\n',
      ...files,
    })?.code;
  const plain = code({ 'src/manage.py': '', 'requirements.txt': 'Django==5.2.8\n' });
  expect(plain).toContain('pip install -r requirements.txt\n      - run: python src/manage.py test src');
  const split = code({
    'manage.py': '',
    'pytest.ini': '',
    'requirements/production.txt': 'Django==5.2.8\n',
    'requirements/local.txt': 'pytest-django==4.11\n',
  });
  expect(split).toContain('pip install -r requirements/local.txt -r requirements/production.txt\n      - run: pytest');
});

test('before Django 1.9 the logger of failed requests passes nothing on', () => {
  const remedy = (django: string) =>
    remedyOf('logging/no-production-handler', {
      'config/settings.py': 'DEBUG = False\n',
      'requirements.txt': `Django==${django}\n`,
    })?.code;
  expect(remedy('1.8.19')).toContain("'django.request': {'handlers': ['console']");
  expect(remedy('5.2.8')).not.toContain('django.request');
});

test('a view that everybody reads stays readable', () => {
  const remedy = (base: string) =>
    remedyOf('auth/anonymous-write', {
      'config/settings.py': "ROOT_URLCONF = 'config.urls'\n",
      'config/urls.py':
        "from django.urls import path\nfrom shop.views import Product\n\nurlpatterns = [path('product/<int:pk>/', Product.as_view())]\n",
      'shop/views.py': `from rest_framework.generics import ${base}\nfrom rest_framework.permissions import AllowAny\n\n\nclass Product(${base}):\n    permission_classes = [AllowAny]\n`,
    })?.code;
  expect(remedy('RetrieveUpdateDestroyAPIView')).toContain('if self.request.method in SAFE_METHODS');
  expect(remedy('DestroyAPIView')).toContain('permission_classes = [IsAuthenticated]');
});

test('what reads an old setting is named', () => {
  const summary = (more: string) =>
    remedyOf('settings/deprecated-setting', {
      'config/settings.py': `STATICFILES_STORAGE = 'whitenoise.storage.CompressedStaticFilesStorage'\n${more}`,
      'requirements.txt': 'Django==4.2.26\n',
    })?.summary;
  expect(summary('COMPRESS_STORAGE = STATICFILES_STORAGE\n')).toMatch(
    /What reads them goes along: config\/settings.py:2\.$/,
  );
  expect(summary('')).not.toMatch(/goes along/);
});

test('a variable that is demanded is demanded of the build of the image as well', () => {
  const summary = (run: string) =>
    remedyOf('settings/secret-key-hardcoded', {
      'config/settings.py': "SECRET_KEY = 'p2k8-yw3v-9tqx-5mcd-7hrn-4bzj-6fgs-8wlk-3xva-5nqe'\n",
      Dockerfile: `FROM python:3.13-slim\n${run}\n`,
    })?.summary;
  expect(summary('RUN true && \\\n    python manage.py collectstatic')).toMatch(
    /`Dockerfile` runs `manage.py` as the image is built/,
  );
  expect(summary('RUN SECRET_KEY=x python manage.py collectstatic')).not.toMatch(/image/);
  expect(summary('CMD python manage.py migrate')).not.toMatch(/image/);
});

test('uploads are no business of WhiteNoise', () => {
  const summary = remedyOf('urls/serve-in-production', {
    'config/settings.py':
      "ROOT_URLCONF = 'config.urls'\nDEBUG = False\nMEDIA_URL = '/media/'\nMEDIA_ROOT = '/srv/media'\n",
    'config/urls.py':
      "from django.conf import settings\nfrom django.urls import re_path\nfrom django.views.static import serve\n\nurlpatterns = [re_path(r'^media/(?P<path>.*)$', serve, {'document_root': settings.MEDIA_ROOT})]\n",
  })?.summary;
  expect(summary).not.toMatch(/WhiteNoise/);
});

test('a message with a risk of its own says that one', () => {
  const risk = (id: string, settings: string) => {
    const rule = catalogue().find((entry) => entry.rule.id === id)?.rule;
    return rule && examine(rule, { 'config/settings.py': settings }, { operator }).findings[0]?.risk;
  };
  const cookie = "INSTALLED_APPS = ['django.contrib.sessions']\nSESSION_COOKIE_SAMESITE = ";
  expect(risk('cookies/session-samesite-weak', `${cookie}'None'\n`)).toMatch(/nobody can sign in/);
  expect(risk('cookies/session-samesite-weak', `${cookie}None\n`)).toMatch(/send signed-in requests/);
});

test('HSTS behind a proxy needs to know of HTTPS', () => {
  const summary = (more: string) =>
    remedyOf('https/hsts-missing', {
      'config/settings.py': `MIDDLEWARE = ['django.middleware.security.SecurityMiddleware']\n${more}`,
    })?.summary;
  expect(summary('')).toMatch(/SECURE_PROXY_SSL_HEADER/);
  expect(summary("SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')\n")).not.toMatch(/PROXY/);
});

test('a directory of static files is made before a file is put into it', () => {
  const files = {
    'config/settings.py': statics("BASE_DIR / 'assets'"),
    'shop/templates/home.html': "{% load static %}{% static 'site.css' %}",
  };
  expect(remedyOf('static/dir-missing', files)?.code).toBe('mkdir -p assets\ntouch assets/.gitkeep\ngit add assets');
});

test('what may be meant so, or be left over, is told with less confidence', () => {
  const confidence = (id: string, files: Readonly<Record<string, string>>) => {
    const rule = catalogue().find((entry) => entry.rule.id === id)?.rule;
    return rule && examine(rule, files, { operator }).findings[0]?.confidence;
  };
  const cors = (classes: string) => ({
    'config/settings.py': `MIDDLEWARE = ['corsheaders.middleware.CorsMiddleware']\nCORS_ALLOW_ALL_ORIGINS = True\nREST_FRAMEWORK = {'DEFAULT_AUTHENTICATION_CLASSES': [${classes}]}\n`,
  });
  expect(confidence('cors/allow-all', cors("'rest_framework.authentication.TokenAuthentication'"))).toBeUndefined();
  expect(confidence('cors/allow-all', cors("'rest_framework.authentication.SessionAuthentication'"))).toBe('firm');
  const served = (more: Readonly<Record<string, string>>) => ({
    'config/settings.py': "ROOT_URLCONF = 'config.urls'\nDEBUG = False\n",
    'config/urls.py':
      "from django.urls import re_path\nfrom django.views.static import serve\n\nurlpatterns = [re_path(r'^site/(?P<path>.*)$', serve, {'document_root': 'site'})]\n",
    ...more,
  });
  expect(confidence('urls/serve-in-production', served({}))).toBe('tentative');
  expect(confidence('urls/serve-in-production', served({ 'site/index.html': '' }))).toBe('certain');
});

test('a relative path is kept whole behind the directory of the project', () => {
  const remedy = (path: string) =>
    remedyOf('structure/cwd-dependent-paths', {
      'config/settings.py': `from pathlib import Path\nBASE_DIR = Path(__file__).parent\nLOCALE_PATHS = [${path}]\n`,
    })?.code;
  expect(remedy("'./shop/locale/'")).toBe("BASE_DIR / 'shop/locale'");
  expect(remedy("r'C:\\site\\locale'")).toBe("BASE_DIR / 'locale'");
});

test('a relative directory is written from where it lies', () => {
  const remedy = (base: string, path: string) =>
    remedyOf('structure/cwd-dependent-paths', {
      'site/manage.py': '',
      'site/templates/base.html': '',
      'site/config/settings/common.py': `import os\nfrom pathlib import Path\n\nBASE_DIR = ${base}\nTEMPLATES = [{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'DIRS': ['${path}']}]\n`,
      'site/config/settings/__init__.py': 'from .common import *\n',
      'site/config/__init__.py': '',
      'site/config/wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
    })?.code;
  const twice = 'os.path.dirname(os.path.dirname(os.path.abspath(__file__)))';
  expect(remedy(twice, './templates')).toBe("os.path.join(BASE_DIR, '..', 'templates')");
  expect(remedy('Path(__file__).resolve().parent.parent', 'templates')).toBe("BASE_DIR.parent / 'templates'");
  expect(remedy(`os.path.dirname(${twice})`, './templates')).toBe("os.path.join(BASE_DIR, 'templates')");
  expect(remedy('Path(__file__).resolve().parent', 'templates')).toBe("BASE_DIR.parent.parent / 'templates'");
});

test('django-axes is named in a version that has the backend and runs on this Django', () => {
  const remedy = (django: string) =>
    remedyOf('auth/login-throttle-missing', {
      'config/settings.py': "INSTALLED_APPS = ['django.contrib.admin']\nROOT_URLCONF = 'config.urls'\n",
      'config/urls.py':
        "from django.contrib import admin\nfrom django.urls import path\nurlpatterns = [path('admin/', admin.site.urls)]\n",
      'requirements.txt': `Django==${django}\n`,
    });
  expect(remedy('5.2.8')).toMatchObject({
    summary: 'Limit them, for example with the package `django-axes`.',
    code: expect.stringContaining("'axes.backends.AxesStandaloneBackend'"),
  });
  expect(remedy('2.2.4')).toMatchObject({
    summary: expect.stringContaining('`django-axes==5.27.*`'),
    code: expect.stringContaining("'axes.backends.AxesBackend'"),
  });
  expect(remedy('2.0.1')?.summary).toContain('`django-axes==5.0.*`');
  expect(remedy('1.8')?.code).toBeUndefined();
});

test('a Python is named that gets fixes and runs this Django, or Django has to move first', () => {
  const summary = (django: string) =>
    remedyOf('deps/python-eol', {
      'config/settings.py': 'DEBUG = False\n',
      '.python-version': '3.8.20\n',
      'requirements.txt': `Django==${django}\n`,
    })?.summary;
  expect(summary('2.2.28')).toMatch(/^No Python that Django 2.2.28 runs on is supported/);
  expect(summary('1.11.29')).toMatch(/^No Python that Django 1.11.29 runs on is supported/);
  expect(summary('4.2.16')).toMatch(/^Move to Python 3\.1\d, the newest that Django 4\.2\.16 runs on/);
});

test('the database of Heroku is read as the pinned dj-database-url can', () => {
  const code = (version: string, databases = 'DATABASES = {}\n', django = '2.2.28') =>
    remedyOf(
      'heroku/django-heroku',
      {
        'config/settings.py': `import django_heroku\n\n${databases}django_heroku.settings(locals())\n`,
        'requirements.txt': `Django==${django}\ndjango-heroku==0.3.1\ndj-database-url==${version}\n`,
        Procfile: 'web: gunicorn config.wsgi\n',
      },
      'heroku',
    )?.code;
  expect(code('0.5.0')).toContain('config(conn_max_age=600, ssl_require=True)');
  expect(code('3.0.0', 'DATABASES = {}\n', '5.2.8')).toContain('conn_health_checks=True, ssl_require=True)');
  expect(code('0.4.1')).toMatch(/config\(conn_max_age=600\)\n.*'sslmode': 'require'/);
  expect(code('0.4.1', '')).toMatch(/ DATABASES = \{'default': dj_database_url.config\(conn_max_age=600\)\}\n/);
  expect(code('3.0.0')).not.toContain('conn_health_checks');
  expect(code('0.3.0')).toMatch(/config\(\)\n.*'sslmode': 'require'/);
});

test('a suffix that strangers share is replaced by the full name', () => {
  const files = { 'config/settings.py': "ALLOWED_HOSTS = ['.example.com', '.azurewebsites.net']\n" };
  expect(remedyOf('settings/allowed-hosts-broad-suffix', files)?.summary).toBe(
    'Write the full name of the site in place of `.azurewebsites.net`.',
  );
});

test('an entry that is no text is named', () => {
  const summary = (line: string) =>
    remedyOf('startup/cannot-start', {
      'config/settings.py': `SECRET_KEY = 'x'\n${line}\n`,
      'requirements.txt': 'Django==5.2.8\n',
    })?.summary;
  expect(summary("INSTALLED_APPS = ['django.contrib.auth', ...]")).toMatch(/^Take `\.\.\.`, which .* `INSTALLED_APPS`/);
  expect(summary('MIDDLEWARE = [None]')).toBe(
    'Take the entry of type `NoneType` out of `MIDDLEWARE`: each entry is a text.',
  );
});

test('no handler that waits for DEBUG is proposed in place of a log file', () => {
  const files = (filters: string) => ({
    'config/settings.py': `DEBUG = False\nLOGGING = {\n  'version': 1,\n  'filters': {'developing': {'()': 'django.utils.log.RequireDebugTrue'}},\n  'handlers': {\n    'console': {'class': 'logging.StreamHandler'${filters}},\n    'file': {'class': 'logging.FileHandler', 'filename': '/tmp/django.log'},\n  },\n  'root': {'handlers': ['file']},\n}\n`,
    Procfile: 'web: gunicorn config.wsgi\n',
  });
  const summary = (filters: string) =>
    remedyOf('logging/file-on-ephemeral-disk', files(filters), 'heroku')?.summary ?? '';
  expect(summary('')).toMatch(/name `console`/);
  expect(summary(", 'filters': ['developing']")).toMatch(/^Write to standard error/);
});

test('a storage for uploads is named as the release of django-storages for this Django names it', () => {
  const files = (django: string) => ({
    'config/settings.py': "INSTALLED_APPS = ['shop']\nMEDIA_ROOT = '/app/media'\n",
    'shop/__init__.py': '',
    'shop/models.py': 'from django.db import models\n\nclass Item(models.Model):\n    photo = models.ImageField()\n',
    'requirements.txt': `Django==${django}\n`,
    Procfile: 'web: gunicorn config.wsgi\n',
  });
  expect(remedyOf('media/ephemeral', files('3.0.5'), 'heroku')?.code).toMatch(/s3boto3\.S3Boto3Storage/);
  expect(remedyOf('media/ephemeral', files('5.2.8'), 'heroku')?.code).toMatch(/s3\.S3Storage/);
});

test('Dependabot is sent to where the packages are declared, by the tool that locks them', () => {
  const update = (manifests: Readonly<Record<string, string>>) =>
    remedyOf('deps/update-tool-missing', {
      'shop/manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
      'shop/config/settings.py': '',
      ...manifests,
    })?.code;
  expect(update({ 'shop/requirements.txt': 'Django==5.2.8\n' })).toMatch(/ecosystem: pip\n {4}directory: \/shop\n/);
  expect(update({ 'requirements/production.txt': 'Django==5.2.8\n' })).toMatch(/directory: \/\n/);
  const lock = 'version = 1\n[[package]]\nname = "django"\nversion = "5.2.8"\n';
  const source = '[project]\nname = "shop"\nversion = "1"\ndependencies = ["django"]\n';
  expect(update({ 'uv.lock': lock, 'pyproject.toml': source })).toMatch(/ecosystem: uv\n {4}directory: \/\n/);
});

test('no package is asked for where the repository has the template of a module', () => {
  const files = {
    'config/settings.py': "INSTALLED_APPS = ['shop']\nfrom site_secrets import *\nimport markdownify\n",
    'site_secrets.py-default': 'KEY = None\n',
    'shop/__init__.py': '',
  };
  const code = remedyOf('deps/manifest-missing', files)?.code ?? '';
  expect(code).toContain('markdownify');
  expect(code).not.toContain('site_secrets');
});

test('migrations are not committed without the file that makes a package of them', () => {
  const summary = (ignore: string) =>
    remedyOf('migrations/ignored-by-git', {
      '.gitignore': ignore,
      'shop/models.py': 'from django.db import models\n\nclass Item(models.Model):\n    name = models.TextField()\n',
    })?.summary;
  expect(summary('migrations\n__init__.py\n')).toMatch(/^Take the pattern out, and `__init__.py` with it/);
  expect(summary('migrations\n')).toBe('Take the pattern out, make the migrations, and commit them.');
});

test('a worker starts where its application can be imported', () => {
  const code = (directory: string, files: Record<string, string> = {}) =>
    remedyOf(
      'heroku/worker-missing',
      {
        ...files,
        [`${directory}manage.py`]: "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
        [`${directory}config/settings.py`]: "import os\nCELERY_BROKER_URL = os.environ['REDIS_URL']\n",
        Procfile: `web: gunicorn --chdir ${directory}. config.wsgi\n`,
        'requirements.txt': 'celery==5.5.3\n',
      },
      'heroku',
    )?.code;
  expect(code('app/')).toMatch(/^worker: cd app && celery -A config worker /);
  expect(code('')).toMatch(/^worker: celery -A config worker /);
  const app = "from celery import Celery\n\napp = Celery('shop')\n";
  expect(code('', { 'shop/tasking/celery.py': app })).toMatch(/^worker: celery -A shop\.tasking worker /);
  // Of two, or of one under another name, nothing says which.
  expect(code('', { 'shop/celery.py': app, 'mail/celery.py': app })).toBeUndefined();
  expect(code('', { 'shop/queue.py': app })).toBeUndefined();
});

test('an API that hands out tokens goes on taking them', () => {
  const code = (apps: string) =>
    remedyOf('api/drf-authentication-basic', {
      'config/settings.py': `ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['rest_framework'${apps}]\n`,
      'config/urls.py':
        "from django.urls import path\nfrom shop.views import Orders\n\nurlpatterns = [path('orders/', Orders.as_view())]\n",
      'shop/views.py':
        'from rest_framework import generics, permissions\n\nclass Orders(generics.ListAPIView):\n    permission_classes = [permissions.IsAuthenticated]\n',
    })?.code;
  expect(code(", 'rest_framework.authtoken'")).toMatch(/SessionAuthentication',\n.*TokenAuthentication',\n/);
  expect(code('')).not.toMatch(/Token|entries/);
});

test('no account is made where the host gives the only one', () => {
  const summary = (target: string | undefined) =>
    remedyOf(
      'database/default-credentials',
      {
        'config/settings.py':
          "DATABASES = {'default': {'ENGINE': 'django.db.backends.mysql', 'NAME': 'shop', 'USER': 'root', 'PASSWORD': 'k3Wq9-xL', 'HOST': 'shop.mysql.pythonanywhere-services.com'}}\n",
      },
      target,
    )?.summary;
  expect(summary('pythonanywhere')).toMatch(/^Name the account and the host that the Databases tab/);
  expect(summary(undefined)).toMatch(/^Make an account/);
});
