/** Checklists of whole projects: what their files say of each step, and what the audit proves of it. */
import { projectOf } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { auditLoaded } from '../src/audit-project.js';

type Files = Readonly<Record<string, string>>;

const shop = (settings: string): Files => ({
  'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
  'shop/__init__.py': '',
  'shop/settings.py': `import os\n${settings}`,
  'requirements.txt': 'Django==5.2.8\ngunicorn==23.0.0\n',
});

function reportOf(files: Files, target: string) {
  const report = auditLoaded(projectOf(files), { target, today: '2026-01-01' });
  return { report, item: (id: string) => report.checklist.find((one) => one.id === id) };
}

describe('in containers', () => {
  const files = (settings: string): Files => ({
    ...shop(settings),
    Dockerfile: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\n',
    'docker-compose.prod.yml':
      'services:\n  web:\n    build: .\n    command: gunicorn shop.wsgi --bind 0.0.0.0:8000\n    volumes: ["data:/data"]\n  db:\n    image: postgres:17\nvolumes:\n  data:\n',
  });
  const database = (engine: string) => `DATABASES = {'default': {'ENGINE': ${engine}, 'NAME': '/data/db.sqlite3'}}\n`;

  test('a file of SQLite that only a missing variable leads to is not to be kept', () => {
    const certain = reportOf(files(database("'django.db.backends.sqlite3'")), 'docker');
    expect(certain.item('volumes')?.text).toBe('The SQLite database lies on a volume.');
    const fallback = reportOf(files(database("os.environ.get('SQL_ENGINE', 'django.db.backends.sqlite3')")), 'docker');
    expect(fallback.item('volumes')).toBeUndefined();
  });
});

describe('on Heroku', () => {
  const files: Files = {
    ...shop("DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql'}}\n"),
    'shop/migrations/0001_initial.py': '',
    Procfile: 'web: gunicorn shop.wsgi\n',
  };

  test('the build packs are those of app.json, in their order', () => {
    const listed = (...buildpacks: readonly string[]) =>
      reportOf(
        { ...files, 'app.json': JSON.stringify({ buildpacks: buildpacks.map((url) => ({ url })) }) },
        'heroku',
      ).item('create');
    const nginx = 'https://github.com/heroku/heroku-buildpack-nginx.git';
    expect(listed(nginx, 'heroku/nodejs', 'heroku/python')?.commands).toEqual([
      `heroku create --buildpack ${nginx}`,
      'heroku buildpacks:add heroku/nodejs',
      'heroku buildpacks:add heroku/python',
    ]);
    expect(listed(nginx)?.commands).toEqual([
      `heroku create --buildpack ${nginx}`,
      'heroku buildpacks:add heroku/python',
    ]);
    expect(listed()?.commands).toEqual(['heroku create --buildpack heroku/python']);
  });

  test('a build that migrates needs no line for the release phase', () => {
    const script = '#!/bin/sh\npython manage.py migrate --noinput\n';
    expect(reportOf({ ...files, 'bin/post_compile': script }, 'heroku').item('migrate')).toMatchObject({
      text: 'The build has migrated the database: `bin/post_compile` does so at every push.',
      commands: ['heroku run --exit-code -- python manage.py showmigrations --plan'],
    });
    expect(reportOf(files, 'heroku').item('migrate')?.text).toContain('The line `release:');
  });
});

describe('the target', () => {
  const targetOf = (files: Files) =>
    auditLoaded(projectOf({ ...shop(''), ...files }), { today: '2026-01-01' }).target.id;
  const image: Files = { Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "shop.wsgi"]\n' };
  const compose: Files = { 'docker-compose.prod.yml': 'services:\n  web:\n    build: .\n' };

  test('is Heroku where several files are read by it alone', () => {
    const app: Files = { Procfile: 'web: gunicorn shop.wsgi\n', 'app.json': '{"addons": ["heroku-postgresql"]}' };
    const build: Files = { 'bin/post_compile': 'python manage.py migrate\n' };
    expect(targetOf({ ...image, ...compose, ...app, ...build })).toBe('heroku');
    expect(targetOf({ ...image, ...compose, Procfile: 'web: gunicorn shop.wsgi\n' })).toBe('docker');
  });

  test('is PythonAnywhere where the README says that the site is there, or a script is named for it', () => {
    expect(targetOf({ ...image, 'README.md': 'The website is hosted on PythonAnywhere.\n' })).toBe('pythonanywhere');
    expect(targetOf({ ...image, 'README.md': 'It can be hosted on PythonAnywhere.\n' })).toBe('docker');
    expect(targetOf({ 'deploy_pythonanywhere.py': '' })).toBe('pythonanywhere');
    expect(targetOf({ 'tests/deep/pythonanywhere.py': '' })).toBe('none');
  });
});

test('on PythonAnywhere files that gulp makes are built before they are collected', () => {
  const files: Files = {
    ...shop(
      "BASE_DIR = '/srv/shop'\nSTATIC_ROOT = '/home/shop/static'\nimport pathlib\nSTATICFILES_DIRS = [pathlib.Path(__file__).parent.parent / 'static/build']\n",
    ),
    'package.json': '{"devDependencies": {"gulp": "^4.0.2"}}',
    'package-lock.json': '{}',
    'gulpfile.js': "const build = require('./gulp/build');\nmodule.exports = { build };\n",
    '.gitignore': 'static/build/\n',
  };
  const { item } = reportOf(files, 'pythonanywhere');
  expect(item('front-end')?.commands.slice(1, 3)).toEqual(['npm ci', 'npx gulp build']);
  const { 'gulpfile.js': _tasks, ...without } = files;
  expect(reportOf(without, 'pythonanywhere').item('front-end')).toBeUndefined();
  // Node's build pack runs scripts of package.json alone.
  expect(reportOf({ ...files, Procfile: 'web: gunicorn shop.wsgi\n' }, 'heroku').item('create')?.commands).toEqual([
    'heroku create --buildpack heroku/python',
  ]);
});

test('any host name is a lesser fault where the platform looks at the name first', () => {
  const files = shop("SECRET_KEY = os.environ['SECRET_KEY']\nALLOWED_HOSTS = ['*']\n");
  const severityOn = (target: string) =>
    reportOf(
      {
        ...files,
        'shop/urls.py':
          "from django.contrib.auth import views\nfrom django.urls import path\nurlpatterns = [path('reset/', views.PasswordResetView.as_view())]\n",
      },
      target,
    ).report.findings.find(({ rule }) => rule === 'settings/allowed-hosts-wildcard')?.severity;
  expect(severityOn('pythonanywhere')).toBe('low');
  expect(severityOn('apache-ubuntu')).toBe('high');
});
