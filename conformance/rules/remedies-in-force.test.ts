/** Remedies that are in force where they are written, and undo nothing that the project does further on. */
import { expect, test } from 'vitest';
import { findingOf, remedyOf } from './finding-of.js';

const edits = (id: string, files: Record<string, string>, target?: string) =>
  findingOf(id, files, target)?.fix?.edits.map(({ location, text }) => [location.start.line, text]);

const production = `import os
from .base import *

DEBUG = False

try:
    from .local_settings import *
except ImportError:
    pass
`;
const wsgi = "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.production')\n";

test('what a server has of its own still has the last word', () => {
  const files = {
    'config/base.py': "SECRET_KEY = 'kR7#wq2LpZ81vd0Qm5xTn3YbkR7#wq2LpZ81vd0Qm5xTn3Yb'\n",
    'config/production.py': production,
    'config/wsgi.py': wsgi,
  };
  const own = edits('settings/secret-key-hardcoded', files);
  expect(own).toEqual([[6, "SECRET_KEY = os.environ.get('SECRET_KEY', '')\n"]]);
  const last = { ...files, 'config/production.py': `${production}ALLOWED_HOSTS = ['shop.example.com']\n` };
  expect(edits('settings/secret-key-hardcoded', last)).toEqual([[11, "SECRET_KEY = os.environ['SECRET_KEY']\n"]]);
});

test('hosts that later lines add stay in the list', () => {
  const files = (more: string) => ({
    'config/settings.py': `import os

ALLOWED_HOSTS = os.environ.get('SHOP_HOSTS', '*').split(',')
if os.environ.get('SHOP_URL'):
    ALLOWED_HOSTS.append(os.environ['SHOP_URL'])
${more}`,
  });
  const line = "ALLOWED_HOSTS = [item for item in os.environ.get('SHOP_HOSTS', '').split(',') if item]";
  expect(edits('settings/allowed-hosts-wildcard', files(''))).toEqual([[3, line]]);
  const star = edits('settings/allowed-hosts-wildcard', files("ALLOWED_HOSTS += ['*']\n"));
  expect(star?.map(([at]) => at)).toEqual([7]);
});

test('an image that is built with the settings of production is built as before', () => {
  const files = (dockerfile: string) => ({
    'config/settings/production.py': 'import os\n\nDEBUG = False\n',
    'config/wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings.production')\n",
    'requirements.txt': 'Django==5.2.8\nsentry-sdk==2.44.0\n',
    Dockerfile: dockerfile,
  });
  const code = (dockerfile: string) => remedyOf('monitoring/error-tracking-missing', files(dockerfile))?.code;
  const image = 'FROM python:3.13\nCOPY . /app\n';
  expect(code(`${image}RUN python manage.py collectstatic --noinput\n`)).toContain("os.environ.get('SENTRY_DSN', '')");
  expect(code(image)).toContain("os.environ['SENTRY_DSN']");
});

test('a sample of the environment gives nothing that a copy of it would put in force', () => {
  const remedy = remedyOf('structure/env-example-behind', {
    'config/settings.py':
      "import os\n\nSECRET_KEY = os.environ['SECRET_KEY']\nSITE = os.environ['SHOP_NAME']\nLEVEL = os.environ.get('LEVEL')\n",
    '.env.example': 'LEVEL=info\n',
  });
  expect(remedy?.code).toBe('# SECRET_KEY=a-long-random-text\n# SHOP_NAME=…');
});

test('a command that puts the path of a fixture together is told of before its accounts are locked out', () => {
  const remedy = remedyOf('secrets/fixture-users', {
    'config/settings.py': 'DEBUG = False\n',
    'shop/fixtures/shop.json':
      '[{"model": "auth.user", "fields": {"is_superuser": true, "password": "pbkdf2_sha256$600000$abc$def"}}]',
    'shop/management/commands/load_shop.py':
      "import os\nfrom django.core.management import call_command\n\nfixture = os.path.join('shop', 'fixtures', 'shop.json')\ncall_command('loaddata', fixture)\n",
  });
  expect(remedy?.summary).toContain('`shop/management/commands/load_shop.py` loads it');
});

test('an entry of a list is shown with its dash', () => {
  const remedy = remedyOf(
    'docker/database-port-published',
    {
      'compose.yml': 'services:\n  db:\n    image: postgres:17\n    ports:\n      - "5432:5432" # for all\n',
      Dockerfile: 'FROM python:3.13\n',
    },
    'docker',
  );
  expect(remedy?.code).toBe('- "127.0.0.1:5432:5432" # for all');
});

test('templates are kept in production alone', () => {
  const base = `TEMPLATES = [
    {
        'BACKEND': 'django.template.backends.django.DjangoTemplates',
        'OPTIONS': {'loaders': ['django.template.loaders.filesystem.Loader']},
    },
]
`;
  const shared = remedyOf('templates/loader-uncached', {
    'config/base.py': base,
    'config/production.py': 'from .base import *\n\nDEBUG = False\n',
    'config/wsgi.py': wsgi,
  });
  expect(shared?.path).toBe('config/production.py');
  expect(shared?.code).toMatch(/^TEMPLATES\[0\]\['OPTIONS'\]\['loaders'\] = \[/);
  const old = { 'config/settings.py': base, 'requirements.txt': 'Django==3.2.25\n' };
  expect(remedyOf('templates/loader-uncached', old)?.summary).toContain('under `if not DEBUG:`');
});

test('a value of a template is shown in the file that gives it', () => {
  const finding = findingOf(
    'settings/placeholder-left',
    {
      'config/settings.py': "import os\n\nADMINS = [(os.environ['ADMIN_NAME'], os.environ['ADMIN_EMAIL'])]\n",
      'config/wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
      Procfile: 'web: gunicorn config.wsgi\n',
      'app.json':
        '{\n  "env": {\n    "ADMIN_NAME": { "value": "admin" },\n    "ADMIN_EMAIL": {\n      "description": "Who gets a mail",\n      "value": "admin@example.com"\n    }\n  }\n}\n',
    },
    'heroku',
  );
  expect(finding?.location.path).toBe('app.json');
  expect(finding?.remedy?.summary).toBe('Give `ADMIN_EMAIL` your own value in line 4 of `app.json`.');
});

test('middleware is added where it is listed, and not where a condition adds to the list', () => {
  const line = (id: string, more: string) =>
    findingOf(id, {
      'config/settings.py': `DEBUG = True
MIDDLEWARE = [
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.contrib.auth.middleware.AuthenticationMiddleware',
]
${more}`,
      'shop/templates/shop.html': '<title>Shop</title>',
    })?.location.start.line;
  const added = "if DEBUG:\n    MIDDLEWARE += ['debug_toolbar.middleware.DebugToolbarMiddleware']\n";
  for (const id of ['headers/csp-missing', 'https/xframe-missing', 'csrf/middleware-missing']) {
    expect([id, line(id, added)]).toEqual([id, 2]);
  }
});
