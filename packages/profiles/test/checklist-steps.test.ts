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
      'sudo -u postgres createdb --owner=postgres shop',
    ]);
    expect(database({ ...postgres, ENGINE: 'django.db.backends.mysql' })?.commands).toEqual([
      "sudo mysql -e 'CREATE DATABASE shop CHARACTER SET utf8mb4'",
    ]);
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
  expect(wsgiFile([])).toMatch(/`sys\.path` begins with the full path of `~\/\S+`\.$/);
});

test('on Render the start command serves the application of the settings, with the packages of its own file', () => {
  const files = { 'requirements/production.txt': 'gunicorn==23.0.0\nDjango==5.2.18\n' };
  const items = listOf(render, files, { WSGI_APPLICATION: 'shop.wsgi.application' });
  expect(itemOf(items, 'create')?.commands).toEqual(['gunicorn shop.wsgi:application']);
  expect(itemOf(items, 'build-command')?.commands).toEqual([
    'pip install -r requirements/production.txt && python manage.py collectstatic --noinput',
  ]);
});
