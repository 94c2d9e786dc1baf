/** The steps that several targets' checklists share, and those that a target needs whose files are still to be written. */
import type { Profile } from '@django-golive/core';
import {
  apacheUbuntu,
  docker,
  fly,
  heroku,
  nginxGunicorn,
  pythonanywhere,
  railway,
  render,
} from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { type Plain, tryRule } from './heroku-pythonanywhere-given.js';

const rules = new Map<Profile, string>([
  [apacheUbuntu, 'apache-ubuntu/script-missing'],
  [docker, 'docker/runs-as-root'],
  [fly, 'fly/port-mismatch'],
  [heroku, 'heroku/procfile-missing'],
  [nginxGunicorn, 'nginx-gunicorn/runs-as-root'],
  [pythonanywhere, 'pythonanywhere/relative-path'],
  [railway, 'railway/port-not-bound'],
  [render, 'render/port-not-bound'],
]);

const listOf = (
  profile: Profile,
  files: Readonly<Record<string, string>> = {},
  values: Readonly<Record<string, Plain>> = {},
  required: readonly string[] = [],
) => tryRule(profile, rules.get(profile) ?? '', { 'manage.py': '', ...files }, values, { required }).checklist;

const itemOf = (items: ReturnType<typeof listOf>, id: string) => items.find((item) => item.id === id);

describe.each([...rules.keys()].map((profile) => [profile.id, profile] as const))('on %s', (_id, profile) => {
  test('the first administrator is made where there is an admin, and not otherwise', () => {
    const admin = itemOf(listOf(profile, {}, { INSTALLED_APPS: ['django.contrib.admin'] }), 'administrator');
    expect(admin?.commands.join('\n')).toContain('createsuperuser');
    expect(itemOf(listOf(profile), 'administrator')).toBeUndefined();
  });

  test('no step names an application that the project does not have', () => {
    const items = listOf(profile, { 'requirements.txt': 'celery==5.4.0\n' }, { CELERY_BROKER_URL: 'redis://r.test' });
    expect(items.map(({ text, commands }) => [text, ...commands].join('\n')).join('\n')).not.toContain('celery -A');
  });
});

test.each([[fly], [railway], [render]])('the worker starts the application of the project', (profile) => {
  const files = {
    'requirements.txt': 'celery==5.4.0\n',
    'shop/celery.py': "from celery import Celery\n\napp = Celery('shop')\n",
  };
  const worker = itemOf(listOf(profile, files, { CELERY_BROKER_URL: 'redis://r.test' }), 'worker');
  expect([worker?.text, ...(worker?.commands ?? [])].join('\n')).toContain('celery -A shop worker');
});

const declared = '[project]\nname = "shop"\nversion = "1"\ndependencies = ["Django==5.2.18"]\n';

test.each([
  [{ 'requirements.txt': 'Django==5.2.18\n' }, [' install -r ']],
  [{ 'pyproject.toml': declared }, [' install uv', 'uv pip install --python ']],
  [{ 'pyproject.toml': declared, 'uv.lock': 'version = 1\n' }, [' install uv', 'uv sync --project ']],
  [{ 'pyproject.toml': declared, 'poetry.lock': '' }, [' install poetry', 'install --only main --no-root']],
  [{ Pipfile: '[packages]\ndjango = "*"\n', 'Pipfile.lock': '{"default": {}}' }, [' install pipenv', 'pipenv sync']],
])("on a server of one's own the packages are installed with what declares them", (files, wanted) => {
  for (const profile of [apacheUbuntu, nginxGunicorn]) {
    const commands = itemOf(listOf(profile, files), 'environment')?.commands ?? [];
    expect(commands[0]).toContain('-m venv ');
    wanted.forEach((part, index) => {
      expect(commands[index + 1]).toContain(part);
    });
  }
});

test('on Apache uploads need a locale of UTF-8, which the daemon process may have already', () => {
  const locale = (options: string) =>
    itemOf(
      listOf(
        apacheUbuntu,
        {
          'deploy/site.conf': `<VirtualHost *:443>\n  WSGIDaemonProcess shop ${options}\n  WSGIProcessGroup shop\n  WSGIScriptAlias / /srv/shop/shop/wsgi.py\n</VirtualHost>\n`,
          'shop/wsgi.py': '',
          'shop/models.py':
            'from django.db import models\n\nclass Photo(models.Model):\n    image = models.ImageField()\n',
        },
        { MEDIA_ROOT: '/srv/shop/media', INSTALLED_APPS: ['shop'] },
      ),
      'locale',
    );
  expect(locale('')?.commands.join('\n')).toContain('/etc/apache2/envvars');
  expect(locale('lang=C.UTF-8 locale=C.UTF-8')).toBeUndefined();
});

describe('on Apache', () => {
  const database = (values: Readonly<Record<string, Plain>>) =>
    itemOf(listOf(apacheUbuntu, {}, { DATABASES: { default: values } }), 'database');
  const postgres = { ENGINE: 'django.db.backends.postgresql', NAME: 'shop', USER: 'clerk' };

  test('a database of the same machine is made with its account', () => {
    expect(database(postgres)?.commands).toEqual([
      'sudo -u postgres createuser --pwprompt clerk',
      'sudo -u postgres createdb --owner=clerk shop',
    ]);
    expect(database({ ...postgres, HOST: 'localhost', USER: 'postgres' })?.commands).toEqual([
      "sudo -u postgres psql -c '\\password postgres'",
      'sudo -u postgres createdb --owner=postgres shop',
    ]);
    expect(database({ ...postgres, USER: 'postgres' })?.commands).toEqual([
      'sudo -u postgres createdb --owner=postgres shop',
    ]);
    const mysql = { ...postgres, ENGINE: 'django.db.backends.mysql' };
    expect(database(mysql)?.commands).toEqual([
      "sudo mysql -e 'CREATE DATABASE shop CHARACTER SET utf8mb4'",
      expect.stringContaining('CREATE USER clerk@localhost IDENTIFIED BY'),
    ]);
    expect(database({ ...mysql, USER: 'root' })).toMatchObject({
      text: expect.stringContaining("Ubuntu's MySQL lets `root` in by its socket alone"),
      commands: [expect.any(String), expect.stringContaining('GRANT ALL ON shop.* TO shop@localhost')],
    });
  });

  test('one elsewhere is not, one that is not known is told without commands, and SQLite needs none', () => {
    expect(database({ ...postgres, HOST: 'db.shop.test' })).toMatchObject({
      text: 'The database `shop` on `db.shop.test` lets this server in.',
      commands: [],
    });
    expect(database({ ...postgres, NAME: 'shop; rm -rf /' })?.commands).toEqual([]);
    expect(database({ ENGINE: 'django.db.backends.sqlite3', NAME: 'db.sqlite3' })).toBeUndefined();
  });

  test('a virtual host that is still to be written leads to the script of the settings', () => {
    const items = listOf(apacheUbuntu, {}, { WSGI_APPLICATION: 'shop.wsgi.application' });
    expect(itemOf(items, 'configuration')?.text).toMatch(/^A virtual host is written, .*\/shop\/wsgi\.py`/);
  });

  const host = (lines: string) => `<VirtualHost *:80>\n  ServerName shop.test\n${lines}\n</VirtualHost>\n`;
  const script = (root: string) => `  WSGIScriptAlias / ${root}/shop/wsgi.py`;
  const daemon = (root: string) => `  WSGIDaemonProcess shop python-home=${root}/.venv\n  WSGIProcessGroup shop`;
  const served = (config: string, files: Readonly<Record<string, string>> = {}) =>
    listOf(apacheUbuntu, { 'site.conf': config, 'shop/wsgi.py': '', ...files });

  test('a daemon process that certbot would copy is moved first, and a virtual host is there for it', () => {
    const text = (config: string) => itemOf(served(config), 'configuration')?.text;
    expect(text(host(`${daemon('/srv/shop')}\n${script('/srv/shop')}`))).toMatch(
      /environment\. certbot copies the virtual host .*: in `site\.conf`, move that directive .* before the file is copied to the server\.$/,
    );
    expect(text(`${daemon('/srv/shop')}\n${host(script('/srv/shop'))}`)).not.toContain('certbot');
    expect(text(`${daemon('/srv/shop')}\n${script('/srv/shop')}`)).toMatch(
      /certbot looks for a virtual host on port 80/,
    );
  });

  test('the directory of a template is no place on the server', () => {
    const items = served(host(`${daemon('/var/www/example.com')}\n${script('/var/www/example.com')}`));
    expect(itemOf(items, 'code')?.text).toContain('Write that in place of `/var/www/example.com`');
    expect(items.flatMap(({ commands }) => commands).join('\n')).not.toContain('example.com');
    expect(itemOf(items, 'environment')?.commands[0]).toBe('/usr/bin/python3 -m venv /srv/project/.venv');
  });

  test('the environment is one that Apache uses', () => {
    const text = (options: string) =>
      itemOf(
        served(host(`  WSGIDaemonProcess shop ${options}\n  WSGIProcessGroup shop\n${script('/srv/shop')}`)),
        'environment',
      )?.text;
    expect(text('python-path=/srv/shop:/srv/anaconda2/lib/python2.7/site-packages')).toContain(
      '`python-home=/srv/shop/venv`',
    );
    expect(text('python-path=/srv/shop:/srv/venv/lib/python3.12/site-packages')).not.toContain('python-home');
  });

  test('commands of Django run where manage.py lies, and the logs are those of the virtual host', () => {
    const log = '  ErrorLog ${APACHE_LOG_DIR}/shop_error.log';
    const items = served(host(`${log}\n${script('/srv/shop')}`));
    for (const id of ['deploy-check', 'migrate', 'collectstatic'])
      expect(itemOf(items, id)?.commands[0]).toBe('cd /srv/shop');
    expect(itemOf(items, 'log')?.commands).toEqual([
      'sudo tail -n 50 /var/log/apache2/error.log /var/log/apache2/shop_error.log',
    ]);
  });

  test('a front end is built before its files are collected', () => {
    const items = listOf(apacheUbuntu, { 'requirements.txt': 'django-gulp==5.0.0\n' });
    expect(itemOf(items, 'collectstatic')?.commands.slice(0, 3)).toEqual([
      'cd /srv/project',
      'npm ci',
      'sudo npm install -g gulp-cli',
    ]);
    expect(itemOf(items, 'packages')?.commands[1]).toContain('nodejs npm');
  });

  test('what pip builds has its headers, translations their compiler and a local cache its server', () => {
    const files = { 'requirements.txt': 'psycopg2==2.9.9\nPillow==5.2.0\n', 'locale/nl/LC_MESSAGES/django.po': '' };
    const caches = {
      default: { BACKEND: 'django.core.cache.backends.memcached.PyMemcacheCache', LOCATION: ['127.0.0.1:11211'] },
    };
    const items = listOf(apacheUbuntu, files, { CACHES: caches });
    expect(itemOf(items, 'packages')?.commands[1]).toBe(
      'sudo apt install apache2 libapache2-mod-wsgi-py3 git python3-venv certbot python3-certbot-apache memcached gettext build-essential python3-dev libpq-dev libjpeg-dev zlib1g-dev',
    );
    expect(itemOf(items, 'messages')?.commands[1]).toContain('compilemessages');
    expect(
      itemOf(listOf(apacheUbuntu, { 'requirements.txt': 'Pillow==12.0.0\n' }), 'packages')?.commands[1],
    ).not.toContain('zlib1g-dev');
  });

  test('units are copied before they are started, and variables have a way into the process', () => {
    const unit = '[Service]\nExecStart=/srv/shop/venv/bin/celery -A shop worker\n';
    const items = listOf(apacheUbuntu, { 'deploy/celery.service': unit }, {}, ['SECRET_KEY']);
    expect(itemOf(items, 'units')?.commands[0]).toMatch(
      /^sudo cp \S+\/deploy\/celery\.service \/etc\/systemd\/system\/celery\.service$/,
    );
    expect(itemOf(items, 'variables')?.text).toContain('find `SECRET_KEY` in the environment of the process');
  });
});

describe('on Docker', () => {
  test('an image that is still to be written serves the application of the settings', () => {
    const items = listOf(docker, {}, { WSGI_APPLICATION: 'shop.wsgi.application' });
    expect(itemOf(items, 'dockerfile')?.text).toContain('a server for `shop.wsgi:application`');
  });

  test('a check goes past an entrypoint that migrates, and what nothing starts again is told', () => {
    const files = {
      Dockerfile:
        'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nENTRYPOINT ["/app/entrypoint.sh"]\nCMD ["gunicorn", "shop.wsgi"]\n',
      'entrypoint.sh': '#!/bin/sh\npython manage.py migrate\nexec "$@"\n',
      'compose.prod.yaml': 'services:\n  web:\n    build: .\n',
    };
    const items = listOf(docker, files);
    const compose = 'docker compose -f compose.prod.yaml';
    expect(itemOf(items, 'deploy-check')?.commands[0]).toMatch(
      `${compose} run --rm --build --entrypoint python web manage.py check --deploy`,
    );
    expect(itemOf(items, 'migrate')?.text).toContain('`entrypoint.sh` does so at each start');
    expect(itemOf(items, 'restart')).toMatchObject({ text: expect.stringContaining('`web`'), commands: [] });
    const kept = listOf(docker, {
      ...files,
      'compose.prod.yaml': `${files['compose.prod.yaml']}    restart: always\n`,
    });
    expect(itemOf(kept, 'restart')?.commands).toEqual(['sudo reboot', 'cd ~/project', `${compose} ps`]);
  });

  test('what runs in an image comes after its build, where Compose does not build it', () => {
    const Dockerfile = 'FROM python:3.13-slim\nCOPY . /app\nWORKDIR /app\nCMD ["gunicorn", "shop.wsgi"]\n';
    const order = (files: Readonly<Record<string, string>>) =>
      listOf(docker, files)
        .filter(({ id }) => ['user', 'deploy-check', 'build', 'migrate'].includes(id))
        .map(({ id, phase }) => `${phase} ${id}`);
    expect(order({ Dockerfile })).toEqual(['during build', 'during user', 'during deploy-check', 'during migrate']);
    const compose = 'services:\n  web:\n    build: .\n';
    expect(order({ Dockerfile, 'compose.yaml': compose })).toEqual([
      'before user',
      'before deploy-check',
      'during build',
      'during migrate',
    ]);
  });

  test('static files are collected where they stay: in the image, or on a volume', () => {
    const Dockerfile = 'FROM python:3.13-slim\nCOPY . /app\nWORKDIR /app\nCMD ["gunicorn", "shop.wsgi"]\n';
    const collect = (compose: string) =>
      itemOf(
        listOf(docker, { Dockerfile, ...(compose ? { 'compose.yaml': compose } : {}) }, { STATIC_ROOT: '/app/s' }),
        'collectstatic',
      );
    const web = 'services:\n  web:\n    build: .\n';
    for (const lost of [collect(''), collect(web)])
      expect(lost).toMatchObject({
        phase: 'before',
        text: expect.stringContaining('`RUN python manage.py collectstatic'),
        commands: [],
      });
    expect(collect(`${web}    volumes:\n      - static:/app/s\nvolumes:\n  static:\n`)?.commands).toEqual([
      'docker compose run --rm web python manage.py collectstatic --noinput',
    ]);
    expect(itemOf(listOf(docker, { Dockerfile }), 'collectstatic')?.phase).toBe('during');
  });

  test('pulls the image that a workflow builds, and leaves to it what it collects', () => {
    const items = (collect: string) =>
      listOf(
        docker,
        {
          Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "config.wsgi"]\n',
          'compose.prod.yaml':
            'services:\n  web:\n    image: me/shop\n    restart: always\n    volumes: ["static:/srv/static"]\nvolumes: {static: {}}\n',
          '.github/workflows/main.yml': `on: push\njobs:\n  ship:\n    steps:\n      - run: docker build -t me/shop .\n      - run: ${collect}\n`,
        },
        { STATIC_ROOT: '/app/s' },
      );
    const without = items('docker push me/shop');
    expect(itemOf(without, 'build')?.commands).toEqual(['docker compose -f compose.prod.yaml pull']);
    expect(itemOf(without, 'migrate')?.commands[0]).toMatch(/^docker compose -f compose\.prod\.yaml run --rm web /);
    expect(itemOf(without, 'collectstatic')?.phase).toBe('during');
    const collecting = items('ssh host docker compose -f compose.prod.yaml exec web python manage.py collectstatic');
    expect(itemOf(collecting, 'collectstatic')).toBeUndefined();
  });

  test('an image without Compose is started, with its port open to the proxy alone', () => {
    const Dockerfile = 'FROM python:3.13-slim\nCOPY . /app\nWORKDIR /app\nEXPOSE 9000\nCMD ["gunicorn", "shop.wsgi"]\n';
    const items = listOf(docker, { Dockerfile });
    expect(itemOf(items, 'dockerfile')).toBeUndefined();
    expect(itemOf(items, 'up')?.commands).toEqual([
      expect.stringContaining('--restart unless-stopped --env-file .env -p 127.0.0.1:9000:9000 '),
    ]);
  });
});

test('on PythonAnywhere paths are those of the account that the host names, and Python gets none that begins with ~', () => {
  const wsgiFile = (hosts: readonly string[]) =>
    itemOf(listOf(pythonanywhere, {}, { ALLOWED_HOSTS: hosts }), 'wsgi-file')?.text;
  expect(wsgiFile(['clerk.pythonanywhere.com'])).toMatch(/`sys\.path` begins with `\/home\/clerk\/[^~]+`\.$/);
  expect(wsgiFile([])).toMatch(/`sys\.path` begins with the full path of `~\/\S+`\./);
});

describe('on PythonAnywhere', () => {
  const list = (files: Readonly<Record<string, string>>, values: Readonly<Record<string, Plain>> = {}) =>
    listOf(pythonanywhere, files, values);

  test("the host is the platform's own, in small letters where it is part of a file's name", () => {
    const hosts = ['shop.vercel.app', 'my-Clerk.pythonanywhere.com'];
    const items = list({}, { ALLOWED_HOSTS: hosts });
    expect(itemOf(items, 'hosts')?.text).toContain('`my-clerk.pythonanywhere.com`');
    expect(itemOf(items, 'reload')?.commands).toEqual(['touch /var/www/my-clerk_pythonanywhere_com_wsgi.py']);
    expect(itemOf(items, 'error-log')?.commands).toEqual(['tail -n 50 /var/log/my-clerk.pythonanywhere.com.error.log']);
    expect(itemOf(items, 'code')?.text).toContain('/home/Clerk/');
  });

  test('the host stands in the files of the settings where the list hangs on a variable', () => {
    const items = list({ 'config/settings.py': "if x:\n    ALLOWED_HOSTS = ['clerk.pythonanywhere.com']\n" });
    expect(itemOf(items, 'reload')?.commands).toEqual(['touch /var/www/clerk_pythonanywhere_com_wsgi.py']);
  });

  test("the code and its environment lie where the project's own script has them", () => {
    const script = 'cd ~/shop\ngit pull\nsource env/bin/activate\npython manage.py migrate\n';
    const items = list({ 'deploy.sh': script, 'requirements.txt': 'Django==4.2.8\n' });
    expect(itemOf(items, 'code')?.text).toContain('`~/shop`');
    expect(itemOf(items, 'virtualenv')?.commands).toEqual([
      'python3.12 -m venv ~/shop/env',
      'source ~/shop/env/bin/activate',
      'pip install --no-cache-dir -r ~/shop/requirements.txt',
    ]);
  });

  test('the virtualenv has a Python that the platform has, and what declares the packages installs them', () => {
    const commands = (files: Readonly<Record<string, string>>) => itemOf(list(files), 'virtualenv')?.commands;
    expect(commands({ 'requirements.txt': 'Django~=2.0.6\n' })?.slice(0, 2)).toEqual([
      'mkvirtualenv project-venv --python=python3.7 --pip 24.0 --setuptools 68.0.0 --wheel 0.42.0',
      'workon project-venv',
    ]);
    expect(commands({ 'requirements.txt': 'Django==5.2.1\n', '.python-version': '3.14\n' })?.[0]).toContain(
      'python3.13',
    );
    const lock = '[[package]]\nname = "django"\nversion = "5.2.1"\n';
    expect(commands({ 'poetry.lock': lock })?.[1]).toBe(
      'pip install poetry && poetry -C ~/project install --only main --no-root',
    );
    expect(commands({ Pipfile: '', 'back/Pipfile.lock': '{"default": {}}' })?.[1]).toContain('~/project/back/Pipfile');
  });

  test('addresses begin with a slash on the Web tab', () => {
    const values = { STATIC_URL: 'static/', STATIC_ROOT: '/home/clerk/static' };
    expect(itemOf(list({}, values), 'static-mapping')?.text).toContain('Map `/static/` to');
  });
});

test('on Render the start command serves the application of the settings, with the packages of its own file', () => {
  const files = { 'requirements/production.txt': 'gunicorn==23.0.0\nDjango==5.2.18\n' };
  const items = listOf(render, files, { WSGI_APPLICATION: 'shop.wsgi.application' });
  expect(itemOf(items, 'create')?.commands).toEqual(['gunicorn shop.wsgi:application']);
  expect(itemOf(items, 'build-command')?.commands).toEqual([
    'pip install -r requirements/production.txt && python manage.py collectstatic --noinput',
  ]);
});

test('no rule proves that an image gets no environment file where its build takes whatever lies there', () => {
  const secrets = (files: Record<string, string>) =>
    itemOf(
      listOf(docker, {
        Dockerfile: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "config.wsgi"]\n',
        ...files,
      }),
      'secrets',
    );
  expect(secrets({})?.state).toBe('open');
  expect(secrets({ '.dockerignore': '.envs/\n' })?.text).toContain('no `.dockerignore` leaves `.env` out');
  expect(secrets({ '.dockerignore': '.env*\n' })?.text).toMatch(
    /no environment file lies where the image copies from\.$/,
  );
});

test('no step runs a command through an entrypoint that empties the database', () => {
  const files = (entrypoint: string) => ({
    Dockerfile: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nENTRYPOINT ["/app/entrypoint.sh"]\n',
    'compose.prod.yaml': 'services:\n  web:\n    build: .\n    command: gunicorn config.wsgi\n',
    'entrypoint.sh': `#!/bin/sh\n${entrypoint}exec "$@"\n`,
  });
  const admin = { INSTALLED_APPS: ['django.contrib.admin'] };
  const steps = (entrypoint: string) => {
    const list = listOf(docker, files(entrypoint), admin);
    return ['migrate', 'administrator'].map((id) => itemOf(list, id));
  };
  const [migrate, administrator] = steps('python manage.py flush --no-input\n');
  expect(migrate?.text).toContain('`entrypoint.sh` empties the database at each start: take that out');
  const past = 'docker compose -f compose.prod.yaml run --rm --entrypoint python web manage.py';
  expect(migrate?.commands).toEqual([`${past} migrate --noinput`]);
  expect(administrator?.commands).toEqual([`${past} createsuperuser`]);
  expect(steps('')[0]?.commands).toEqual([
    'docker compose -f compose.prod.yaml run --rm web python manage.py migrate --noinput',
  ]);
});

test('a Dockerfile that only installs is built by its own name', () => {
  const files = {
    'docker/production.Dockerfile': 'FROM python:3.13\nRUN pip install django\nADD . /app\n',
    'docker/local.Dockerfile': 'FROM python:3.13\nRUN pip install django\n',
    'docker-compose.yml':
      'services:\n  django:\n    build:\n      context: .\n      dockerfile: docker/local.Dockerfile\n    command: python manage.py runserver 0.0.0.0:8000\n    volumes:\n      - .:/app\n',
  };
  const items = listOf(docker, files);
  expect(itemOf(items, 'build')?.commands.join()).toContain('-f docker/production.Dockerfile');
  expect(itemOf(items, 'dockerfile')?.text).toMatch('`docker/production.Dockerfile`, which starts nothing yet');
});
