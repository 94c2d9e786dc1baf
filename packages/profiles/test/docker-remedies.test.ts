/** What the remedies of Docker's rules write for the project at hand. */
import { docker } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { tryRule } from './heroku-pythonanywhere-given.js';

const code = (rule: string, files: Readonly<Record<string, string>>): string =>
  tryRule(docker, `docker/${rule}`, { 'manage.py': '', ...files }).findings[0]?.remedy?.code ?? '';

const dockerfile = 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . /app\n';
const compose = `services:
  db:
    image: postgres:17
  web:
    build: .
    command: sh -c "python manage.py migrate --noinput && exec gunicorn config.wsgi -b 0.0.0.0:$$PORT"
    depends_on:
      - db
  worker:
    build: .
    command: sh -c "python manage.py migrate; celery -A config worker"
`;

describe('a migration of its own', () => {
  const remedy = (files: Readonly<Record<string, string>>): string => code('migrations-in-every-container', files);

  test('waits for a database that answers, and leaves the other commands without it', () => {
    expect(
      remedy({
        Dockerfile: dockerfile,
        'compose.prod.yaml': compose,
      }),
    ).toBe(`  migrate:
    build: .
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
  web:
    command: sh -c "exec gunicorn config.wsgi -b 0.0.0.0:$$PORT"
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

  test('takes the place of an entrypoint that hands nothing on', () => {
    const start = (last: string): Readonly<Record<string, string>> => ({
      Dockerfile: `${dockerfile}ENTRYPOINT ["/app/start.sh"]\n`,
      'start.sh': `#!/bin/sh\npython manage.py migrate\n${last}\n`,
      'compose.prod.yaml':
        'services:\n  web:\n    build: .\n  worker:\n    build: .\n    command: celery -A config worker\n',
    });
    expect(remedy(start('gunicorn config.wsgi'))).toContain(
      'entrypoint: ["python", "manage.py", "migrate", "--noinput"]',
    );
    expect(remedy(start('exec "$@"'))).toContain('    command: python manage.py migrate --noinput');
  });
});

describe('a published port', () => {
  test('keeps the variables that it is written with', () => {
    const ports =
      'services:\n  web:\n    build: .\n  db:\n    image: postgres:17\n    ports: ["${DB_PORT}:${DB_PORT}"]\n';
    expect(
      code('database-port-published', {
        Dockerfile: `${dockerfile}CMD gunicorn config.wsgi\n`,
        'compose.prod.yaml': ports,
      }),
    ).toBe('ports: ["127.0.0.1:${DB_PORT}:${DB_PORT}"]');
  });
});

test('an image without fixes is told of with all the places that name it', () => {
  const { findings } = tryRule(docker, 'docker/image-unsupported', {
    'manage.py': '',
    'compose.yaml':
      'services:\n  web:\n    build: .\n    command: gunicorn config.wsgi\n  db:\n    image: postgres:12\n  copy:\n    image: postgres:12\n',
    Dockerfile: 'FROM python:3.13-slim\nCOPY . /app\nCMD ["gunicorn", "config.wsgi"]\n',
  });
  expect(findings).toHaveLength(1);
  expect(findings[0]?.evidence.map(({ location }) => location.start.line)).toContain(8);
});

test('a user without a home has another place for the cache of uv', () => {
  const of = (user: string, start = 'uv run gunicorn config.wsgi') =>
    code('runs-as-root', {
      Dockerfile: `FROM python:3.13-slim\nWORKDIR /app\nCOPY . /app\nRUN ${user}\nCMD ${start}\n`,
    });
  const cache = 'ENV UV_CACHE_DIR=/tmp/uv\n';
  expect(of('useradd -r -g web web')).toContain(cache);
  expect(of('useradd -r -m -g web web')).toMatch(/USER web/);
  expect(of('useradd -r -m -g web web')).not.toContain(cache);
  expect(of('useradd -r -g web web', 'gunicorn config.wsgi')).not.toContain(cache);
});

test('a server takes the port of the one that it stands in for, and the place in its line', () => {
  const start = (command: string) =>
    code('development-server', {
      Dockerfile: dockerfile,
      'shop/manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
      'shop/config/wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
      'compose.prod.yaml': `services:\n  web:\n    build: .\n    command: ${command}\n    ports: ["8001:8001"]\n`,
    });
  const server = 'gunicorn --chdir shop config.wsgi:application --bind 0.0.0.0:8001 --workers 3';
  expect(start('python shop/manage.py runserver 0.0.0.0:8001')).toBe(`command: ${server}`);
  expect(
    start(
      '>\n      bash -c "\n      source activate shop &&\n      python shop/manage.py runserver 0.0.0.0:8001\n      "',
    ),
  ).toBe(`exec ${server}`);
});

test('a Python is named in each stage, by the stage that names it where there is one', () => {
  const of = (first: string) => {
    const Dockerfile = `${first}FROM docker.io/python AS build\nRUN pip wheel django\nFROM docker.io/python AS run\nCOPY . /app\nCMD gunicorn config.wsgi\n`;
    const files = { 'manage.py': '', 'requirements.txt': 'Django==5.2.8\n', Dockerfile };
    return tryRule(docker, 'docker/python-unspecified', files).findings[0]?.remedy;
  };
  expect(of('')?.summary).toContain('Line 1 of the file has the same');
  const alias = of('FROM python:3.11.7-slim AS python\n');
  expect(alias?.code).toBe('FROM python');
  expect(alias?.summary).toMatch(/stage `python` of line 1.*Line 2 of the file/);
});
