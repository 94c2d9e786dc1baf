/** The dependencies fact as a whole: what production installs, on which Django and Python, and what the calendar says. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { expect, test } from 'vitest';

const DAY = '2026-11-20';
const read = (files: Record<string, string>, target = 'docker', day = DAY) =>
  dependenciesOf(projectOf(files), { target, processes: [] }, day);
const pinned = (version: string, day = DAY) => read({ 'requirements.txt': `Django==${version}` }, 'docker', day);
const ranged = (specifier: string, extra: Record<string, string> = {}) =>
  read({ 'requirements.txt': `Django${specifier}`, ...extra });

test('an exact Django has its dates, its newest release and the security releases it misses', () => {
  expect(pinned('5.2.15').django).toMatchObject({
    version: '5.2.15',
    series: '5.2',
    status: 'security-only',
    supportedUntil: '2028-04-30',
    lts: true,
    latest: '5.2.18',
    source: 'requirements.txt',
  });
  expect(pinned('5.2.15').django?.securityReleases).toContain('5.2.18');
  expect(pinned('5.2.18').django?.securityReleases).toEqual([]);
  expect(pinned('4.2.16').django).toMatchObject({ status: 'ended', supportedUntil: '2026-04-07' });
});

test('the day decides the status', () => {
  expect(pinned('4.2.16', '2026-04-07').django?.status).toBe('security-only');
  expect(pinned('4.2.16', '2026-04-08').django?.status).toBe('ended');
  expect(pinned('6.1', '2026-08-04').django?.status).toBe('unknown');
});

test('a range has a series only where all it admits is of one', () => {
  expect(ranged('>=5.2,<5.3').django).toMatchObject({ series: '5.2', status: 'security-only' });
  expect(ranged('>=5.2,<5.3').django?.version).toBeUndefined();
  expect(ranged('~=6.0.7').django?.series).toBe('6.0');
  expect(ranged('>=6.1').django?.series).toBeUndefined();
  expect(ranged('<4').django).toMatchObject({ status: 'ended' });
  expect(ranged('>=4.2').django).toMatchObject({ status: 'unknown' });
});

test('the series to work with is the newest supported one that the range and the Python admit', () => {
  expect(ranged('').djangoSeries).toBe('6.1');
  expect(ranged('>=4.2,<6').djangoSeries).toBe('5.2');
  expect(ranged('>=4.2,<5').djangoSeries).toBe('4.2');
  expect(ranged('>=5', { '.python-version': '3.11' }).djangoSeries).toBe('5.2');
  expect(read({ 'requirements.txt': 'Django' }, 'docker', '2026-03-01').djangoSeries).toBe('6.0');
});

test('without a declaration there is no Django, and the newest supported LTS to work with', () => {
  const none = read({ 'requirements.txt': 'flask' });
  expect(none.django).toBeUndefined();
  expect(none.djangoSeries).toBe('5.2');
});

test('a Django from an address has no version that anybody knows', () => {
  const { django } = read({ 'requirements.txt': 'Django @ git+https://github.com/django/django.git' });
  expect(django).toMatchObject({ status: 'unknown' });
  expect(django?.series).toBeUndefined();
});

test('advisories match an exact version only, and say where it was mended', () => {
  const { advisories } = pinned('5.2.17').all[0] ?? { advisories: [] };
  expect(advisories.map((advisory) => advisory.id)).toContain('CVE-2026-84429');
  expect(advisories.every((advisory) => advisory.fixed === '5.2.18')).toBe(true);
  expect(pinned('5.2.18').all[0]?.advisories).toEqual([]);
  expect(ranged('>=5.2.17').all[0]?.advisories).toEqual([]);
});

test('split requirements: what production includes is run time, what development adds is not', () => {
  const { all, manifests } = read({
    'requirements/base.txt': 'Django==5.2.18',
    'requirements/production.txt': '-r base.txt\ngunicorn==23.0.0',
    'requirements/local.txt': '-r production.txt\ndjango-debug-toolbar==4.4',
    'docs/requirements.txt': 'sphinx==7',
  });
  expect(all.map((row) => `${row.kind} ${row.name}`)).toEqual([
    'runtime django',
    'runtime gunicorn',
    'dev django-debug-toolbar',
    'dev sphinx',
  ]);
  expect(manifests.filter((manifest) => manifest.kind === 'runtime')).toHaveLength(2);
});

test("the image's own install decides between manifests that disagree", () => {
  const files = { 'requirements.txt': 'Django==4.2.1', 'requirements-heroku.txt': 'Django==5.2.18' };
  expect(read(files).get('django')?.version).toBe('5.2.18');
  const Dockerfile =
    'FROM python:3.12\nCOPY requirements.txt /tmp/\nRUN pip install --no-cache-dir \\\n    -r /tmp/requirements.txt\n';
  expect(read({ ...files, Dockerfile }).get('django')?.version).toBe('4.2.1');
});

test('a file that the image copies under another name is the one that counts', () => {
  const files = {
    'deps/requirements-live.txt': 'Django==5.2.18',
    'requirements-other.txt': 'Django==4.2.1',
    Dockerfile:
      'FROM python:3.12\nARG WHICH=live\nCOPY deps/requirements-live.txt requirements.txt\nRUN pip install -r requirements.txt',
  };
  expect(read(files).get('django')).toMatchObject({ version: '5.2.18', kind: 'runtime' });
});

test('manifests that disagree with nothing to decide leave the version open and say so', () => {
  const { get, problems } = read({
    'requirements.txt': 'Django==4.2.1',
    Pipfile: '[packages]\ndjango = "==5.2.1"',
  });
  expect(get('django')?.version).toBeUndefined();
  expect(problems[0]?.why).toContain('different versions of `django`');
});

test('a constraint gives the version without being a dependency', () => {
  const { all } = read({ 'requirements.txt': '-c limits.txt\nDjango', 'limits.txt': 'Django==5.2.18\nlxml==5.0' });
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({ version: '5.2.18', lockedAt: { path: 'limits.txt' } });
});

test('what a marker keeps off Linux does not apply', () => {
  const { get } = read({
    'requirements.txt': "pywin32==306; sys_platform == 'win32'\nuvloop; platform_machine == 'x86_64'\nDjango",
  });
  expect(get('pywin32')?.applies).toBe(false);
  expect(get('uvloop')?.applies).toBeUndefined();
  expect(get('django')?.applies).toBe(true);
});

test('an inclusion that leads nowhere is told, and one that leads to itself ends', () => {
  const { problems, get } = read({ 'requirements.txt': '-r gone.txt\n-r requirements.txt\nDjango==5.2' });
  expect(problems.map((problem) => problem.why)).toEqual(['`gone.txt` is not in the repository']);
  expect(get('django')?.version).toBe('5.2');
});

test('a pyproject.toml that only configures tools is no manifest', () => {
  expect(read({ 'pyproject.toml': '[tool.black]\nline-length = 100' }).manifests).toEqual([]);
});

test('projects beside the one that is audited do not speak for it', () => {
  const { get } = read({
    'manage.py': '',
    'requirements.txt': 'Django==5.2.18',
    'samples/old/manage.py': '',
    'samples/old/Dockerfile': 'FROM python:3.8\nRUN pip install -r requirements.txt',
    'samples/old/requirements.txt': 'Django==2.2\nlegacy==1',
  });
  expect(get('django')?.version).toBe('5.2.18');
  expect(get('legacy')?.kind).not.toBe('runtime');
});

test('a project in a folder of its own is found', () => {
  const { get } = read({
    'backend/manage.py': '',
    'backend/requirements.txt': 'Django==5.2.18',
    'frontend/package.json': '{}',
  });
  expect(get('django')).toMatchObject({ version: '5.2.18', kind: 'runtime' });
});

test.each([
  [{ '.python-version': '3.12.4\n' }, 'docker', { version: '3.12.4', series: '3.12', source: '.python-version' }],
  [{ 'runtime.txt': 'python-3.10.4', '.python-version': '3.13' }, 'heroku', { series: '3.10', status: 'ended' }],
  [{ '.tool-versions': 'nodejs 20.1\npython 3.11.2' }, 'docker', { version: '3.11.2' }],
  [{ Dockerfile: 'FROM python:3.12-slim' }, 'docker', { series: '3.12', source: 'Dockerfile' }],
  [{ Dockerfile: 'FROM python:2-slim' }, 'docker', { series: '2.7', status: 'ended', source: 'Dockerfile' }],
  [
    { Dockerfile: 'FROM python:3.12-slim', 'Dockerfile.prod': 'FROM python:3.13-slim' },
    'docker',
    { series: '3.13', source: 'Dockerfile.prod' },
  ],
  [{ Dockerfile: 'FROM python:3.12-slim', '.python-version': '3.13' }, 'docker', { series: '3.12' }],
  [{ Dockerfile: 'FROM python:3.12-slim', '.python-version': '3.13' }, 'heroku', { series: '3.13' }],
  [
    { Dockerfile: 'FROM python:3.12-slim', 'heroku.yml': 'build:\n  docker:\n    web: Dockerfile\n' },
    'heroku',
    { series: '3.12', source: 'Dockerfile' },
  ],
  [
    { Dockerfile: 'ARG V=3.11\nFROM docker.io/library/python:${V}-slim AS base\nFROM node:20 AS js\nFROM base' },
    'docker',
    { series: '3.11' },
  ],
  [{ Dockerfile: 'FROM ghcr.io/astral-sh/uv:python3.13-bookworm' }, 'docker', { series: '3.13' }],
  [
    { 'pyproject.toml': '[project]\nrequires-python = ">=3.12,<3.13"\ndependencies = []' },
    'docker',
    { series: '3.12' },
  ],
])('Python of %j on %s', (files, target, expected) => {
  expect(read(files as Record<string, string>, target).python).toMatchObject(expected);
});

test('a lower bound is not the runtime', () => {
  const { python } = read({ 'pyproject.toml': '[project]\nrequires-python = ">=3.8"\ndependencies = []' });
  expect(python).toMatchObject({ specifier: '>=3.8', status: 'unknown' });
  expect(python?.series).toBeUndefined();
});

test('an image without a Python of its own says nothing', () => {
  expect(read({ Dockerfile: 'FROM python:3.12 AS build\nFROM debian:bookworm' }).python).toBeUndefined();
});

test('an image that Heroku does not build says nothing of its Python', () => {
  expect(read({ Dockerfile: 'FROM python:3.7' }, 'heroku').python).toBeUndefined();
});

test('import names lead to their distributions', () => {
  const { providing } = read({});
  expect(providing('admin_auto_filters')).toEqual(['django-admin-autocomplete-filter']);
  expect(providing('wagtailcaptcha')).toEqual(['wagtail-django-recaptcha']);
  expect(providing('djchoices')).toEqual(['django-choices']);
  expect(providing('relativedeltafield')).toEqual(['django-relativedelta']);
  expect(providing('rest_framework')).toEqual(['djangorestframework']);
  expect(providing('psycopg2')).toEqual(['psycopg2', 'psycopg2-binary']);
  expect(providing('allauth.socialaccount.providers.google')).toEqual(['django-allauth']);
  expect(providing('corsheaders.middleware')).toEqual(['django-cors-headers', 'django-cors-middleware']);
  expect(providing('paypalcheckoutsdk.orders')).toEqual(['paypal-checkout-serversdk']);
  expect(providing('some_thing')[0]).toBe('some-thing');
  expect(providing('constructor')[0]).toBe('constructor');
});

test('every row can be pointed at', () => {
  const [row] = read({ 'requirements.txt': '# x\nDjango==5.2.1' }).all;
  expect(row).toMatchObject({
    subject: 'deps:django',
    current: 'Django==5.2.1',
    at: { path: 'requirements.txt', start: { line: 2, column: 1 } },
  });
});

test('what the image installs by name counts in a container, behind what manifests say', () => {
  const files = {
    'requirements.txt': 'Django==5.2.18',
    Dockerfile:
      'FROM python:3.12\nRUN pip install --upgrade pip && \\\n    pip install --no-cache-dir -r requirements.txt "gunicorn[gevent]==23.0.0" \\\n    django -i https://x.example.com/simple\n# RUN pip install flask',
  };
  expect(read(files).all.map((row) => `${row.name}==${row.version}`)).toEqual(['django==5.2.18', 'gunicorn==23.0.0']);
  expect(read(files).get('gunicorn')?.at).toMatchObject({ path: 'Dockerfile', start: { line: 3 } });
  expect(read(files, 'pythonanywhere').get('gunicorn')).toBeUndefined();
  expect(read(files).manifests.map((manifest) => manifest.path)).toEqual(['requirements.txt']);
});

test('`pip install .` looks at no lock file', () => {
  const files = {
    'pyproject.toml': '[project]\nname = "shop"\ndependencies = ["django>=5.2"]',
    'uv.lock': '[[package]]\nname = "django"\nversion = "5.2.1"\n',
  };
  expect(read(files).get('django')?.version).toBe('5.2.1');
  expect(
    read({ ...files, Dockerfile: 'FROM python:3.12\nRUN pip install .\n' }).get('django')?.version,
  ).toBeUndefined();
});

test('on Heroku the lock file at the root is what is installed', () => {
  const files = {
    'pyproject.toml': '[project]\nname = "shop"\ndependencies = ["django>=5.2"]',
    'uv.lock': '[[package]]\nname = "django"\nversion = "5.2.18"\n',
    'requirements/base.txt': 'Django==4.2',
  };
  expect(read(files, 'heroku').get('django')).toMatchObject({ version: '5.2.18', at: { path: 'pyproject.toml' } });
});

test('a Python too old for the Django is not the one it runs on', () => {
  const { get } = read({
    'requirements.txt': "Django==5.2.18\nbackports.zoneinfo; python_version < '3.9'\ntomli; python_version < '3.11'",
  });
  expect(get('backports-zoneinfo')?.applies).toBe(false);
  expect(get('tomli')?.applies).toBeUndefined();
});

test('packages that a Dockerfile builds as wheels are installed from them', () => {
  const project = projectOf({
    'manage.py': '',
    'requirements.txt': 'Django==5.2.8\n',
    Dockerfile: 'FROM python:3.13\nRUN pip wheel --wheel-dir /wheels uwsgi -r requirements.txt\n',
  });
  const found = dependenciesOf(project, { target: 'docker', processes: [] }, '2026-11-20');
  expect(found.get('uwsgi')?.kind).toBe('runtime');
});

test("a host's own file may be what names Django", () => {
  const libraries = (version: string) =>
    `runtime: python27\nlibraries:\n# what the host brings\n - name: "django"\n   version: "${version}"\n - name: MySQLdb\n   version: latest\nhandlers:\n- url: /\n`;
  const file = read({ 'site/app.yaml': libraries('1.5') });
  expect(file.django).toMatchObject({ series: '1.5', status: 'ended', source: 'site/app.yaml' });
  expect(file.djangoSeries).toBe('1.5');
  expect(file.get('MySQLdb')?.specifier).toBe('');
  expect(read({ 'site/app.yaml': libraries('1.5'), 'requirements.txt': 'Django==5.2.8\n' }).djangoSeries).toBe('5.2');
  expect(read({ 'app.yaml': 'service: web\n' }).django).toBeUndefined();
});

test('files that pin Django differently leave the series to what they have in common', () => {
  const lock = JSON.stringify({ default: { django: { version: '==4.1.7' } } });
  const both = { Pipfile: '[packages]\ndjango = "*"\n', 'Pipfile.lock': lock };
  const near = read({ ...both, 'requirements.txt': 'Django==4.1.6\n' }, 'heroku');
  expect(near.django?.version).toBeUndefined();
  expect([near.django?.series, near.djangoSeries]).toEqual(['4.1', '4.1']);
  const far = read({ ...both, 'requirements.txt': 'Django==5.2.8\n' }, 'heroku');
  expect([far.django?.series, far.djangoSeries]).toEqual([undefined, '5.2']);
});

test('addresses that name no package are told of once', () => {
  const { problems } = dependenciesOf(
    projectOf({
      'requirements.txt':
        'django\nhttps://a.example/x/master.zip\nhttps://a.example/y/master.zip\n-e git+https://a.example/z\n',
    }),
    { target: 'docker', processes: [] },
    '2026-11-20',
  );
  expect(problems.map(({ at, why }) => [at.start.line, why])).toEqual([
    [2, 'it installs from an address that does not say which package it holds; 2 more lines do the same'],
  ]);
});
