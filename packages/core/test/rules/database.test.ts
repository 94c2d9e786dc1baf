/** The rules about databases on facts given by hand: what examples on whole files cannot say. */
import { describe, expect, test } from 'vitest';
import { credentialsHardcoded } from '../../src/rules/database/credentials-hardcoded.js';
import { driverMissing } from '../../src/rules/database/driver-missing.js';
import { literalPassword } from '../../src/rules/database/literal-password.js';
import { passwordEmpty } from '../../src/rules/database/password-empty.js';
import { poolAndConnMaxAge } from '../../src/rules/database/pool-and-conn-max-age.js';
import { sqliteFallback } from '../../src/rules/database/sqlite-fallback.js';
import { sqliteOnEphemeralDisk } from '../../src/rules/database/sqlite-on-ephemeral-disk.js';
import { projectOf } from '../../src/source.js';
import { type Plain, read, say, settingsOf, unknown, verdicts } from './given.js';

const postgres = (more: Readonly<Record<string, Plain>> = {}) => ({
  DATABASES: { default: { ENGINE: 'django.db.backends.postgresql', NAME: 'shop', ...more } },
});
const sqlite = { DATABASES: { default: { ENGINE: 'django.db.backends.sqlite3', NAME: '/srv/db.sqlite3' } } };
const requirements = {
  manifests: [{ path: 'requirements.txt', format: 'requirements', lock: false, kind: 'runtime' }],
} as const;

describe('a password in the source', () => {
  const at = (text: string, password = 'kR7#wq2LpZ') =>
    literalPassword(projectOf({ 'a.py': text }), ['a.py'], password);

  test('is found in quotes and inside a URL', () => {
    expect(at("'PASSWORD': 'kR7#wq2LpZ'")).toMatchObject({ fallback: false });
    expect(at("X = parse('postgres://u:kR7#wq2LpZ@db/x')")).toMatchObject({ fallback: false });
  });

  test('is a fallback where it is the default of a variable', () => {
    expect(at("'PASSWORD': os.environ.get('DB_PASSWORD', 'kR7#wq2LpZ')")).toMatchObject({ fallbackOf: 'DB_PASSWORD' });
    expect(at("'PASSWORD': config('DB_PASSWORD', default='kR7#wq2LpZ')")).toMatchObject({ fallbackOf: 'DB_PASSWORD' });
    expect(at("D = dj_database_url.config(default='postgres://u:kR7#wq2LpZ@db/x')")).toMatchObject({ fallback: true });
  });

  test('is not seen in comments, in other words, or in files that git does not hold', () => {
    expect(at("# PASSWORD = 'kR7#wq2LpZ'")).toBeUndefined();
    expect(at("NAME = 'shopping'", 'shop')).toBeUndefined();
    const untracked = projectOf({ 'a.py': "PASSWORD = 'kR7#wq2LpZ'" }, { untracked: ['a.py'] });
    expect(literalPassword(untracked, ['a.py'], 'kR7#wq2LpZ')).toBeUndefined();
  });

  test('never stands in what a verdict says', () => {
    const project = projectOf({ 'config/settings.py': "DATABASES = {'default': {'PASSWORD': 'kR7#wq2LpZ'}}" });
    const found = verdicts(credentialsHardcoded, {
      project,
      settings: settingsOf(postgres({ PASSWORD: 'kR7#wq2LpZ', HOST: 'db.shop.net' })),
    });
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found?.map(({ data, remedy }) => [data, remedy]))).not.toContain('kR7#wq2LpZ');
  });

  test('does not count where production gives the variable', () => {
    const project = projectOf({ 'config/settings.py': "PASSWORD = env('DB_PASSWORD', default='kR7#wq2LpZ')" });
    const settings = settingsOf(postgres({ PASSWORD: 'kR7#wq2LpZ' }), {
      environment: [read('DB_PASSWORD', { given: { by: 'a test' } })],
    });
    expect(say(credentialsHardcoded, { project, settings })).toEqual([]);
  });
});

describe('an empty password', () => {
  test('is a fault on another machine alone', () => {
    expect(say(passwordEmpty, { settings: settingsOf(postgres({ HOST: 'db.shop.net' })) })).toEqual(['problem:empty']);
    for (const HOST of ['', 'localhost', '127.0.0.1', '/var/run/postgresql']) {
      expect(say(passwordEmpty, { settings: settingsOf(postgres({ HOST })) })).toEqual(['not applicable']);
    }
  });

  test('is nothing to say of where it is not known', () => {
    expect(say(passwordEmpty, { settings: settingsOf(postgres({ HOST: 'db.shop.net', PASSWORD: unknown })) })).toEqual(
      [],
    );
  });

  test('is left to the rules about containers for a neighbour', () => {
    const deployment = { traits: new Map([['containers', undefined]] as const) };
    expect(say(passwordEmpty, { deployment, settings: settingsOf(postgres({ HOST: 'db' })) })).toEqual([]);
  });
});

describe('SQLite', () => {
  const lost = { traits: new Map([['ephemeral-disk', undefined]] as const) };

  test('is lost where the disk is, but not in containers, where volumes decide', () => {
    expect(say(sqliteOnEphemeralDisk, { deployment: lost, settings: settingsOf(sqlite) })).toEqual(['problem:lost']);
    expect(say(sqliteOnEphemeralDisk, { settings: settingsOf(sqlite) })).toEqual(['not applicable']);
    const containers = {
      traits: new Map([
        ['ephemeral-disk', undefined],
        ['containers', undefined],
      ] as const),
    };
    expect(say(sqliteOnEphemeralDisk, { deployment: containers, settings: settingsOf(sqlite) })).toEqual([
      'not applicable',
    ]);
  });

  test('as a fallback is said once', () => {
    const settings = settingsOf(sqlite, { reads: { DATABASES: ['DATABASE_URL'] } });
    expect(say(sqliteFallback, { settings })).toEqual(['problem:fallback']);
    expect(say(sqliteOnEphemeralDisk, { deployment: lost, settings })).toEqual(['question:fallback']);
  });

  test('in memory is for tests', () => {
    const settings = settingsOf({ DATABASES: { default: { ENGINE: 'django.db.backends.sqlite3', NAME: ':memory:' } } });
    expect(say(sqliteOnEphemeralDisk, { deployment: lost, settings })).toEqual([]);
  });

  test('with a variable for its path is no fallback', () => {
    expect(say(sqliteFallback, { settings: settingsOf(sqlite, { reads: { DATABASES: ['SQLITE_PATH'] } }) })).toEqual([
      'not applicable',
    ]);
  });
});

test('a pool goes together with CONN_MAX_AGE 0 only, and exists from Django 5.1 on', () => {
  const pooled = (age: Plain, django = '5.2') =>
    say(poolAndConnMaxAge, {
      settings: settingsOf(postgres({ CONN_MAX_AGE: age, OPTIONS: { pool: true } }), { django }),
    });
  expect(pooled(60)).toEqual(['problem:both']);
  expect(pooled(null)).toEqual(['problem:both']);
  expect(pooled(0)).toEqual([]);
  expect(pooled(60, '5.0')).toEqual(['not applicable']);
});

describe('the driver', () => {
  test('is missing only where packages are declared', () => {
    const settings = settingsOf(postgres());
    expect(say(driverMissing, { settings })).toEqual(['not applicable']);
    expect(say(driverMissing, { settings, declared: requirements })).toEqual(['problem:missing']);
    expect(say(driverMissing, { settings, declared: requirements, packages: ['psycopg2-binary'] })).toEqual([]);
  });

  test('of the third generation needs Django 4.2', () => {
    const old = settingsOf(postgres(), { django: '4.1' });
    expect(say(driverMissing, { settings: old, declared: requirements, packages: ['psycopg'] })).toEqual([
      'problem:early',
    ]);
    expect(say(driverMissing, { settings: old, declared: requirements, packages: ['psycopg', 'psycopg2'] })).toEqual(
      [],
    );
  });

  test('may come with a package from a URL, which nobody has read', () => {
    const all = [
      {
        name: 'own',
        declared: 'own @ git+https://x',
        extras: [],
        specifier: '',
        applies: true,
        kind: 'runtime' as const,
        advisories: [],
        direct: true,
        url: 'git+https://x',
        at: verdictPlace,
      },
    ];
    expect(say(driverMissing, { settings: settingsOf(postgres()), declared: { ...requirements, all } })).toEqual([]);
  });
});

const verdictPlace = {
  path: 'requirements.txt',
  span: { start: 0, end: 0 },
  start: { line: 1, column: 1 },
  end: { line: 1, column: 1 },
};
