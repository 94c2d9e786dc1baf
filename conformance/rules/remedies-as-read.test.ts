/** Remedies that fit how the project reads and is given its values: the words it compares with, the files it takes them from. */

import { expect, test } from 'vitest';
import { findingOf, remedyOf } from './finding-of.js';

test.each([
  ["env.get('DEBUG', 'true') == 'true'", 'DEBUG=true'],
  ["env.get('DEBUG', 'yes').lower() in ('yes', 'on')", 'DEBUG=yes'],
  ["bool(int(env.get('DEBUG', '1')))", 'DEBUG=1'],
  ["env.get('DEBUG', 'True') == 'True'", 'DEBUG=True'],
])('the build is given a word that `%s` takes for yes', (expression, given) => {
  const summary = remedyOf('settings/debug-default-true', {
    'config/settings.py': `from os import environ as env\nDEBUG = ${expression}\nif not DEBUG and 'SECRET_KEY' not in env:\n    raise ValueError('SECRET_KEY')\n`,
    Dockerfile: 'FROM python:3.13\nCOPY . /app\nRUN python manage.py collectstatic --noinput\n',
    'manage.py': '',
  })?.summary;
  expect(summary).toContain(`give that step \`${given}\`.`);
});

const ignored = (files: Readonly<Record<string, string>>, untracked: readonly string[] = []) =>
  remedyOf('secrets/env-not-ignored', { 'config/settings.py': '', ...files }, undefined, untracked)?.code;

test('the files that Compose reads are ignored as well', () => {
  const reads = { 'config/settings.py': 'from dotenv import load_dotenv\nload_dotenv()\n' };
  expect(ignored(reads)).toBe('.env');
  const compose = (lines: string) => ({ ...reads, 'docker-compose.yml': `services:\n  web:\n    build: .\n${lines}` });
  const all = '.env\n.env.*';
  expect(ignored(compose('    env_file:\n      - ./config/.env.prod\n      - .env.prod.db\n'))).toBe(all);
  expect(ignored(compose('    env_file: .env.prod\n'))).toBe(all);
  expect(ignored(compose('    env_file: [".env.prod"]\n'))).toBe(all);
  expect(ignored(compose('    env_file:\n      - path: deploy/live.env\n        required: false\n'))).toBe(
    '.env\nlive.env',
  );
  expect(ignored(compose('    env_file: .env\n'))).toBe('.env');
  // What others copy from stays in version control.
  expect(ignored({ ...compose('    env_file: .env.prod\n'), '.env.example': 'A=\n' })).toBe(`${all}\n!.env.example`);
  // What is left out already needs no further line.
  expect(ignored({ ...compose('    env_file: .env.prod\n'), '.gitignore': '.env.prod\n' })).toBe('.env');
});

test('the file that is there is the one that is ignored', () => {
  expect(ignored({ 'deploy/live.env': 'A=1\n' }, ['deploy/live.env'])).toBe('live.env');
  expect(ignored({ '.env': 'A=1\n', '.env.prod': 'A=1\n' }, ['.env', '.env.prod'])).toBe('.env\n.env.*');
});

const compose = (name: string, text: string) => ({
  'compose.yaml': `services:\n  web:\n    build: .\n    command: gunicorn config.wsgi --bind 0.0.0.0:8000\n    environment:\n      - DJANGO_SETTINGS_MODULE=config.settings\n      - ${name}=${text}\n`,
  Dockerfile: 'FROM python:3.13-slim\nCOPY . /app\n',
  'requirements.txt': 'Django==5.2.8\n',
  'manage.py': '',
});

test('what Compose gives is mended in its line, and not in a default that nothing uses', () => {
  const line = 'line 7 of `compose.yaml`';
  const read = (rule: string, more: string, value: string) =>
    findingOf(
      rule,
      {
        ...compose('GIVEN', value),
        'config/settings.py': `import os\nINSTALLED_APPS = []\n${more}`,
      },
      'docker',
    );
  const origins = "CSRF_TRUSTED_ORIGINS = os.environ.get('GIVEN', 'http://shop.example.com').split(',')\n";
  const plain = read('csrf/origin-too-broad', origins, 'http://shop.example.com');
  expect(plain?.remedy).toEqual({
    summary: `Change \`GIVEN\` in ${line}, which gives it, so that \`CSRF_TRUSTED_ORIGINS\` holds \`https://shop.example.com\`, once the site answers there.`,
    path: 'compose.yaml',
  });
  expect(plain?.evidence.map(({ note }) => note)).toContain('`compose.yaml` gives `GIVEN`');
  for (const [rule, value] of [
    ['csrf/origin-too-broad', 'https://*.herokuapp.com'],
    ['csrf/origin-with-path', 'https://shop.example.com/'],
    ['csrf/origin-without-scheme', 'shop.example.com'],
  ] as const)
    expect(read(rule, origins, value)?.remedy?.summary).toContain(line);
  // What the settings add themselves stays with them.
  const added = "CSRF_TRUSTED_ORIGINS = ['http://shop.example.com', os.environ['GIVEN']]\n";
  expect(read('csrf/origin-too-broad', added, 'https://other.example.com')?.remedy?.path).toBe('config/settings.py');
  const cors = `MIDDLEWARE = ['corsheaders.middleware.CorsMiddleware']\nCORS_ALLOWED_ORIGINS = os.environ.get('GIVEN', '').split(',')\n`;
  expect(read('cors/origin-malformed', cors, '*')?.severity).toBe('medium');
  expect(read('cors/origin-malformed', cors, '*')?.remedy?.summary).toContain(line);
  const key = "SECRET_KEY = os.environ.get('GIVEN', 'django-insecure-and-never-used')\n".replaceAll(
    'GIVEN',
    'GIVEN_KEY',
  );
  const weak = findingOf(
    'settings/secret-key-weak',
    { ...compose('GIVEN_KEY', 'django-insecure-given'), 'config/settings.py': `import os\n${key}` },
    'docker',
  );
  expect(weak?.remedy?.summary).toBe(`Make a new key and give it to production, in place of the one in ${line}.`);
  expect(weak?.evidence.map(({ note }) => note)).toContain('`compose.yaml` gives `GIVEN_KEY`');
});

test('an origin that browsers do not send is written as they send it', () => {
  const remedy = (origins: string) =>
    remedyOf('cors/origin-malformed', {
      'config/settings.py': `INSTALLED_APPS = ['corsheaders']\nMIDDLEWARE = ['corsheaders.middleware.CorsMiddleware']\nCORS_ALLOWED_ORIGINS = ${origins}\n`,
    });
  expect(remedy("['*']")?.summary).toContain('set `CORS_ALLOW_ALL_ORIGINS = True` instead.');
  expect(remedy("['*']")?.code).toBe("CORS_ALLOWED_ORIGINS = [\n    'https://app.example.com',\n]");
  expect(remedy("['*', 'https://shop.example.com']")?.code).toContain("    'https://shop.example.com',");
  expect(remedy("['https://shop.example.com', 'app.example.com']")?.code).toBe("'https://app.example.com'");
  expect(remedy("['localhost:3000', 'https://shop.example.com']")?.code).toBe("'http://localhost:3000'");
  expect(remedy("['https://shop.example.com/', 'https://a.example.com']")?.code).toBe("'https://shop.example.com'");
  expect(remedy("['https://*.example.com/x']")?.summary).toContain('`CORS_ALLOWED_ORIGIN_REGEXES`');
});

test('the default of HSTS is raised where a variable may say otherwise', () => {
  const remedy = (lines: string) =>
    remedyOf('https/hsts-short', {
      'config/settings.py': `import os\nMIDDLEWARE = ['django.middleware.security.SecurityMiddleware']\n${lines}`,
    });
  const named = remedy(
    "DAYS = 30 * 24 * 60 * 60  # 30 days\nSECURE_HSTS_SECONDS = int(os.environ.get('HSTS_SECONDS', DAYS))\n",
  );
  expect(named).toMatchObject({ summary: 'Raise the default to a year.', code: 'DAYS = 31536000', place: 'instead' });
  const written = "SECURE_HSTS_SECONDS = int(os.environ.get('HSTS_SECONDS', '2592000'))";
  expect(remedy(`${written}\n`)?.code).toBe(written.replace('2592000', '31536000'));
  expect(remedy('SECURE_HSTS_SECONDS = 2592000\n')?.code).toBe('SECURE_HSTS_SECONDS = 31536000');
});

test('an error tracker is started as the settings read theirs, and development starts without it', () => {
  const code = (settings: string, path = 'config/settings.py') =>
    remedyOf('monitoring/error-tracking-missing', {
      'config/__init__.py': '',
      'config/wsgi.py': `import os\nos.environ['DJANGO_SETTINGS_MODULE'] = '${path.replace('.py', '').replaceAll('/', '.')}'\n`,
      [path]: `DEBUG = False\nEMAIL_BACKEND = 'django.core.mail.backends.console.EmailBackend'\nLOGGING = {'version': 1, 'disable_existing_loggers': False, 'handlers': {'console': {'class': 'logging.StreamHandler'}}, 'root': {'handlers': ['console']}}\n${settings}`,
    })?.code;
  expect(code('')).toContain("sentry_sdk.init(dsn=os.environ.get('SENTRY_DSN', ''))");
  expect(code("from decouple import config\nSECRET_KEY = config('SECRET_KEY')\n")).toContain(
    "(dsn=config('SENTRY_DSN', default=''))",
  );
  expect(code('', 'config/production.py')).toContain("sentry_sdk.init(dsn=os.environ['SENTRY_DSN'])");
});

test('mail over SMTP is given its server', () => {
  const files = (settings: string) => ({
    'config/settings.py': `import os\nINSTALLED_APPS = ['shop']\nEMAIL_BACKEND = ${settings}\n`,
    'shop/__init__.py': '',
    'shop/models.py': "from django.core.mail import send_mail\n\n\ndef tell():\n    send_mail('a', 'b', None, ['c'])\n",
  });
  const idle = "'django.core.mail.backends.console.EmailBackend'";
  const remedy = remedyOf('email/backend-not-real', files(idle));
  expect(remedy?.place).toBe('instead');
  expect(remedy?.code).toBe(
    "EMAIL_BACKEND = 'django.core.mail.backends.smtp.EmailBackend'\nEMAIL_HOST = os.environ.get('EMAIL_HOST', '')\nEMAIL_HOST_USER = os.environ.get('EMAIL_HOST_USER', '')\nEMAIL_HOST_PASSWORD = os.environ.get('EMAIL_HOST_PASSWORD', '')\nEMAIL_PORT = 587\nEMAIL_USE_TLS = True",
  );
  expect(remedyOf('email/backend-not-real', files(`${idle}\nEMAIL_HOST = 'smtp.shop.net'`))?.code).toBe(
    "EMAIL_BACKEND = 'django.core.mail.backends.smtp.EmailBackend'",
  );
  const given = remedyOf(
    'email/backend-not-real',
    {
      ...compose('GIVEN', 'django.core.mail.backends.console.EmailBackend'),
      ...files("os.environ.get('GIVEN', 'django.core.mail.backends.smtp.EmailBackend')"),
    },
    'docker',
  );
  expect(given?.summary).toBe(
    'Set `GIVEN` to django.core.mail.backends.smtp.EmailBackend in line 7 of `compose.yaml`, which gives it. Write `EMAIL_HOST` and what goes with it into the settings as well: without it mail is handed to this machine.',
  );
});

test('a class of settings is chosen where the variable is given that it is taken from', () => {
  const finding = findingOf(
    'settings/dev-module-in-production',
    {
      'app.json': '{"env": {\n"STAGE": {"value": "Development"}}}\n',
      Procfile: 'web: gunicorn config.wsgi\n',
      'manage.py': '',
      'config/__init__.py': '',
      'config/settings.py':
        'from configurations import Configuration\n\n\nclass Development(Configuration):\n    DEBUG = True\n\n\nclass Production(Configuration):\n    DEBUG = False\n',
      'config/wsgi.py':
        "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\nstage = os.getenv('STAGE', 'Production')\nos.environ.setdefault('DJANGO_CONFIGURATION', stage)\nfrom configurations.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n",
      'requirements.txt': 'Django==5.2.8\ndjango-configurations==2.5.1\n',
    },
    'heroku',
  );
  expect(finding?.remedy?.summary).toBe(
    'Give `STAGE` the name `Production` in line 2 of `app.json`, from which `config/wsgi.py` takes the class.',
  );
  expect(finding?.evidence.map(({ location }) => location.path)).toContain('app.json');
});
