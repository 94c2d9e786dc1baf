/** Rules of the Docker target, where a page's examples do not say enough. */

import { docker } from '@django-golive/profiles';
import { expect, test } from 'vitest';
import { tryRule } from './heroku-pythonanywhere-given.js';

test('a port of what may be a developer’s Compose file is less sure to be open in production', () => {
  const confidence = (readme: string) =>
    tryRule(
      docker,
      'docker/database-port-published',
      {
        'README.md': readme,
        'docker-compose.yml':
          'services:\n  web:\n    build: .\n    ports: ["8000:8000"]\n  db:\n    image: postgres:17\n    ports: ["5432:5432"]\n',
        Dockerfile: 'FROM python:3.13\nCOPY . .\nCMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n',
        'manage.py': '',
      },
      {},
    ).findings[0]?.confidence;
  expect(confidence('# Shop\n')).toBe('firm');
  expect(confidence('The docker-compose.yml is for local development.\n')).toBe('tentative');
});
