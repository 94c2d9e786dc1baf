/** Remedies that fit how the project reads and is given its values: the words it compares with, the files it takes them from. */

import { expect, test } from 'vitest';
import { remedyOf } from './finding-of.js';

test.each([
  ["env.get('DEBUG', 'true') == 'true'", 'DEBUG=true'],
  ["env.get('DEBUG', 'yes').lower() in ('yes', 'on')", 'DEBUG=yes'],
  ["bool(int(env.get('DEBUG', '1')))", 'DEBUG=1'],
  ["env.get('DEBUG', 'True') == 'True'", 'DEBUG=True'],
])('the build is given a word that `%s` takes for yes', (expression, given) => {
  const summary = remedyOf('settings/debug-default-true', {
    'config/settings.py': `from os import environ as env\nDEBUG = ${expression}\nif not DEBUG and 'SECRET_KEY' not in env:\n    raise ValueError('SECRET_KEY')\n`,
    Dockerfile: 'FROM python:3.13\nCOPY . /app\nRUN python manage.py collectstatic --noinput\n',
    'manage.py': '',
  })?.summary;
  expect(summary).toContain(`give that step \`${given}\`.`);
});

const ignored = (files: Readonly<Record<string, string>>, untracked: readonly string[] = []) =>
  remedyOf('secrets/env-not-ignored', { 'config/settings.py': '', ...files }, undefined, untracked)?.code;

test('the files that Compose reads are ignored as well', () => {
  const reads = { 'config/settings.py': 'from dotenv import load_dotenv\nload_dotenv()\n' };
  expect(ignored(reads)).toBe('.env');
  const compose = (lines: string) => ({ ...reads, 'docker-compose.yml': `services:\n  web:\n    build: .\n${lines}` });
  const all = '.env\n.env.*';
  expect(ignored(compose('    env_file:\n      - ./config/.env.prod\n      - .env.prod.db\n'))).toBe(all);
  expect(ignored(compose('    env_file: .env.prod\n'))).toBe(all);
  expect(ignored(compose('    env_file: [".env.prod"]\n'))).toBe(all);
  expect(ignored(compose('    env_file:\n      - path: deploy/live.env\n        required: false\n'))).toBe(
    '.env\nlive.env',
  );
  expect(ignored(compose('    env_file: .env\n'))).toBe('.env');
  // What others copy from stays in version control.
  expect(ignored({ ...compose('    env_file: .env.prod\n'), '.env.example': 'A=\n' })).toBe(`${all}\n!.env.example`);
  // What is left out already needs no further line.
  expect(ignored({ ...compose('    env_file: .env.prod\n'), '.gitignore': '.env.prod\n' })).toBe('.env');
});

test('the file that is there is the one that is ignored', () => {
  expect(ignored({ 'deploy/live.env': 'A=1\n' }, ['deploy/live.env'])).toBe('live.env');
  expect(ignored({ '.env': 'A=1\n', '.env.prod': 'A=1\n' }, ['.env', '.env.prod'])).toBe('.env\n.env.*');
});
