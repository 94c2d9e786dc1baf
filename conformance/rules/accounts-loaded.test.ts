/** How bad a fixture with accounts is, by who loads it and what is told beside it. */

import { examine } from 'django-golive/testing';
import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.js';
import type { Files } from './finding-of.js';

const fixture = {
  'config/settings.py': 'DEBUG = False\n',
  'shop/fixtures/users.json':
    '[{ "model": "auth.user", "pk": 1, "fields": { "password": "pbkdf2_sha256$600000$abc$def=", "is_superuser": true } }]\n',
};
const command = {
  ...fixture,
  'shop/management/commands/seed.py':
    "from django.core.management import call_command\n\n\ndef handle():\n    call_command('loaddata', 'users.json')\n",
};
const tasks = {
  ...fixture,
  'shop/tasks.py':
    "from invoke import task\n\n\n@task\ndef bootstrap(context):\n    make_admin()\n\n\ndef make_admin():\n    call_command('loaddata', 'users.json')\n",
};
const said = (id: string, files: Files) => {
  const rule = catalogue().find((entry) => entry.rule.id === id)?.rule;
  if (!rule) throw new Error(id);
  const { findings, report } = examine(rule, files, { operator: { settings: 'config.settings' } });
  return [findings[0]?.severity, report.outcomes.find((one) => one.rule === id)?.outcome];
};
const severity = (files: Files) => said('secrets/fixture-users', files)[0];

describe('accounts of a fixture', () => {
  test.each<[string, Files]>([
    ['a script', { ...fixture, 'entrypoint.sh': 'python manage.py migrate\npython manage.py loaddata users\n' }],
    [
      'a script that the first one starts',
      { ...fixture, 'entrypoint.sh': 'sh ./seed.sh\n', 'seed.sh': 'python manage.py loaddata users.json\n' },
    ],
    ['a command', { ...command, Procfile: 'release: python manage.py seed\n' }],
    ['a task', { ...tasks, 'docker/entrypoint.sh': 'shop bootstrap --no-static\nexec gunicorn\n' }],
  ])('are in every site where %s of the deployment loads it', (_name, files) => {
    expect(severity(files)).toBe('critical');
  });

  test('are known where the code tells their password', () => {
    const told = (line: string) =>
      severity({ ...fixture, 'shop/setup.py': `${line}\ncall_command('loaddata', 'users.json')\n` });
    expect(told('print("Password of admin was set to \'letmein\'")')).toBe('critical');
    expect(told("print('Password: admin123')")).toBe('critical');
    expect(told("print('A password is required')")).toBe('medium');
    expect(told("print(f'Password: {password}')")).toBe('medium');
  });

  test.each<[string, Files]>([
    ['nobody loads it', fixture],
    ['a command has to be called', command],
    [
      'a variable decides',
      { ...fixture, 'entrypoint.sh': 'if [ "$SEED" = 1 ]; then\n  python manage.py loaddata users\nfi\n' },
    ],
    ['another command is called', { ...tasks, 'docker/entrypoint.sh': 'shop migrate\n# shop bootstrap\n' }],
  ])('are a hash to break where %s', (_name, files) => {
    expect(severity(files)).toBe('medium');
  });

  test('are no reason to say that no code makes an administrator', () => {
    expect(said('secrets/account-in-code', fixture)[1]).toBe('passed');
    expect(said('secrets/account-in-code', command)[1]).toBe('notApplicable');
  });

  test('of files with hostile names and lines end all the same', () => {
    const long = 'a'.repeat(20_000);
    const files = {
      ...fixture,
      'a[(.sh': 'python manage.py loaddata users\n',
      'entrypoint.sh': `sh ./a[(.sh\n${'./'.repeat(20_000)}\n${long}\n`,
      'shop/tasks.py': [
        ...Array.from({ length: 400 }, (_, at) => `def f${at}():\n    f${at + 1}()\n`),
        `print('password${' '.repeat(20_000)}')\n`,
        `${'@a\n'.repeat(2000)}def f400():\n    call_command('loaddata', 'users.json')\n`,
      ].join('\n'),
    };
    expect(severity(files)).toBe('critical');
  });
});
