/** Railway: how it is recognised, and what its files say of the processes. */
import { createFactReader, deployment, given, project, projectOf, readNeeds } from '@django-golive/core';
import { railway, railwayConfig } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';

type Files = Readonly<Record<string, string>>;
const readerOf = (files: Files) => createFactReader([given(project, projectOf(files)), ...railway.providers]);
const detect = (files: Files) => railway.detector.detect(readNeeds(railway.detector.needs, readerOf(files)));
const dockerfile = 'FROM python:3.13-slim\nCOPY . /code\nWORKDIR /code\nCMD ["gunicorn", "config.wsgi"]\n';

describe('detection', () => {
  test('is sure of its own files, less where an image is built', () => {
    expect(detect({ 'railway.json': '{}' })?.confidence).toBe(0.9);
    expect(detect({ 'railway.toml': '[deploy]\n' })?.confidence).toBe(0.9);
    expect(detect({ '.railway/railway.ts': 'export default {}' })?.confidence).toBe(0.9);
    expect(detect({ 'railway.json': '{}', Dockerfile: dockerfile })?.confidence).toBe(0.7);
    expect(detect({ 'a/settings.py': "HOST = os.environ['RAILWAY_PUBLIC_DOMAIN']\n" })?.confidence).toBe(0.8);
    expect(detect({ 'a/settings.py': "ALLOWED_HOSTS = ['shop.up.railway.app']\n" })?.confidence).toBe(0.7);
    expect(detect({ 'nixpacks.toml': '' })?.confidence).toBe(0.5);
    expect(detect({ 'README.md': 'Live: https://shop.up.railway.app\n' })?.confidence).toBe(0.5);
    expect(detect({ 'README.md': 'A model railway.', 'a/settings.py': '# railway.app\n' })).toBeUndefined();
  });
});

describe('deployment', () => {
  test('has the start command of its configuration before all others', () => {
    const toml =
      '[deploy]\nstartCommand = "gunicorn config.wsgi"\npreDeployCommand = ["python manage.py migrate", "python manage.py check"]\n';
    const { processes } = readerOf({ 'railway.toml': toml, Procfile: 'web: gunicorn other.wsgi\n' })(deployment);
    expect(processes.map(({ name, role, application, command }) => [name, role, application ?? command])).toEqual([
      ['web', 'web', 'config.wsgi:application'],
      ['release', 'release', 'python manage.py migrate && python manage.py check'],
    ]);
  });

  test('falls back on the Procfile, and on the image that is built where there is one', () => {
    const application = (files: Files) => readerOf(files)(deployment).processes[0]?.application;
    expect(application({ Procfile: 'web: gunicorn other.wsgi\n' })).toBe('other.wsgi:application');
    expect(application({ Procfile: 'web: gunicorn other.wsgi\n', Dockerfile: dockerfile })).toBe(
      'config.wsgi:application',
    );
    expect(readerOf({ 'manage.py': '' })(deployment).processes).toEqual([]);
  });
});

test('a broken configuration says nothing, and never throws', () => {
  const read = (files: Files) => readerOf(files)(railwayConfig);
  expect(read({ 'railway.json': '- a' })?.start).toBeUndefined();
  expect(read({ 'railway.json': '[3]' })?.start).toBeUndefined();
  expect(
    read({ 'railway.json': '{"deploy": {"startCommand": 3, "preDeployCommand": [null]}}' })?.preDeploy,
  ).toBeUndefined();
  expect(read({ 'railway.toml': '[deploy\nstartCommand = "x"' })?.path).toBe('railway.toml');
});
