/** Remedies for containers: what they write goes with the form of the file, the tools of the image and what asks the site. */

import { describe, expect, test } from 'vitest';
import { type Files, findingOf, remedyOf } from './finding-of.js';

const manage = "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n";
const image = 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\n';
const start = 'CMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n';
const files = {
  'manage.py': manage,
  'config/wsgi.py': manage,
  'config/settings.py':
    "DEBUG = False\nALLOWED_HOSTS = ['*']\nMIDDLEWARE = ['django.middleware.security.SecurityMiddleware', 'django.middleware.common.CommonMiddleware']\n",
  'requirements.txt': 'Django==5.2.8\ngunicorn==23.0.0\n',
  Dockerfile: `${image}${start}`,
};

test('a secret leaves a Compose file in the form that its variables have there', () => {
  const code = (environment: string) =>
    remedyOf(
      'docker/secret-in-compose',
      { ...files, 'compose.yaml': `services:\n  web:\n    build: .\n    environment:\n${environment}` },
      'docker',
    )?.code;
  const reference = '${SECRET_KEY:?SECRET_KEY is required}';
  expect(code('      SECRET_KEY: kR7wq2LpZ81vd0Qm5xTn3Yb\n')).toBe(`SECRET_KEY: ${reference}`);
  expect(code('      - SECRET_KEY=kR7wq2LpZ81vd0Qm5xTn3Yb\n      - STAGE=live\n')).toBe(`- SECRET_KEY=${reference}`);
});

describe('a user of its own', () => {
  const remedy = (build: string, command: string) =>
    remedyOf('docker/runs-as-root', { ...files, Dockerfile: `${image}${build}${command}` }, 'docker');
  const build = 'RUN pip install poetry && poetry config virtualenvs.create false && poetry install\n';

  test('still has the packages that poetry put beside Python', () => {
    const kept = remedy(build, 'CMD ["poetry", "run", "gunicorn", "config.wsgi"]\n');
    expect(kept?.code).toMatch(/^ENV POETRY_VIRTUALENVS_CREATE=false\nRUN useradd/);
    expect(kept?.summary).toContain('kept for root alone');
    expect(remedy(build, start)?.code).toMatch(/^RUN useradd/);
  });

  test('may write what only root may otherwise', () => {
    const compose = (more: string) => ({
      ...files,
      Dockerfile: `${image}RUN mkdir -p /app/media\n${start}`,
      'compose.prod.yaml': `services:\n  web:\n    build: .\n${more}`,
    });
    const of = (more: string) => remedyOf('docker/runs-as-root', compose(more), 'docker');
    expect(of('')?.code).toBe(
      'RUN useradd --create-home app && mkdir -p /app/media && chown -R app /app/media\nUSER app',
    );
    const volumes =
      '    command: gunicorn config.wsgi --bind unix:/run/shop/web.sock\n    volumes: ["media:/app/media", "./conf:/conf", "static:/app/static:ro"]\n';
    expect(of(volumes)?.code).toContain('chown -R app /app/media /run/shop\n');
    expect(of(volumes)?.summary).toMatch(/A volume that is there already stays root's: `chown -R app/);
    expect(remedy('', start)?.code).toBe('RUN useradd --create-home app\nUSER app');
  });

  test('gets no directory of the host from a command of the image', () => {
    const of = (volumes: string, user = '') =>
      remedyOf(
        'docker/runs-as-root',
        {
          ...files,
          Dockerfile: `${image}RUN mkdir -p /app/media\n${start}`,
          'compose.prod.yaml': `services:\n  web:\n    build: .\n    volumes: [${volumes}]\n${user}`,
        },
        'docker',
      );
    expect(of('".:/app"')?.code).toBe('RUN useradd --create-home app\nUSER app');
    expect(of('".:/app"')?.summary).toContain('`/app/media` lies on the host, where no command of the image');
    expect(of('".:/app"')?.summary).not.toContain('Take `user');
    const inside = of('".:/app", "media:/app/media"');
    expect(inside?.code).toContain('chown -R app /app/media\n');
    expect(inside?.summary).not.toContain('on the host');
    expect(of('".:/app"', '    user: "0"\n')?.summary).toContain('Take `user: 0` out of `compose.prod.yaml` too.');
  });

  test('may write where the settings and the start do', () => {
    const settings =
      "from pathlib import Path\nBASE_DIR = Path(__file__).resolve().parent.parent\nINSTALLED_APPS = ['shop']\nMEDIA_ROOT = BASE_DIR / 'media'\nSTATIC_ROOT = BASE_DIR / 'static'\n" +
      "DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': BASE_DIR / 'data' / 'db.sqlite3'}}\n" +
      "LOGGING = {'version': 1, 'handlers': {'file': {'class': 'logging.FileHandler', 'filename': '/var/log/shop/web.log'}}}\n";
    const model = 'from django.db import models\n\n\nclass Item(models.Model):\n    picture = models.ImageField()\n';
    const of = (start: string) =>
      findingOf(
        'docker/runs-as-root',
        {
          ...files,
          'config/settings.py': settings,
          'shop/__init__.py': '',
          'shop/models.py': model,
          'start.sh': `#!/bin/sh\n${start}exec gunicorn config.wsgi\n`,
          Dockerfile: `${image}RUN mkdir -p /app/media/images\n\n# Start it\n# at once\nCMD ["/app/start.sh"]\n`,
        },
        'docker',
      );
    const chown = (start: string) =>
      / (\/[^\n]*)\n/.exec(of(start)?.remedy?.code?.replace(/^.*chown -R app/, '') ?? '')?.[1];
    expect(chown('')).toBe('/app/data /var/log/shop /app/media');
    expect(chown('python manage.py collectstatic --noinput\nmkdir -p run\n')).toBe(
      '/app/data /var/log/shop /app/media /app/static /app/run',
    );
    expect(chown('python manage.py compilemessages\n')).toBe('/var/log/shop /app');
    // Before the comment of what follows.
    expect(of('')?.fix?.edits[0]?.location.start.line).toBe(6);
  });
});

test('a container that redirects to HTTPS sees that its proxy was reached so', () => {
  expect(remedyOf('https/ssl-redirect-disabled', files, 'docker')?.code).toBe(
    "SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')\nSECURE_SSL_REDIRECT = True",
  );
  expect(remedyOf('https/ssl-redirect-disabled', files)?.code).toBe('SECURE_SSL_REDIRECT = True');
});

test('a proxy that listens on port 80 alone speaks TLS before anything redirects to it', () => {
  const summary = (listen: string) =>
    remedyOf(
      'https/ssl-redirect-disabled',
      {
        ...files,
        'compose.prod.yaml':
          'services:\n  web:\n    build: .\n  nginx:\n    image: nginx\n    ports: ["80:80", "443:443"]\n    volumes: ["./nginx:/etc/nginx/conf.d"]\n',
        'nginx/site.conf': `server {\n    listen ${listen};\n    location / { proxy_pass http://web:8000; }\n}\n`,
      },
      'docker',
    )?.summary;
  expect(summary('80')).toMatch(/^First let the proxy speak TLS: nothing in its files does/);
  expect(summary('443 ssl')).toMatch(/^Redirect in Django/);
});

describe('a health check', () => {
  const checked = (check: string, hosts = '*'): Files => ({
    ...files,
    'config/settings.py': files['config/settings.py'].replace('*', hosts),
    Dockerfile: `${image}RUN apt-get update && apt-get install -y curl\nHEALTHCHECK CMD ${check}\n${start}`,
  });

  test('asks under a name that stays allowed', () => {
    const summary = (check: string) => remedyOf('settings/allowed-hosts-wildcard', checked(check), 'docker')?.summary;
    expect(summary('curl --fail -k https://127.0.0.1:8443/login/')).toContain('`127.0.0.1` has to be one of them');
    expect(summary('curl https://127.0.0.1:8443/login/')).not.toContain('127.0.0.1');
    expect(summary('curl --fail http://db:5432/')).not.toContain('has to be one');
  });

  test('over HTTPS is refused like others, and never redirected', () => {
    const check = 'curl --fail -L -k https://127.0.0.1:8443/login/';
    expect(findingOf('docker/health-check-refused', checked(check, 'shop.example'), 'docker')?.messageId).toBe('host');
    const redirecting = checked(check);
    expect(
      findingOf(
        'docker/health-check-refused',
        { ...redirecting, 'config/settings.py': `${redirecting['config/settings.py']}SECURE_SSL_REDIRECT = True\n` },
        'docker',
      ),
    ).toBeUndefined();
  });
});

test('settings that stay out of the image are not those of production', () => {
  const debug = (ignored: string, more: Files = {}) =>
    findingOf(
      'settings/debug-enabled',
      {
        ...files,
        'config/settings.py': 'try:\n    from .dev import *\nexcept ImportError:\n    from .prod import *\n',
        'config/__init__.py': '',
        'config/dev.py': 'DEBUG = True\n',
        'config/prod.py': 'DEBUG = False\n',
        '.dockerignore': ignored,
        ...more,
      },
      'docker',
    )?.messageId;
  expect(debug('*.md\n')).toBe('enabled');
  expect(debug('*.md\n/config/dev.py\n')).toBeUndefined();
  // A mount brings the file back, and a build without manage.py is another one.
  const compose = (mount: string) => ({
    'compose.yaml': `services:\n  web:\n    build: .\n    restart: always\n    volumes: ["${mount}"]\n    ports: ["8000:8000"]\n`,
  });
  expect(debug('config/dev.py\n', compose('./:/app'))).toBe('enabled');
  expect(debug('config/dev.py\n', compose('./media:/app/media'))).toBeUndefined();
  expect(debug('**/*.py\n')).toBe('enabled');
});

describe('data that must last', () => {
  const remedy = (volumes: string) =>
    remedyOf(
      'docker/data-in-container',
      {
        ...files,
        'config/settings.py':
          "DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': '/srv/data/shop.sqlite3'}}\n",
        'compose.yaml': `services:\n  web:\n    build: .\n    restart: always\n${volumes}`,
      },
      'docker',
    );

  test('goes where a volume is mounted for it already', () => {
    const told = remedy('    volumes:\n      - media:/app/media\n      - db_data:/app/data\n');
    expect(told?.path).toBe('config/settings.py');
    expect(told?.code).toBe("'NAME': '/app/data/shop.sqlite3',");
    expect(told?.summary).toContain('`NAME` of `default` is not below it');
  });

  test('gets no volume that another service keeps its own data on', () => {
    const told = remedy('  queue:\n    image: redis\n    volumes:\n      - data:/data\nvolumes:\n  data:\n');
    expect(told?.code).toBe(
      '    volumes:\n      - web_data:/app/data\n\nvolumes:\n  # … the others as they are\n  web_data:',
    );
    expect(told?.summary).toContain('Let `NAME` of `default` be `/app/data/shop.sqlite3`');
  });
});

test('a star that the image gives is changed in its line, and may be replaced where a container is started', () => {
  const found = findingOf(
    'settings/allowed-hosts-wildcard',
    {
      ...files,
      Dockerfile: `${image}ENV ALLOWED_HOSTS=*\n${start}`,
      'config/settings.py': "import os\nDEBUG = False\nALLOWED_HOSTS = os.environ['ALLOWED_HOSTS'].split(',')\n",
    },
    'docker',
  );
  expect(found?.confidence).toBe('firm');
  expect(found?.remedy).toEqual({
    summary:
      'Change `ALLOWED_HOSTS` in line 4 of `Dockerfile`, which gives it, so that `ALLOWED_HOSTS` lists the names that visitors use.',
    path: 'Dockerfile',
  });
});

test('a file of variables that stays out of the image counts where Compose hands it to the server', () => {
  const debug = (command: string) =>
    findingOf(
      'settings/debug-enabled',
      {
        ...files,
        '.env': 'DEBUG=1\n',
        '.dockerignore': '.env\n',
        'config/settings.py':
          "import os\nfrom dotenv import load_dotenv\nload_dotenv()\nDEBUG = bool(int(os.getenv('DEBUG', 0)))\n",
        'compose.yaml': `services:\n  web:\n    build: .\n    env_file: .env\n    command: ${command}\n`,
      },
      'docker',
    )?.messageId;
  expect(debug('python manage.py runserver')).toBeUndefined();
  expect(debug('gunicorn config.wsgi')).toBe('enabled');
});

test('a user is made as the last stage can, whatever an earlier one is', () => {
  const code = (last: string) =>
    remedyOf(
      'docker/runs-as-root',
      {
        'config/settings.py': 'DEBUG = False\n',
        'config/wsgi.py': '',
        Dockerfile: `FROM node:22-alpine AS web\nRUN npm run build\n\nFROM ${last}\nCOPY . /code\nWORKDIR /code\nCMD ["gunicorn", "--bind", "0.0.0.0:8000", "config.wsgi"]\n`,
      },
      'docker',
    )?.code;
  expect(code('python:3.13-slim')).toContain('useradd --create-home app');
  expect(code('python:3.13-alpine')).toContain('adduser -D app');
});

test('a migration reaches its command past an entrypoint that starts a server before it hands on', () => {
  const code = (script: string) =>
    remedyOf(
      'docker/migrations-in-every-container',
      {
        ...files,
        'entrypoint.sh': `#!/bin/sh\npython manage.py migrate\n${script}exec "$@"\n`,
        Dockerfile: `${image}ENTRYPOINT ["./entrypoint.sh"]\n${start}`,
        'compose.prod.yaml':
          'services:\n  web:\n    build: .\n  worker:\n    build: .\n    command: celery -A config worker\n',
      },
      'docker',
    )?.code;
  expect(code('')).toContain('    command: python manage.py migrate --noinput');
  expect(code('gunicorn config.wsgi -b 0.0.0.0:8000\n')).toContain('    entrypoint: ["python", "manage.py", "migrate"');
  expect(code('if [ "$1" = web ]; then\n  gunicorn config.wsgi\nfi\n')).toContain('    command: python manage.py');
});

test('hosts from the environment are written where a Compose file gives those of this machine already', () => {
  const summary = (given: string) =>
    remedyOf(
      'settings/allowed-hosts-local-only',
      {
        ...files,
        'config/settings.py': "DEBUG = False\nALLOWED_HOSTS = ['localhost']\n",
        'compose.yaml': `services:\n  web:\n    build: .\n    environment:\n      ALLOWED_HOSTS: ${given}\n`,
      },
      'docker',
    )?.summary;
  expect(summary('localhost,127.0.0.1')).toContain(
    '`compose.yaml`, line 5, gives `ALLOWED_HOSTS` names of this machine',
  );
  expect(summary('shop.test')).not.toContain('compose.yaml');
});
