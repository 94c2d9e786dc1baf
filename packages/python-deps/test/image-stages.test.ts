/** Stages of a Dockerfile: only what production's image is made of says what it holds. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { expect, test } from 'vitest';

const LIST = { 'requirements.txt': 'Django==5.2.18', 'requirements/web.txt': 'lxml==5.0.0', 'deploy.sh': '' };
const BASE = 'FROM python:3.13 AS base\nRUN pip install -r requirements.txt\n';
const DEV = 'FROM base AS dev\nRUN pip install ipdb==0.13.9 jinja2==2.10 -r requirements/web.txt\n';
const PROD = 'FROM base AS prod\nRUN pip install gunicorn==23.0.0\n';

const names = (Dockerfile: string, more: Record<string, string> = {}, stage?: string) => {
  const project = projectOf({ ...LIST, ...more, Dockerfile });
  const start = Dockerfile.indexOf(`FROM ${stage}`);
  const at = project.file('Dockerfile')?.at({ start, end: start + 4 });
  const images = stage !== undefined && at ? { images: [at] } : {};
  const { all } = dependenciesOf(project, { target: 'docker', processes: [], ...images }, '2026-11-20');
  return all.flatMap(({ kind, name }) => (kind === 'runtime' ? name : [])).sort();
};

test('a stage beside the last one installs nothing into the image, by name or by list', () => {
  expect(names(BASE + DEV + PROD)).toEqual(['django', 'gunicorn']);
  expect(names(`${BASE}${DEV}FROM dev AS prod`)).toEqual(['django', 'ipdb', 'jinja2', 'lxml']);
});

test.each([
  'COPY --from=builder /wheels /wheels',
  'COPY --chown=app --from=Builder /opt/venv /opt/venv',
  'COPY --from=0 /opt/venv /opt/venv',
  'ARG FROM\nCOPY --from=${FROM} /opt/venv /opt/venv',
  'RUN --mount=type=bind,from=builder,source=/wheels,target=/wheels pip install --no-index /wheels/*',
])('what a stage takes from a builder was installed there: %s', (line) => {
  const builder = 'FROM python:3.13 AS builder\nRUN pip wheel -r requirements.txt uwsgi==2.0.28\n';
  expect(names(`${builder}FROM python:3.13-slim\n${line}\n`)).toEqual(['django', 'uwsgi']);
});

test('an image of elsewhere is no stage', () => {
  const other = 'FROM python:3.13 AS other\nRUN pip install jinja2==2.10\n';
  expect(names(`${other}${BASE}COPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/`)).toEqual(['django']);
});

test('the stage that the deployment names is the image, wherever it stands', () => {
  expect(names(BASE + PROD + DEV, {}, 'base AS prod')).toEqual(['django', 'gunicorn']);
  expect(names(BASE + DEV + PROD, {}, 'base AS dev')).toEqual(['django', 'ipdb', 'jinja2', 'lxml']);
});

test('behind it, the stage that a build asks for, and the one with the name of production before one for development', () => {
  const second = `${BASE}FROM base AS site\nRUN pip install waitress\n`;
  expect(names(BASE + PROD + DEV)).toEqual(['django', 'gunicorn']);
  for (const build of ['docker build --target site .', 'docker build --target=site .'])
    expect(names(second + DEV, { 'deploy.sh': build })).toEqual(['django', 'waitress']);
  expect(names(second + DEV, { '.github/workflows/x.yml': 'with:\n  target: site\n' })).toEqual(['django', 'waitress']);
  expect(names(second + DEV)).toEqual(['django', 'ipdb', 'jinja2', 'lxml']);
});

test('`from` of Python in a document begins no stage', () => {
  const document = 'RUN python <<EOF\nfrom django import setup\nEOF\nRUN pip install uvicorn\n';
  expect(names(BASE + document)).toEqual(['django', 'uvicorn']);
});

test('the Python is that of the stage that runs', () => {
  const project = projectOf({ Dockerfile: 'FROM python:3.13 AS prod\nFROM python:3.9 AS dev\n' });
  expect(dependenciesOf(project, { target: 'docker', processes: [] }, '2026-11-20').python?.series).toBe('3.13');
});

test.each([
  ['poetry add gunicorn', ['gunicorn']],
  ['poetry add --source pypi gunicorn==23.0.0', ['gunicorn']],
  ['uv add gunicorn whitenoise', ['gunicorn', 'whitenoise']],
  ['pipenv install --system gunicorn', ['gunicorn']],
  ['pipenv install --categories web --deploy', []],
])('an image adds packages by `%s`', (command, names) => {
  const files = { 'manage.py': '', 'requirements.txt': 'django\n', Dockerfile: `FROM python:3.13\nRUN ${command}\n` };
  const { all } = dependenciesOf(projectOf(files), { target: 'docker', processes: [] }, '2026-11-20');
  const added = all.filter(({ at }) => at.path === 'Dockerfile');
  expect(added.map(({ name }) => name)).toEqual(names);
});

test.each([
  ['python:3.13-slim', undefined],
  ['ghcr.io/astral-sh/uv:python3.13-bookworm', undefined],
  ['nikolaik/python-nodejs:python3.8-nodejs16', undefined],
  ['registry.example.com:5000/library/python', undefined],
  ['continuumio/miniconda3@sha256:0a', undefined],
  ['nvidia/cuda:12.4.1-runtime-ubuntu22.04', undefined],
  ['postgres:16-alpine', undefined],
  ['haakenlid/jupyter-opencv:3.6', ['haakenlid/jupyter-opencv']],
  ['tiangolo/uvicorn-gunicorn:python3.11', ['tiangolo/uvicorn-gunicorn']],
])('the image %s may bring packages: %j', (image, bases) => {
  const files = {
    'manage.py': '',
    'requirements.txt': 'django\n',
    Dockerfile: `FROM ${image}\nRUN pip install -r requirements.txt\n`,
  };
  const of = (target: string) => dependenciesOf(projectOf(files), { target, processes: [] }, '2026-11-20').bases;
  expect(of('docker')).toEqual(bases);
  expect(of('apache-ubuntu')).toBeUndefined();
});

test('what the image of another service is built with is not the site’s', () => {
  const files = {
    'manage.py': '',
    'requirements/production.txt': 'django\n',
    'compose/production/django/Dockerfile':
      'FROM python:3.13\nCOPY ./requirements /requirements\nRUN pip install -r /requirements/production.txt\n',
    'compose/production/janus/Dockerfile': 'FROM debian:12\nRUN pip3 install meson ninja\nCOPY ./janus.cfg /etc/\n',
    'compose/production/worker/Dockerfile': 'FROM shop/tools-image\nCOPY . /app\nRUN pip install sentry-sdk\n',
  };
  const { all, bases } = dependenciesOf(projectOf(files), { target: 'docker', processes: [] }, '2026-11-20');
  expect(all.map(({ name }) => name)).toEqual(['django', 'sentry-sdk']);
  expect(bases).toEqual(['shop/tools-image']);
});
