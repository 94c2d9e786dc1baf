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
