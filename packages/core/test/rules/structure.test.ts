/** The rules about names and the tree, about logging, commands and migrations, on facts given by hand. */
import { describe, expect, test } from 'vitest';
import { optionOf, serverOf } from '../../src/rules/gunicorn/server-command.js';
import { directoryMissing } from '../../src/rules/logging/directory-missing.js';
import { handlerUndefined } from '../../src/rules/logging/handler-undefined.js';
import { managementArguments } from '../../src/rules/migrations/deploy-files.js';
import { ignoredByGit } from '../../src/rules/migrations/ignored-by-git.js';
import { caseMismatch } from '../../src/rules/structure/case-mismatch.js';
import { localAppMissing } from '../../src/rules/structure/local-app-missing.js';
import { isWithin, repositoryPath, tidy } from '../../src/rules/structure/repository-path.js';
import { virtualenvCommitted } from '../../src/rules/structure/virtualenv-committed.js';
import { createProject, projectOf } from '../../src/source.js';
import { type Plain, say, settingsOf } from './given.js';

describe('modules that settings name', () => {
  const told = (entry: string, files: readonly string[]) => {
    const project = projectOf(Object.fromEntries(files.map((path) => [path, ''])));
    const world = { project, settings: settingsOf({ INSTALLED_APPS: [entry] }) };
    return [...say(localAppMissing, world), ...say(caseMismatch, world)];
  };

  test('are missing only in a package that is the repository’s own', () => {
    expect(told('shop.orders', ['shop/__init__.py'])).toEqual(['problem:missing']);
    expect(told('shop.orders', ['shop/__init__.py', 'shop/orders/__init__.py'])).toEqual([]);
    expect(told('shop.orders', ['shop/__init__.py', 'shop/orders/models.py'])).toEqual([]);
    expect(told('shop.apps.ShopConfig', ['shop/__init__.py', 'shop/apps.py'])).toEqual([]);
    expect(told('rest_framework', ['shop/__init__.py'])).toEqual([]);
    // Without __init__.py a directory may be part of a package that lies elsewhere as well.
    expect(told('shop.orders', ['shop/readme.txt'])).toEqual([]);
  });

  test('in another spelling are told once', () => {
    expect(told('Shop', ['shop/__init__.py'])).toEqual(['problem:module']);
    expect(told('Shop.orders', ['shop/__init__.py', 'shop/orders/__init__.py'])).toEqual(['problem:module']);
  });
});

test('paths are compared as whole names, wherever the project lies', () => {
  expect(tidy('/a//b/./c/../d/')).toBe('/a/b/d');
  expect(isWithin('/srv/static-media', '/srv/static')).toBe(false);
  expect(isWithin('/srv/static/media', '/srv/static')).toBe(true);
  expect(repositoryPath('/golive-above-2/golive-above-1/golive-root/logs/x.log')).toBe('logs/x.log');
  expect(repositoryPath('/var/log/x.log')).toBeUndefined();
});

describe('LOGGING', () => {
  const logging = (value: Plain) => say(handlerUndefined, { settings: settingsOf({ LOGGING: value }) });
  const console_ = { console: { class: 'logging.StreamHandler' } };

  test('is refused for each part that is named and not defined', () => {
    expect(logging({ version: 1, handlers: console_, root: { handlers: ['console', 'file'] } })).toEqual([
      'problem:reference',
    ]);
    expect(logging({ version: 1, handlers: { console: { class: 'x', formatter: 'plain' } } })).toEqual([
      'problem:reference',
    ]);
    expect(logging({ version: 1, handlers: { console: { class: 'x', filters: ['debug'] } } })).toEqual([
      'problem:reference',
    ]);
    expect(logging({ version: 1, loggers: { shop: { handlers: ['console'] } } })).toEqual(['problem:reference']);
    expect(logging({ handlers: console_ })).toEqual(['problem:version']);
  });

  test('is not judged where Python’s own reader does not get it, or it is empty', () => {
    expect(logging({})).toEqual(['not applicable']);
    expect(say(handlerUndefined, { settings: settingsOf({ LOGGING: { a: 1 }, LOGGING_CONFIG: null }) })).toEqual([
      'not applicable',
    ]);
  });

  test('may write into a directory that git or a script makes', () => {
    const settings = settingsOf({
      LOGGING: {
        version: 1,
        handlers: {
          file: { class: 'logging.FileHandler', filename: '/golive-above-2/golive-above-1/golive-root/logs/x.log' },
        },
      },
    });
    const told = (files: Readonly<Record<string, string>>, untracked: readonly string[] = []) =>
      say(directoryMissing, { settings, project: projectOf(files, { untracked }) });
    expect(told({})).toEqual(['problem:missing']);
    expect(told({ 'logs/.gitkeep': '' })).toEqual([]);
    expect(told({ 'logs/x.log': '' }, ['logs/x.log'])).toEqual(['problem:missing']);
    expect(told({ Dockerfile: 'RUN mkdir -p logs' })).toEqual([]);
    expect(told({ 'config/settings.py': 'os.makedirs(LOG_DIR, exist_ok=True)' })).toEqual([]);
  });
});

describe('the command of a process', () => {
  const at = {
    path: 'Procfile',
    span: { start: 0, end: 0 },
    start: { line: 1, column: 1 },
    end: { line: 1, column: 1 },
  };
  const server = (command: string) => serverOf({ name: 'web', role: 'web', variables: [], at, command });

  test('is found behind launchers, variables and shells', () => {
    expect(server('gunicorn config.wsgi')?.server).toBe('gunicorn');
    expect(server('PORT=1 exec poetry run python -m gunicorn config.wsgi')?.server).toBe('gunicorn');
    expect(server('python manage.py migrate && /srv/venv/bin/uvicorn config.asgi:application')?.server).toBe('uvicorn');
    expect(server('sh -c "python manage.py migrate && daphne config.asgi:application"')?.server).toBe('daphne');
    expect(server('python manage.py runserver')).toBeUndefined();
    expect(server('echo gunicorn')).toBeUndefined();
  });

  test('gives its options in every spelling', () => {
    expect(optionOf(['-k', 'gevent'], '--worker-class', '-k')).toBe('gevent');
    expect(optionOf(['-kgevent'], '--worker-class', '-k')).toBe('gevent');
    expect(optionOf(['--worker-class=gevent'], '--worker-class', '-k')).toBe('gevent');
    expect(optionOf(['--keep-alive', '5'], '--worker-class', '-k')).toBeUndefined();
  });

  test('is told from a command whose name only begins alike', () => {
    expect(managementArguments('RUN python manage.py migrate --noinput && x', 'migrate')).toBe(' --noinput ');
    expect(managementArguments('CMD ["python", "manage.py", "migrate"]', 'migrate')).toBeDefined();
    expect(managementArguments('python manage.py makemigrations', 'migrate')).toBeUndefined();
    expect(managementArguments('python manage.py migrate_schemas', 'migrate')).toBeUndefined();
  });
});

test('migrations are ignored where git would ignore the first one of an application with models', () => {
  const told = (patterns: string) =>
    say(ignoredByGit, {
      project: projectOf({ '.gitignore': patterns, 'shop/models.py': 'class A(models.Model): pass' }),
    });
  expect(told('*/migrations/*\n!*/migrations/__init__.py')).toEqual(['problem:ignored']);
  expect(told('**/migrations/*.pyc')).toEqual([]);
  expect(told('migrations/')).toEqual(['problem:ignored']);
  expect(told('other/migrations/')).toEqual([]);
});

test('an environment that git ignores is none of the repository, where the index is not known', () => {
  const environment = (ignored: string) =>
    createProject({
      name: 'shop',
      paths: ['.gitignore', 'venv/pyvenv.cfg'],
      read: (path) => (path === '.gitignore' ? ignored : ''),
    });
  expect(say(virtualenvCommitted, { project: environment('venv/\n') })).toEqual([]);
  expect(say(virtualenvCommitted, { project: environment('') })).toEqual(['problem:committed']);
});
