/** Render: how it is recognised, and what its Blueprint says of the processes. */
import { createFactReader, deployment, given, project, projectOf, readNeeds } from '@django-golive/core';
import { blueprint, render } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';

type Files = Readonly<Record<string, string>>;
const readerOf = (files: Files) => createFactReader([given(project, projectOf(files)), ...render.providers]);
const detect = (files: Files) => render.detector.detect(readNeeds(render.detector.needs, readerOf(files)));

const yaml = `
services:
  - type: web
    name: shop
    env: python
    rootDir: backend
    startCommand: gunicorn config.wsgi
    preDeployCommand: python manage.py migrate
    disk: { name: media, mountPath: /var/media }
    envVars:
      - fromGroup: shared
      - key: SECRET_KEY
        generateValue: true
      - key: DATABASE_URL
        fromDatabase: { name: db, property: connectionString }
      - key: STRIPE_KEY
        sync: false
  - type: worker
    name: jobs
    runtime: python
    rootDir: backend
    startCommand: celery -A config worker
  - type: web
    name: frontend
    runtime: node
    startCommand: npm start
envVarGroups:
  - name: shared
    envVars:
      - key: DEBUG
        value: 'False'
`;
const files = { 'render.yaml': yaml, 'backend/manage.py': '', 'backend/config/wsgi.py': '' };

describe('detection', () => {
  test('is sure of a Blueprint that runs this project, and of the variables of Render', () => {
    expect(detect(files)?.confidence).toBe(0.9);
    expect(detect({ 'a/settings.py': "HOST = os.environ.get('RENDER_EXTERNAL_HOSTNAME')\n" })?.confidence).toBe(0.8);
    expect(detect({ 'a/settings.py': "ALLOWED_HOSTS = ['shop.onrender.com']\n" })?.confidence).toBe(0.7);
    expect(detect({ 'README.md': 'Live: https://shop.onrender.com\n' })?.confidence).toBe(0.5);
  });

  test('leaves an image to Docker, and a Blueprint of something else alone', () => {
    expect(detect({ 'render.yaml': 'services:\n  - type: web\n    runtime: docker\n' })?.confidence).toBe(0.7);
    expect(detect({ 'render.yaml': 'services:\n  - type: web\n    runtime: node\n' })).toBeUndefined();
    expect(detect({ 'a/settings.py': '# onrender.com\nDEBUG = False\n', 'README.md': 'A shop.' })).toBeUndefined();
  });
});

describe('deployment', () => {
  test('has the services of this project, each with what it is given', () => {
    const { processes, volumes, root } = readerOf(files)(deployment);
    expect(processes.map(({ name, role, application, directory }) => [name, role, application, directory])).toEqual([
      ['web', 'web', 'config.wsgi:application', 'backend'],
      ['release', 'release', undefined, 'backend'],
      ['jobs', 'worker', undefined, 'backend'],
    ]);
    expect(processes[0]?.variables.map(({ name, value }) => [name, value])).toEqual([
      ['DEBUG', 'False'],
      ['SECRET_KEY', undefined],
      ['DATABASE_URL', undefined],
      ['STRIPE_KEY', undefined],
    ]);
    expect(processes.every(({ variablesUnseen }) => variablesUnseen)).toBe(true);
    expect([volumes, root]).toEqual([['/var/media'], '/opt/render/project/src']);
  });

  test('takes the Python from the variable, where all services that visitors reach name the same, and from one file', () => {
    const withPython = (...versions: readonly string[]) => {
      const services = versions.map(
        (version, at) =>
          `  - type: web\n    name: shop${at}\n    runtime: python\n    envVars:\n      - { key: PYTHON_VERSION, value: ${version} }\n`,
      );
      return readerOf({ 'render.yaml': `services:\n${services.join('')}` })(deployment).python;
    };
    expect(withPython('3.12.4')).toMatchObject({ named: { version: '3.12.4' }, files: ['.python-version'] });
    expect(withPython('3.10')?.named?.version).toBe('3.10');
    expect(withPython('3.12.4', '3.13.1')).toEqual({ files: ['.python-version'] });
    expect(readerOf(files)(deployment).python).toEqual({ files: ['.python-version'] });
  });

  test('without a Blueprint says what holds for every service', () => {
    const found = readerOf({ 'manage.py': '' })(deployment);
    expect(found.python).toEqual({ files: ['.python-version'] });
    // The dashboard may build an image instead, whose Python is the Dockerfile's to say.
    expect(readerOf({ 'manage.py': '', Dockerfile: 'FROM python:3.13\n' })(deployment).python).toBeUndefined();
    expect([found.processes, found.volumesUnseen]).toEqual([[], true]);
    expect([...found.traits.keys()]).toEqual([
      'tls-at-proxy',
      'redirects-to-https',
      'host-validated',
      'ephemeral-disk',
    ]);
  });
});

test('a Blueprint of environments is read, a broken one says nothing', () => {
  const read = (text: string) => readerOf({ 'render.yaml': text })(blueprint);
  const inside = yaml
    .trim()
    .split('\n')
    .map((line) => `        ${line}`)
    .join('\n');
  expect(
    read(`projects:\n  - name: shop\n    environments:\n      - name: production\n${inside}\n`)?.services,
  ).toHaveLength(3);
  expect(read('services: nonsense')?.services).toEqual([]);
  expect(read('- a\n- b')).toBeUndefined();
  expect(read('services: [[[[{{{')?.services ?? []).toEqual([]);
});
