/** The variables that checklists ask for: those whose fallback is a template's, and none that is no name. */
import { pythonanywhere } from '@django-golive/profiles';
import { expect, test } from 'vitest';
import { tryRule } from './heroku-pythonanywhere-given.js';

const said = (how: Parameters<typeof tryRule>[4]) =>
  tryRule(pythonanywhere, 'pythonanywhere/reload-missing', { 'manage.py': '' }, {}, how).checklist.find(
    ({ id }) => id === 'environment',
  )?.text;

test('a fallback that a template left is given like a password', () => {
  const reads = { DATABASES: ['DB_NAME', 'DB_USER', 'DB_HOST', 'DB_PORT'] };
  const fallbacks = {
    DB_NAME: 'YOUR_USERNAME$shop',
    DB_USER: 'your_db_user',
    DB_HOST: 'YOUR_USERNAME.mysql.pythonanywhere-services.com',
    DB_PORT: '3306',
    MAIL_FROM: 'you@example.com',
  };
  const text = said({ required: ['SECRET_KEY'], reads, fallbacks });
  expect(text).toContain('Give the web app and consoles `SECRET_KEY`, `DB_NAME`, `DB_USER`, `DB_HOST`, from');
  expect(text).toContain('also read `DB_PORT`, `MAIL_FROM`');
});

test('what is no name of a variable is not shown, and where it stands is', () => {
  const key = `eyJ${'hbGciOiJIUzI1NiIs'}.eyJpc3MiOiJzdXBhYmFzZSIs.cFSUlb4rzSSxksKpIxY7`;
  const text = said({ required: ['SECRET_KEY'], optional: ['DEBUG', key, 'https://shop.example.org'] });
  expect(text).toContain('also read `DEBUG`: give those whose fallbacks do not fit.');
  expect(text).toContain('`config/settings.py`, line 1, asks the environment for a value in place of a name');
  expect(text).not.toMatch(/eyJ|https/);
});

test('what the remedies read is given as well, and a key is made beside it', () => {
  const values = { SECRET_KEY: 'django-insecure-x', ALLOWED_HOSTS: ['localhost', '127.0.0.1'] };
  const { checklist } = tryRule(pythonanywhere, 'pythonanywhere/reload-missing', { 'manage.py': '' }, values);
  const item = checklist.find(({ id }) => id === 'environment');
  expect(item?.text).toContain('`SECRET_KEY`, `ALLOWED_HOSTS`, from');
  expect(item?.text).toContain('The settings read `SECRET_KEY`, `ALLOWED_HOSTS` once they are mended.');
  expect(item?.text).toContain('The first command prints a new key for `SECRET_KEY`.');
  expect(item?.commands[0]).toContain('token_urlsafe');
  const known = { SECRET_KEY: 'django-insecure-x', ALLOWED_HOSTS: ['shop.test'] };
  expect(
    tryRule(pythonanywhere, 'pythonanywhere/reload-missing', { 'manage.py': '' }, known).checklist.find(
      ({ id }) => id === 'environment',
    )?.text,
  ).toContain('consoles `SECRET_KEY`, from');
});

test('what only another platform gives is asked of nobody', () => {
  const reads = { ALLOWED_HOSTS: ['RENDER_EXTERNAL_HOSTNAME'] };
  const text = said({ required: ['SECRET_KEY'], reads, optional: ['RENDER_EXTERNAL_HOSTNAME', 'DYNO'] });
  expect(text).toContain('`SECRET_KEY`');
  expect(text).not.toMatch(/RENDER|DYNO/);
});
