/** Fly.io: how it is recognised, and what fly.toml and the image say of the processes. */
import { createFactReader, deployment, given, project, projectOf, readNeeds } from '@django-golive/core';
import { fly, flyConfig } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';

type Files = Readonly<Record<string, string>>;
const readerOf = (files: Files) => createFactReader([given(project, projectOf(files)), ...fly.providers]);
const detect = (files: Files) => fly.detector.detect(readNeeds(fly.detector.needs, readerOf(files)));

const dockerfile = `FROM python:3.13-slim
ENV DJANGO_SETTINGS_MODULE=config.settings.production
COPY . /code
WORKDIR /code
ENTRYPOINT ["/code/start.sh"]
`;
const start = '#!/bin/sh\npython manage.py migrate\nexec gunicorn config.wsgi --bind 0.0.0.0:8000\n';

describe('detection', () => {
  test('is sure of fly.toml, less of one that runs an image made elsewhere', () => {
    expect(detect({ 'fly.toml': 'app = "shop"\n' })?.confidence).toBe(0.9);
    expect(detect({ 'fly.toml': '[build]\nimage = "shop/shop:latest"\n' })?.confidence).toBe(0.5);
    expect(detect({ 'a/settings.py': "APP = os.environ.get('FLY_APP_NAME')\n" })?.confidence).toBe(0.8);
    expect(detect({ 'a/settings.py': "ALLOWED_HOSTS = ['shop.fly.dev']\n" })?.confidence).toBe(0.7);
    expect(detect({ 'README.md': 'Live: https://shop.fly.dev\n' })?.confidence).toBe(0.5);
    expect(detect({ 'README.md': 'A shop.', 'a/settings.py': '# fly.dev\n' })).toBeUndefined();
  });
});

describe('deployment', () => {
  test('follows the image into the script that it starts', () => {
    const found = readerOf({
      'fly.toml': '[env]\nPORT = "8000"\n[http_service]\nforce_https = true\n[mounts]\ndestination = "/data"\n',
      Dockerfile: dockerfile,
      'start.sh': start,
    })(deployment);
    expect(
      found.processes.map(({ name, role, application, settings }) => [name, role, application, settings?.module]),
    ).toEqual([['web', 'web', 'config.wsgi:application', 'config.settings.production']]);
    expect([found.volumes, found.root, found.processes[0]?.variablesUnseen]).toEqual([['/data'], '/code', true]);
    expect([...found.traits.keys()]).toEqual(['tls-at-proxy', 'ephemeral-disk', 'redirects-to-https']);
  });

  test('has the process groups and the release command, each with its variables', () => {
    const { processes } = readerOf({
      'fly.toml':
        '[processes]\napp = "gunicorn config.wsgi"\nworker = "celery -A config worker"\n[deploy]\nrelease_command = "python manage.py migrate"\n[env]\nDEBUG = "False"\n[[services]]\ninternal_port = 8000\nprocesses = ["app"]\n',
      Dockerfile: dockerfile,
    })(deployment);
    expect(processes.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'web web',
      'worker worker',
      'release release',
    ]);
    expect(processes[1]?.variables.find(({ name }) => name === 'DEBUG')?.value).toBe('False');
  });

  test("gunicorn believes an nginx of the same machine, which hands on what Fly's proxy says", () => {
    const traits = (told: string, command = 'gunicorn config.wsgi --bind 127.0.0.1:8000') => [
      ...readerOf({
        'fly.toml': '[http_service]\ninternal_port = 8080\n',
        Dockerfile: `FROM python:3.13-slim\nCOPY . /code\nWORKDIR /code\nCMD ${command}\n`,
        'nginx.conf': `server {\n    listen 8080;\n    location / {\n${told}        proxy_pass http://127.0.0.1:8000;\n    }\n}\n`,
      })(deployment).traits.keys(),
    ];
    expect(traits('')).toContain('forwarded-proto-trusted');
    expect(traits('        proxy_set_header X-Forwarded-Proto $http_x_forwarded_proto;\n')).toContain(
      'forwarded-proto-trusted',
    );
    expect(traits('        proxy_set_header X-Forwarded-Proto $scheme;\n')).not.toContain('forwarded-proto-trusted');
    expect(traits('', 'daphne config.asgi:application')).not.toContain('forwarded-proto-trusted');
  });

  test('says nothing of what a script that is not there starts', () => {
    expect(readerOf({ 'fly.toml': 'app = "shop"\n', Dockerfile: dockerfile })(deployment).processes).toEqual([]);
  });
});

test('a broken fly.toml loses the broken line alone', () => {
  const read = (text: string) => readerOf({ 'fly.toml': text })(flyConfig);
  expect(read('app = "shop\n[http_service]\ninternal_port = 8000\n')?.port?.number).toBe('8000');
  expect(read('[http_service]\ninternal_port = [[[\n')?.port).toBeUndefined();
  expect(read('mounts = 3\nservices = "x"\nprocesses = []\n')).toMatchObject({ mounts: [], processes: [] });
});
