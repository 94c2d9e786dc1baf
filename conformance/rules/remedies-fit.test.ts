/** Remedies that fit what is there already: a file's last line, a pin, a class of settings, a proxy. */

import { examine } from 'django-golive/testing';
import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.js';

function remedyOf(id: string, files: Readonly<Record<string, string>>, target?: string) {
  const rule = catalogue().find((entry) => entry.rule.id === id)?.rule;
  if (!rule) throw new Error(`There is no rule ${id}.`);
  const connected = Object.values(files).some((text) => text.includes('DJANGO_SETTINGS_MODULE'));
  const named = connected ? {} : { operator: { settings: 'config.settings' } };
  return examine(rule, files, { ...named, ...(target === undefined ? {} : { target }) }).findings[0]?.remedy;
}

describe('a pattern gets a line of its own in .gitignore', () => {
  const settings = { 'config/settings.py': 'DEBUG = False\n' };
  const key = `-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n'.repeat(4)}-----END PRIVATE KEY-----\n`;
  test.each([
    ['secrets/database-committed', 'db.sqlite3', 'SQLite format 3', '/db.sqlite3', undefined],
    ['secrets/database-committed', 'data/ibdata1', 'data', '/data/', undefined],
    ['secrets/env-committed', '.env', 'SECRET_KEY=kR7#wq2LpZ81vd0Qm5xTn3Yb\n', '/.env', undefined],
    ['secrets/key-file-committed', 'server.key', key, '/server.key', undefined],
    ['heroku/virtualenv-committed', 'venv/pyvenv.cfg', 'home = /usr/bin\n', '/venv/', 'heroku'],
  ])('%s: %s', (id, path, text, pattern, target) => {
    const ignoring = (listed: string) =>
      remedyOf(id, { ...settings, [path]: text, '.gitignore': listed }, target)?.code?.split('\n')[1];
    expect(ignoring('*.pyc')).toBe(`printf '\\n%s\\n' '${pattern}' >> .gitignore`);
    expect(ignoring('*.pyc\n')).toBe(`echo '${pattern}' >> .gitignore`);
    expect(ignoring('')).toBe(`echo '${pattern}' >> .gitignore`);
  });
});
