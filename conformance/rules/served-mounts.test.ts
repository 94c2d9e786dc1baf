/** The way from what a proxy serves to what Django writes, through the mounts of two containers. */

import { resolve } from '@django-golive/core';
import { docker } from '@django-golive/profiles';
import { examine } from 'django-golive/testing';
import { describe, expect, test } from 'vitest';

const entryOf = (id: string) => {
  const rule = resolve(docker.rules).find((entry) => entry.rule.id === id)?.rule;
  if (!rule) throw new Error(id);
  return rule;
};

describe('a volume that the proxy serves', () => {
  const compose = (web: string, proxy = 'image: nginx', more = '') =>
    `services:\n  web:\n    build: .\n    command: gunicorn config.wsgi\n    volumes: [${web}]\n  proxy:\n    ${proxy}\n    ports: ["80:80"]\n    volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf", "static:/srv/static"]\n${more}volumes:\n  static:\n`;
  const nginx = (location: string) => `server {\n    ${location}\n    location / { proxy_pass http://web:8000; }\n}\n`;
  const files = {
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
    'config/settings.py':
      "from pathlib import Path\nBASE_DIR = Path(__file__).resolve().parent.parent\nINSTALLED_APPS = ['django.contrib.staticfiles']\nMIDDLEWARE = []\nSTATIC_URL = 'static/'\nSTATIC_ROOT = BASE_DIR / 'collected'\n",
    Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\n',
    'nginx.conf': nginx('location /static/ { alias /srv/static/; }'),
    'compose.yaml': compose('"static:/app/public"'),
  };
  const outcome = (more: Readonly<Record<string, string>>, rule = 'docker/served-directory-mismatch') => {
    const { report } = examine(entryOf(rule), { ...files, ...more }, { target: 'docker' });
    return report.outcomes.find((one) => one.rule === rule)?.outcome;
  };

  test('is empty where Django collects beside it, and then nobody serves the static files', () => {
    expect(outcome({})).toBe('failed');
    expect(outcome({}, 'static/not-served')).toBe('notApplicable');
  });

  test('holds the files where it is mounted over `STATIC_ROOT`', () => {
    const right = { 'compose.yaml': compose('"static:/app/collected"') };
    expect(outcome(right)).toBe('passed');
    expect(outcome(right, 'static/not-served')).toBe('passed');
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['the application has no part of it', { 'compose.yaml': compose('"data:/app/public"') }],
    ['it lies around the setting', { 'compose.yaml': compose('"static:/app"') }],
    [
      'another service may fill it',
      {
        'compose.yaml': compose(
          '"static:/app/public"',
          'image: nginx',
          '  assets:\n    image: node\n    volumes: ["static:/out"]\n',
        ),
      },
    ],
    [
      'the image of the proxy may hold the files',
      { 'compose.yaml': compose('"static:/app/public"', 'image: shop/nginx') },
    ],
    ['the repository has files there', { 'public/site.css': '' }],
    [
      'what is not found is asked of Django',
      { 'nginx.conf': nginx('location /static/ { alias /srv/static/; try_files $uri @web; }') },
    ],
    [
      'an expression may answer first',
      { 'nginx.conf': nginx('location ~ \\.css$ { root /srv; }\n    location /static/ { alias /srv/static/; }') },
    ],
    [
      'another settings module says otherwise',
      { 'config/local.py': "from .settings import *\nSTATIC_ROOT = '/app/public'\n" },
    ],
    ['the image links it', { Dockerfile: `${files.Dockerfile}RUN ln -s /app/public /app/collected\n` }],
    [
      'Django serves them too',
      {
        'config/settings.py': files['config/settings.py'].replace(
          '[]',
          "['whitenoise.middleware.WhiteNoiseMiddleware']",
        ),
      },
    ],
    [
      'a variable names the directory',
      {
        'config/settings.py': files['config/settings.py'].replace(
          "BASE_DIR / 'collected'",
          "__import__('os').environ.get('STATIC', '/app/collected')",
        ),
      },
    ],
  ])('says nothing where %s', (_name, more) => {
    expect(outcome(more)).toBe('notApplicable');
  });
});
