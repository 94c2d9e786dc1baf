/** Mirrors of Django's checks and start-up errors where something is not known; what is known is held to CPython by conformance cases. */
import type { Value } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { djangoChecks } from '../src/django/checks.js';
import { type Assigned, loadSettings } from '../src/django/loaded.js';
import { startupError } from '../src/django/startup-errors.js';

const str = (value: string): Value => ({ kind: 'str', value });
const bool = (value: boolean): Value => ({ kind: 'bool', value });
const list = (...items: readonly Value[]): Value => ({ kind: 'list', items });
const dict = (entries: Readonly<Record<string, Value>>): Value => ({
  kind: 'dict',
  entries: Object.entries(entries).map(([key, value]) => [str(key), value]),
});
const unknown = (more: object = {}): Value => ({ kind: 'unknown', why: 'a package decides', ...more });
const either = (...options: readonly Value[]): Value => ({ kind: 'choice', options });

function load(values: Readonly<Record<string, Value>>, series = '5.2', uncertain: readonly string[] = []) {
  const assigned = new Map<string, Assigned>(
    Object.entries(values).map(([name, value]) => [name, { value, certain: !uncertain.includes(name) }]),
  );
  return loadSettings(assigned, series, {
    variable: () => undefined,
    isDirectory: () => undefined,
    takesReason: () => undefined,
  });
}

const security = str('django.middleware.security.SecurityMiddleware');
const ids = (values: Readonly<Record<string, Value>>, series?: string) => djangoChecks(load(values, series)).ids;
const undecided = (values: Readonly<Record<string, Value>>, series?: string) =>
  djangoChecks(load(values, series)).undecided.map(({ id }) => id);

describe('a check', () => {
  test('is undecided, with the reason, where its setting is not known', () => {
    const { undecided: open } = djangoChecks(load({ DEBUG: unknown(), MIDDLEWARE: list() }));
    expect(open).toEqual([{ id: 'security.W018', why: '`DEBUG` is not known: a package decides' }]);
  });

  test('is decided where all that a value can be says the same', () => {
    expect(ids({ DEBUG: either(str('on'), bool(true)) })).toContain('security.W018');
    expect(undecided({ DEBUG: either(bool(false), bool(true)) })).toContain('security.W018');
  });

  test('is decided by what is certain of an unknown', () => {
    expect(ids({ DEBUG: unknown({ type: 'str', truth: true }) })).toContain('security.W018');
    expect(ids({ MIDDLEWARE: list(security), SECURE_SSL_REDIRECT: unknown({ type: 'str' }) })).toContain(
      'security.W008',
    );
  });

  test('looks for middleware among known and unknown entries', () => {
    const rest = unknown({ many: true });
    expect(undecided({ MIDDLEWARE: list(rest) })).toContain('security.W001');
    expect(ids({ MIDDLEWARE: list(security, rest) })).not.toContain('security.W001');
    expect(undecided({ MIDDLEWARE: list(security, rest) })).not.toContain('security.W001');
  });

  test('looks for middleware in the setting that the series reads', () => {
    expect(ids({ MIDDLEWARE_CLASSES: list(security) }, '1.9')).not.toContain('security.W001');
    expect(ids({ MIDDLEWARE_CLASSES: list(security) }, '1.11')).not.toContain('security.W001');
    expect(ids({ MIDDLEWARE: list(security) }, '1.11')).not.toContain('security.W001');
    expect(ids({ MIDDLEWARE: list(security) }, '1.9')).toContain('security.W001');
    expect(ids({ MIDDLEWARE: list(), MIDDLEWARE_CLASSES: list(security) }, '2.0')).toContain('security.W001');
  });

  test('is not printed where it is silenced, and undecided where that is not known', () => {
    const values = { DEBUG: bool(true) };
    expect(ids({ ...values, SILENCED_SYSTEM_CHECKS: list(str('security.W018')) })).not.toContain('security.W018');
    expect(undecided({ ...values, SILENCED_SYSTEM_CHECKS: unknown() })).toContain('security.W018');
  });

  test('that would raise prints nothing', () => {
    expect(ids({ MIDDLEWARE: { kind: 'none' } })).not.toContain('security.W001');
    expect(undecided({ MIDDLEWARE: { kind: 'none' } })).toEqual([]);
  });

  test('of a setting bound under a condition also considers the default', () => {
    const { undecided: open } = djangoChecks(load({ ALLOWED_HOSTS: list(str('*')) }, '5.2', ['ALLOWED_HOSTS']));
    expect(open.map(({ id }) => id)).toContain('security.W020');
  });

  test('of one series is not made in another', () => {
    const values = { MIDDLEWARE: list(security), SECURE_CROSS_ORIGIN_OPENER_POLICY: str('x') };
    expect(ids(values, '3.2')).not.toContain('security.E024');
    expect(ids(values, '4.0')).toContain('security.E024');
    expect(ids({ MIDDLEWARE: list(security) }, '2.2')).toContain('security.W007');
    expect(ids({ MIDDLEWARE: list(security) }, '3.0')).not.toContain('security.W007');
  });
});

describe('an error of the loader', () => {
  const error = (values: Readonly<Record<string, Value>>, series?: string, uncertain?: readonly string[]) => {
    const found = startupError(load(values, series, uncertain));
    return found && [found.setting, found.certain];
  };

  test('is certain where the value is', () => {
    expect(error({ ALLOWED_HOSTS: str('*') })).toEqual(['ALLOWED_HOSTS', 'yes']);
    expect(error({ ALLOWED_HOSTS: str('*') }, '3.2')).toBeUndefined();
  });

  test('is possible where one of several values is refused', () => {
    expect(error({ ALLOWED_HOSTS: either(str('*'), list()) })).toEqual(['ALLOWED_HOSTS', 'maybe']);
    expect(error({ ALLOWED_HOSTS: str('*') }, '5.2', ['ALLOWED_HOSTS'])).toEqual(['ALLOWED_HOSTS', 'maybe']);
  });

  test('is not expected of a value nobody knows', () => {
    expect(error({ ALLOWED_HOSTS: unknown(), TIME_ZONE: unknown() })).toBeUndefined();
    expect(error({ ALLOWED_HOSTS: unknown({ type: 'list' }) })).toBeUndefined();
  });

  test('of an empty SECRET_KEY ended with 3.1', () => {
    expect(error({}, '3.1')).toEqual(['SECRET_KEY', 'yes']);
    expect(error({}, '3.2')).toBeUndefined();
  });

  test('about DATABASES needs an application with models', () => {
    const databases = dict({ replica: dict({}) });
    expect(error({ DATABASES: databases, INSTALLED_APPS: list(str('django.contrib.auth')) })).toEqual([
      'DATABASES',
      'yes',
    ]);
    expect(error({ DATABASES: databases })).toBeUndefined();
    expect(error({ DATABASES: dict({}), INSTALLED_APPS: list(str('django.contrib.auth')) })).toBeUndefined();
  });
});

describe('what Django derives', () => {
  const backend = (name: string) => dict({ BACKEND: str(name) });
  test('STORAGES from the old names, in 4.2 and 5.0 alone', () => {
    const values = { STATICFILES_STORAGE: str('whitenoise.storage.X') };
    expect(load(values, '4.2').get('STORAGES')).toEqual(
      dict({
        default: backend('django.core.files.storage.FileSystemStorage'),
        staticfiles: backend('whitenoise.storage.X'),
      }),
    );
    expect(load(values, '5.1').get('STORAGES')).toEqual(load({}, '5.1').get('STORAGES'));
  });

  test('the old names from STORAGES', () => {
    const values = { STORAGES: dict({ staticfiles: backend('s.S') }) };
    expect(load(values, '4.2').get('STATICFILES_STORAGE')).toEqual(str('s.S'));
    expect(load(values, '4.2').get('DEFAULT_FILE_STORAGE')).toEqual({ kind: 'none' });
  });

  test('PASSWORD_RESET_TIMEOUT from days', () => {
    expect(
      load({ PASSWORD_RESET_TIMEOUT_DAYS: { kind: 'int', value: 2n } }, '3.2').get('PASSWORD_RESET_TIMEOUT'),
    ).toEqual({
      kind: 'int',
      value: 172_800n,
    });
  });
});

test('a setting that one way leaves at the default that the other assigns is that one', () => {
  const loaded = load({ X_FRAME_OPTIONS: str('DENY'), SECURE_HSTS_SECONDS: { kind: 'int', value: 60n } }, '5.2', [
    'X_FRAME_OPTIONS',
    'SECURE_HSTS_SECONDS',
  ]);
  expect(loaded.get('X_FRAME_OPTIONS')).toEqual(str('DENY'));
  expect(loaded.get('SECURE_HSTS_SECONDS')).toMatchObject({ kind: 'choice' });
});
