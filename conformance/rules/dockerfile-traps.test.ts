/** Dockerfiles that are in order, and that linters which read one line at a time complain of: nothing may be said of them. */
import { projectOf } from '@django-golive/core';
import { expect, test } from 'vitest';
import { auditLoaded } from '../../packages/cli/src/audit-project.js';

const manage = "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n";
const around = {
  'manage.py': manage,
  'config/__init__.py': '',
  'config/wsgi.py': manage,
  'config/settings.py':
    "import os\nSECRET_KEY = os.environ['SECRET_KEY']\nDEBUG = False\nALLOWED_HOSTS = ['shop.test']\nINSTALLED_APPS = ['django.contrib.staticfiles']\nSTATIC_ROOT = '/app/static'\nSTATIC_URL = '/static/'\n",
  'requirements.txt': 'Django==5.2.18\ngunicorn==23.0.0\npsycopg2==2.9.10\n',
  '.dockerignore': '.env\n.git\n',
};
const install = 'WORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\n';
const tools = 'RUN apt-get update && apt-get install -y build-essential libpq-dev\n';
const make = 'RUN useradd --create-home --uid 1000 app\n';
const start = 'CMD ["gunicorn", "config.wsgi:application", "--bind", "0.0.0.0:8000"]\n';
const base = `FROM python:3.13-slim\n${tools}`;

/** What golive says about the image, by the rules that read it. */
function saidOf(Dockerfile: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const report = auditLoaded(projectOf({ ...around, Dockerfile, ...more }), { target: 'docker', today: '2026-11-20' });
  return [...report.findings, ...report.questions]
    .filter(({ rule }) => /^docker\/|^migrations\/at-image-build$|^static\/collectstatic/.test(rule))
    .map(({ rule, location }) => `${rule} ${location?.path}:${location?.start.line}`);
}

test.each([
  [
    'a user is inherited from an earlier stage',
    `FROM python:3.13-slim AS base\n${tools}${make}USER app\nFROM base\n${install}${start}`,
  ],
  [
    'of a stage that is named in other letters',
    `FROM python:3.13-slim AS Base\n${tools}${make}USER app\nFROM base AS Final\n${install}${start}`,
  ],
  ['a user is named by its id', `${base}${install}${make}USER 1000:1000\n${start}`],
  [
    'a user is named by a build argument with a default',
    `${base}${install}ARG APP_USER=app\n${make}USER \${APP_USER}\n${start}`,
  ],
  [
    'root installs something in the middle',
    `${base}${make}USER app\nUSER root\nRUN apt-get install -y curl\nUSER app\n${install}${start}`,
  ],
  [
    'a stage that is thrown away runs as root',
    `FROM python:3.13 AS build\nRUN pip wheel -w /wheels psycopg2\nFROM python:3.13-slim\n${tools}${make}COPY --from=build /wheels /wheels\n${install}USER app\n${start}`,
  ],
  [
    'files come from a stage, from a stage by number and from another image',
    `FROM python:3.13 AS build\nRUN pip install --prefix=/install psycopg2\nFROM python:3.13-slim\n${tools}${make}COPY --from=build /install /usr/local\nCOPY --from=0 /install /usr/local\nCOPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/\n${install}USER app\n${start}`,
  ],
  [
    'the version stands before the first stage',
    `ARG PYTHON=3.13\nFROM python:\${PYTHON}-slim\n${tools}${install}${make}USER app\n${start}`,
  ],
  [
    'collectstatic gets a stand-in on its line',
    `${base}${install}RUN SECRET_KEY=dummy python manage.py collectstatic --noinput\n${make}USER app\n${start}`,
  ],
  [
    'collectstatic gets a stand-in for its stage alone',
    `FROM python:3.13-slim AS build\n${tools}${install}ENV SECRET_KEY=dummy\nRUN python manage.py collectstatic --noinput\nFROM python:3.13-slim\n${tools}${make}COPY --from=build /app /app\n${install}USER app\n${start}`,
  ],
  [
    'a health check has a CMD of its own',
    `${base}${install}${make}USER app\n${start}HEALTHCHECK --interval=30s CMD python -c "import urllib.request as u; u.urlopen(u.Request('http://localhost:8000/', headers={'Host': 'shop.test'}))"\n`,
  ],
  ['a health check is switched off', `${base}${install}${make}USER app\nHEALTHCHECK NONE\n${start}`],
  [
    'a stage for development runs the development server',
    `FROM python:3.13-slim AS base\n${tools}${install}${make}USER app\nFROM base AS development\nCMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]\nFROM base AS production\n${start}`,
  ],
])('nothing is said where %s', (_, dockerfile) => {
  expect(saidOf(dockerfile)).toEqual([]);
});

test('and the same is said where it is so: root, no compiler, a development server', () => {
  const text = `FROM python:3.13-slim\n${install}CMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]\n`;
  expect([...saidOf(text)].sort()).toEqual([
    'docker/development-server Dockerfile:6',
    'docker/runs-as-root Dockerfile:1',
    'docker/source-build-risk Dockerfile:1',
  ]);
});
