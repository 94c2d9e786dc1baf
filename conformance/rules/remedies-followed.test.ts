/** Remedies that work where they are followed: what stands beside them in the project decides how they are written. */

import { describe, expect, test } from 'vitest';
import { findingOf, remedyOf } from './finding-of.js';

test('all applications whose migrations are left out are named', () => {
  const model = 'from django.db import models\n\n\nclass Thing(models.Model):\n    pass\n';
  const found = findingOf('migrations/ignored-by-git', {
    '.gitignore': 'migrations/\n',
    'config/settings.py': "INSTALLED_APPS = ['shop', 'common', 'blog']\n",
    'shop/models.py': model,
    'blog/models.py': model,
    'common/models.py': model.replace('    pass', '    class Meta:\n        abstract = True'),
  });
  expect(found?.message).toContain('the migrations of `shop`, `blog`.');
  expect(found?.remedy?.code).toBe(
    'python manage.py makemigrations shop blog\ngit add shop/migrations blog/migrations',
  );
});

test('an upload whose path is used is opened in another way before it lies elsewhere', () => {
  const files = (use: string) => ({
    'config/settings.py': "INSTALLED_APPS = ['shop']\nMEDIA_ROOT = '/app/media'\n",
    'requirements.txt': 'Django==5.2.8\n',
    'shop/__init__.py': '',
    'shop/models.py': `from django.db import models\n\n\nclass Shop(models.Model):\n    logo = models.ImageField()\n\n    def save(self, **options):\n        shrink(${use})\n`,
  });
  const told = remedyOf('media/ephemeral', files('self.logo.path'), 'heroku');
  expect(told?.summary).toContain('`shop/models.py`, line 8,');
  expect(told?.code).toContain("'OPTIONS': {'bucket_name': os.environ['AWS_STORAGE_BUCKET_NAME']}");
  expect(remedyOf('media/ephemeral', files('self.logo'), 'heroku')?.summary).not.toContain('.path');
});

test('databases are made where django-heroku alone made them', () => {
  const code = (before: string) =>
    remedyOf(
      'heroku/django-heroku',
      { 'config/settings.py': `import django_heroku\n${before}django_heroku.settings(locals())\n` },
      'heroku',
    )?.code;
  expect(code('')).toContain("    DATABASES = {'default': dj_database_url");
  expect(code("DATABASES = {'default': {}}\n")).toContain("    DATABASES['default'] = dj_database_url");
  // Without it the build's collectstatic fails.
  expect(code("BASE_DIR = '/app'\n")).toContain("STATIC_ROOT = os.path.join(BASE_DIR, 'staticfiles')");
  expect(code("STATIC_ROOT = '/app/collected'\n")).not.toContain('STATIC_ROOT =');
});

test("a proxy's own file is the first to learn of the header", () => {
  const files = (line: string, more = '', django = '5.2.8') => ({
    'requirements.txt': `Django==${django}\n`,
    'compose.prod.yaml':
      'services:\n  web:\n    build: .\n    command: gunicorn config.wsgi --bind 0.0.0.0:8000\n  nginx:\n    image: nginx\n    ports: ["80:80", "443:443"]\n    volumes: ["./nginx:/etc/nginx/conf.d"]\n',
    'nginx/site.conf': `server {\n    listen 443 ssl;\n    location / {\n        ${line}\n        proxy_pass http://web:8000;\n    }\n${more}}\n`,
    Dockerfile: 'FROM python:3.13-slim\nCOPY . /app\n',
    'manage.py': '',
    'config/settings.py':
      "DEBUG = False\nINSTALLED_APPS = ['django.contrib.admin']\nMIDDLEWARE = ['django.middleware.csrf.CsrfViewMiddleware']\n",
  });
  const told = (...of: Parameters<typeof files>) =>
    remedyOf('https/proxy-ssl-header-missing', files(...of), 'docker')?.summary;
  expect(told('proxy_set_header Host $host;')).toMatch(
    /^First let `nginx\/site.conf` set the header.*`proxy_set_header X-Forwarded-Proto \$scheme;` beside line 5/,
  );
  expect(told('proxy_set_header X-Forwarded-Proto $scheme;')).toMatch(/^Tell Django/);
  // Each location counts by itself: headers of its own take the place of those around it.
  const admin = (line: string) =>
    `    location /admin/ {\n        ${line}\n        proxy_pass http://\${WEB};\n    }\n`;
  const inherited = '    proxy_set_header X-Forwarded-Proto $scheme;\n';
  expect(told('proxy_set_header Host $host;', admin(''))).toContain('beside lines 5 and 9)');
  expect(told('proxy_set_header X-Forwarded-Proto $scheme;', admin('# nothing'))).toContain('beside line 9)');
  expect(told('', `${admin('')}${inherited}`)).toMatch(/^Tell Django/);
  expect(told('', `${admin('proxy_set_header Host $host;')}${inherited}`)).toContain('beside line 9)');
  expect(told('include proxy_params;')).toMatch(/^Tell Django/);
  expect(told('include mime.types;')).toContain('beside line 5)');
  // Django 3.2 does not check the origin of a form.
  const risk = (django: string) => findingOf('https/proxy-ssl-header-missing', files('', '', django), 'docker')?.risk;
  expect(risk('5.2.8')).toContain('Forms are refused');
  expect(risk('3.2.25')).not.toContain('Forms are refused');
});

describe('ADMINS', () => {
  const code = (...lines: readonly string[]) =>
    remedyOf('monitoring/error-tracking-missing', {
      'requirements.txt': 'Django==5.2.8\n',
      'config/settings.py': `DEBUG = False\nALLOWED_HOSTS = ['shop.example']\n${lines.join('\n')}\n`,
    })?.code;
  const logging = (loggers: string) =>
    `LOGGING = {'version': 1, 'disable_existing_loggers': False, 'handlers': {'console': {'class': 'logging.StreamHandler'}}, 'root': {'handlers': ['console']}, 'loggers': {${loggers}}}`;

  test('get a mail only where the record comes to them and a server takes it', () => {
    expect(code(logging(''), "EMAIL_HOST = 'mail.shop.example'")).toMatch(/^ADMINS/);
    const alone = "'django.request': {'handlers': ['console'], 'level': 'ERROR', 'propagate': False}";
    expect(code(logging(alone), "EMAIL_HOST = 'mail.shop.example'")).toContain('sentry_sdk.init');
    expect(code(logging(''))).toContain('sentry_sdk.init');
    expect(code(logging(''), "EMAIL_BACKEND = 'django.core.mail.backends.console.EmailBackend'")).toContain(
      'sentry_sdk.init',
    );
  });
});

describe('a workflow that runs the tests', () => {
  const manage = "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n";
  const files = {
    'manage.py': manage,
    'config/__init__.py': '',
    'config/settings/__init__.py': '',
    'config/settings/production.py':
      "import os\nDEBUG = False\nINSTALLED_APPS = ['shop']\nROOT_URLCONF = 'config.urls'\nSECRET_KEY = os.environ['DJANGO_SECRET_KEY']\nDATABASE_URL = os.environ['DATABASE_URL']\n",
    'requirements.txt': 'Django==5.2.8\n',
    'shop/tests.py': 'from django.test import TestCase\n\n\nclass Pages(TestCase):\n    pass\n',
  };

  test('names settings that are not empty, and gives what they stop without', () => {
    const code = remedyOf('testing/ci-missing', files)?.code;
    expect(code).toContain('manage.py test --settings=config.settings.production');
    expect(code).toContain(
      '    env:\n      DATABASE_URL: sqlite:///test.sqlite3\n      DJANGO_SECRET_KEY: only-for-tests\n    steps:',
    );
    const origins = files['config/settings/production.py']
      .replace('DATABASE_URL', 'CORS_ORIGINS')
      .replace('DATABASE_URL', 'CORS_ORIGINS');
    expect(remedyOf('testing/ci-missing', { ...files, 'config/settings/production.py': origins })?.code).toContain(
      'CORS_ORIGINS: http://localhost',
    );
    const tested = { 'pytest.ini': '[pytest]\nDJANGO_SETTINGS_MODULE = config.settings.test\n' };
    expect(remedyOf('testing/ci-missing', { ...files, ...tested })?.code).not.toContain('env:');
    const whole = { ...files, 'config/settings/__init__.py': 'from .production import *\n' };
    expect(remedyOf('testing/ci-missing', whole)?.code).toMatch(/manage\.py test$/);
  });

  test('has to start the site for tests that call it', () => {
    const calling = {
      ...files,
      'shop/tests.py': "import requests\n\nHOST = 'http://localhost:8000'\n\n\ndef test_home():\n    assert HOST\n",
    };
    const quiet = { ...calling, 'shop/tests.py': calling['shop/tests.py'].replace('import requests', '') };
    expect(remedyOf('testing/ci-missing', quiet)?.summary).not.toContain('localhost');
    expect(remedyOf('testing/ci-missing', calling)?.summary).toContain('`shop/tests.py` calls http://localhost:8000');
  });
});

test('an account of a script is made without anybody to ask', () => {
  const remedy = (path: string, text: string, django: string) =>
    remedyOf('secrets/account-in-code', {
      'config/settings.py': 'DEBUG = False\n',
      'requirements.txt': `Django==${django}\n`,
      [path]: text,
    });
  const call = "User.objects.create_superuser('admin', 'a@b.c', 'admin')";
  expect(remedy('start.sh', `echo "${call}" | python manage.py shell\n`, '5.2.8')?.code).toMatch(
    /\|\| python manage\.py createsuperuser --noinput$/,
  );
  expect(remedy('start.sh', `echo "${call}" | python manage.py shell\n`, '2.2.28')?.code).toBeUndefined();
  // One line of a statement that goes on elsewhere cannot be replaced by itself.
  const place = (text: string) => remedy('start.sh', text, '5.2.8')?.place;
  expect(place(`# It's the first.\necho "${call}" | python manage.py shell\n`)).toBe('instead');
  expect(place(`echo "import os\n${call}" | python manage.py shell\n`)).toBe('part');
  expect(place(`echo "${call}\n" | python manage.py shell\n`)).toBe('part');
  expect(place(`echo "${call}" \\\n| python manage.py shell\n`)).toBe('part');
  expect(place(`python manage.py shell <<EOF\n${call}\nEOF\n`)).toBe('part');
  expect(place(`cat <<EOF\nhello\nEOF\necho "${call}" | python manage.py shell\n`)).toBe('instead');
  expect(remedy('shop/management/commands/seed.py', `${call}\n`, '5.2.8')?.code).toBe(
    'python manage.py createsuperuser',
  );
  expect(remedy('compose.yaml', 'DJANGO_SUPERUSER_PASSWORD: changeme123\n', '5.2.8')?.code).toBeUndefined();
});

test('a file of variables that others are handed stays, empty', () => {
  const remedy = (files: Readonly<Record<string, string>>) =>
    remedyOf('secrets/env-committed', {
      'config/settings.py': 'DEBUG = False\n',
      'deploy/variables.env': 'SECRET_KEY=60gp0byfz2dvffa45cxl20p1scy9xbpf6d8c5y0geejgkyp1b5\n',
      ...files,
    });
  expect(remedy({})?.code).toMatch(/^git rm --cached/);
  const workflow =
    'jobs:\n  build:\n    steps:\n      - uses: actions/upload-artifact@v7\n        with:\n          path: |\n            ./deploy/variables.env\n';
  const script = 'curl -sSL "$RELEASE/variables.env" -o plane.env\n';
  for (const files of [{ '.github/workflows/release.yml': workflow }, { 'deploy/install.sh': script }]) {
    expect(remedy(files)?.summary).toContain('publishes the file, so let it stay');
    expect(remedy(files)?.code).toBeUndefined();
  }
  expect(remedy({ 'deploy/install.sh': 'curl https://config.example/ -o ./variables.env\n' })?.code).toMatch(/^git rm/);
});

test('an older Django gets a release of django-csp that runs on it', () => {
  const summary = (django: string) =>
    remedyOf('headers/csp-missing', {
      'config/settings.py': 'DEBUG = False\nMIDDLEWARE = MIDDLEWARE_CLASSES = []\n',
      'requirements.txt': `Django==${django}\n`,
      'shop/templates/home.html': '<p>',
    })?.summary;
  expect(summary('3.2.25')).toContain('`django-csp<4`');
  expect(summary('2.2.28')).toContain('`django-csp==3.7`');
  expect(summary('1.7.11')).toContain('`django-csp==3.2`');
});

test('a release migrates a server, and no file that is thrown away', () => {
  const files = (value: string) => ({
    'config/settings.py': `import os\nimport dj_database_url\nDATABASES = {'default': ${value}}\n`,
    'requirements.txt': 'Django==5.2.8\ndj-database-url==3.0.1\n',
    'shop/migrations/0001_initial.py': 'operations = []\n',
    Procfile: 'web: gunicorn config.wsgi\n',
  });
  const found = (value: string) => findingOf('heroku/migrations-not-released', files(value), 'heroku');
  const fallback = found("dj_database_url.config(default='sqlite:///shop.db')");
  expect(fallback?.confidence).toBe('tentative');
  expect(fallback?.remedy?.summary).toContain('First give `DATABASE_URL`');
  expect(found("dj_database_url.parse(os.environ['DATABASE_URL'])")?.remedy?.summary).toBe('Let each release migrate.');
});

test('what runs before a development server goes on running before the server that takes its place', () => {
  const code = (files: Readonly<Record<string, string>>) =>
    remedyOf(
      'docker/development-server',
      {
        'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
        'config/settings.py': 'DEBUG = False\n',
        'config/wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
        'requirements.txt': 'Django==5.2.8\ngunicorn==23.0.0\n',
        Dockerfile: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\n',
        ...files,
      },
      'docker',
    )?.code;
  const image = (start: string) => code({ Dockerfile: `FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\n${start}\n` });
  const server = 'gunicorn config.wsgi:application --bind 0.0.0.0:8000 --workers 3';
  const both = 'python manage.py migrate && python manage.py runserver 0.0.0.0:8000';
  expect(image(`CMD ["sh", "-c", "${both}"]`)).toBe(`CMD ["sh", "-c", "python manage.py migrate && exec ${server}"]`);
  expect(image('CMD python manage.py migrate && \\\n    poetry run python manage.py runserver')).toBe(
    `CMD python manage.py migrate && \\\n    exec poetry run ${server}`,
  );
  expect(image('CMD ["python", "manage.py", "runserver"]')).toMatch(/^CMD \["gunicorn", "config.wsgi:application"/);
  // An entrypoint that hands the command to manage.py would hand it the other server as well.
  expect(image('ENTRYPOINT ["python", "manage.py"]\nCMD ["runserver", "0.0.0.0:8000"]')).toMatch(
    /^ENTRYPOINT \[\]\nCMD \["gunicorn", "config.wsgi:application"/,
  );
  expect(image('ENTRYPOINT ["tini", "--"]\nCMD ["python", "manage.py", "runserver"]')).toMatch(/^CMD \["gunicorn"/);
  // Imports start in the directory of manage.py.
  expect(
    code({
      'manage.py': '',
      'config/wsgi.py': '',
      'src/manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
      'src/shop/wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
      'src/shop/settings.py': 'DEBUG = False\n',
      Dockerfile: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nCMD python src/manage.py runserver\n',
    }),
  ).toContain('"gunicorn", "--chdir", "src", "shop.wsgi:application"');
  expect(
    code({ 'compose.yaml': `services:\n  web:\n    build: .\n    command: sh -c "${both}"\n    ports: ["80:8000"]\n` }),
  ).toBe(`command: sh -c "python manage.py migrate && exec ${server}"`);
});

test('collectstatic finds STATIC_ROOT in the settings that manage.py loads', () => {
  const files = (local: string) => ({
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings.local')\n",
    'config/__init__.py': '',
    'config/wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings.production')\n",
    'config/settings/__init__.py': '',
    'config/settings/base.py':
      "from pathlib import Path\nBASE_DIR = Path(__file__).parent\nINSTALLED_APPS = ['django.contrib.staticfiles']\nROOT_URLCONF = 'config.urls'\nSTATIC_URL = '/static/'\n",
    'config/settings/production.py': 'from .base import *\nDEBUG = False\n',
    'config/settings/local.py': local,
  });
  expect(remedyOf('static/root-missing', files('from .base import *\nDEBUG = True\n'))).toMatchObject({
    path: 'config/settings/base.py',
    summary: expect.stringContaining('loads `config.settings.local`, which takes it from there as well'),
  });
  expect(remedyOf('static/root-missing', files("DEBUG = True\nSTATIC_URL = '/s/'\n"))).toMatchObject({
    path: 'config/settings/production.py',
    summary: expect.stringContaining('collect with `--settings=config.settings.production`'),
  });
});

test('a program that loads accounts gives them passwords, once the fixture has none', () => {
  const summary = (files: Readonly<Record<string, string>>) =>
    remedyOf('secrets/fixture-users', {
      'config/settings.py': 'DEBUG = False\n',
      'shop/fixtures/users.json': '[{"model": "auth.user", "fields": {"password": "pbkdf2_sha256$600000$abc$def="}}]\n',
      ...files,
    })?.summary;
  expect(summary({ 'setup.py': "call_command('loaddata', path + 'users.json')\n" })).toContain('`setup.py` loads it');
  expect(summary({ 'README.md': 'python manage.py loaddata users.json\n' })).not.toContain('loads it');
});

describe('a variable that chooses between settings', () => {
  const summary = (env: string, test: string) =>
    remedyOf('settings/debug-default-true', {
      'config/settings.py': `import os\n_env = ${env}\nif ${test}:\n    DEBUG = False\nelse:\n    DEBUG = True\n`,
    })?.summary;

  test('falls back in the line of its last operand', () => {
    const several = "(\n    os.getenv('DJANGO_ENV')\n    or os.getenv('ENVIRONMENT')\n    or 'development'\n).lower()";
    expect(summary(several, "_env == 'production'")).toContain('fall back to production in line 5;');
    expect(summary("os.getenv('DJANGO_ENV', 'dev')", "_env == 'production'")).toContain('production in line 2;');
  });

  test('is empty on development machines where any text counts as production', () => {
    expect(summary("os.environ.get('PRODUCTION', False)", '_env')).toContain('an empty value, since any other counts');
    expect(summary("os.getenv('DJANGO_ENV', 'dev')", "_env == 'production'")).not.toContain('an empty value');
  });
});

test('a password of Basic authentication is not slowed down by a throttle', () => {
  const summary = (authentication: string) =>
    remedyOf('api/drf-throttle-missing', {
      'config/settings.py': `ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['rest_framework', 'shop']\nREST_FRAMEWORK = {'DEFAULT_AUTHENTICATION_CLASSES': ['rest_framework.authentication.${authentication}']}\n`,
      'requirements.txt': 'Django==5.2.8\ndjangorestframework==3.16.1\n',
      'config/urls.py':
        "from django.urls import path\nfrom shop.views import Orders\n\nurlpatterns = [path('orders/', Orders.as_view())]\n",
      'shop/views.py':
        'from rest_framework.views import APIView\n\n\nclass Orders(APIView):\n    def get(self, request):\n        return None\n',
    })?.summary;
  expect(summary('BasicAuthentication')).toContain('is tried before a throttle counts');
  expect(summary('TokenAuthentication')).not.toContain('Basic');
});
