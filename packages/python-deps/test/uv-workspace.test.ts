/** Members of uv's workspace that a build installs in place of the project at its root. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { describe, expect, test } from 'vitest';

const runtime = (files: Record<string, string>) =>
  dependenciesOf(projectOf(files), { target: 'docker', processes: [] }, '2026-11-20')
    .all.filter(({ kind, applies, url }) => kind === 'runtime' && applies !== false && url === undefined)
    .map(({ name, version }) => (version === undefined ? name : `${name}==${version}`))
    .join(' ');

const workspace = '[tool.uv.workspace]\nmembers = ["services/*"]\nexclude = ["services/old"]\n';
const member = (name: string, list: string, more = '') =>
  `[project]\nname = "${name}"\nversion = "1"\ndependencies = [${list}]\n${more}`;
const locked = (name: string) =>
  `[[package]]\nname = "${name}"\nversion = "1.0"\nsource = { registry = "https://pypi.org/simple" }\n`;
const owned = (name: string, path: string, list: string) =>
  `[[package]]\nname = "${name}"\nversion = "1"\nsource = { editable = "${path}" }\ndependencies = [${list}]\n`;

const members = {
  'manage.py': '',
  'services/web/pyproject.toml': member(
    'web',
    '"gunicorn>=0.5", "shared"',
    '[tool.uv.sources]\nshared = { workspace = true }\n',
  ),
  'services/worker/pyproject.toml': member('worker', '"celery"'),
  'services/shared/pyproject.toml': member('shared', '"redis"'),
  'services/old/pyproject.toml': member('old', '"flask"'),
};
const lock = [
  owned('web', 'services/web', '{ name = "gunicorn" }, { name = "shared" }'),
  owned('worker', 'services/worker', '{ name = "celery" }'),
  owned('shared', 'services/shared', '{ name = "redis" }'),
  ...['celery', 'gunicorn', 'redis'].map(locked),
].join('\n');
const image = (...lines: string[]) => ({ Dockerfile: ['FROM python:3.13', 'COPY . .', ...lines].join('\n') });

describe.each([
  [
    'a project',
    { 'pyproject.toml': `${member('shop', '"django"')}${workspace}` },
    owned('shop', '.', '{ name = "django" }') + locked('django'),
  ],
  ['nothing', { 'pyproject.toml': workspace }, ''],
])('with %s at the root', (_, root, own) => {
  const django = own === '' ? '' : 'django';
  test.each([
    ['RUN uv sync --frozen --no-dev --package web', 'gunicorn redis'],
    ['RUN uv sync --frozen --no-dev --package=worker', 'celery'],
    ['RUN uv sync --package web --package worker', 'celery gunicorn redis'],
    ['RUN cd services/web && uv sync --frozen', 'gunicorn redis'],
    ['WORKDIR /app\nCOPY . /app\nWORKDIR /app/services/worker\nRUN uv sync --no-dev', 'celery'],
    ['RUN uv sync --directory services/web', 'gunicorn redis'],
    ['RUN uv sync --project=services/worker', 'celery'],
    ['RUN uv sync --all-packages', `celery ${django} gunicorn redis`.replace('  ', ' ')],
  ])('%s', (line, expected) => {
    const versions = expected.replace(/\S+/g, '$&==1.0');
    expect(runtime({ ...members, ...root, ...image(line) })).toBe(expected);
    expect(runtime({ ...members, ...root, ...image(line), 'uv.lock': own + lock })).toBe(versions);
  });
});

test('a command without a member installs what lies at the root', () => {
  const files = { ...members, 'pyproject.toml': `${member('shop', '"django"')}${workspace}` };
  const own = owned('shop', '.', '{ name = "django" }') + locked('django');
  expect(runtime({ ...files, ...image('RUN uv sync'), 'uv.lock': own + lock })).toBe('django==1.0');
  const both = image('RUN uv sync --package worker', 'RUN uv sync --inexact');
  expect(runtime({ ...files, ...both, 'uv.lock': own + lock })).toBe('celery==1.0 django==1.0');
});
