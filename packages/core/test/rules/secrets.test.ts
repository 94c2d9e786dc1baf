/** The rules about secrets in the repository, and what they build on. */
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { credentialSettingLiteral } from '../../src/rules/secrets/credential-setting-literal.js';
import { databaseCommitted } from '../../src/rules/secrets/database-committed.js';
import { envCommitted } from '../../src/rules/secrets/env-committed.js';
import { envNotIgnored } from '../../src/rules/secrets/env-not-ignored.js';
import { isEnvironmentFile, isSecret } from '../../src/rules/secrets/environment-files.js';
import { isIgnored } from '../../src/rules/secrets/gitignore.js';
import { isLocalUrl, isPlaceholder, looksMade } from '../../src/rules/secrets/placeholder.js';
import { sqliteTables } from '../../src/rules/secrets/sqlite-tables.js';
import { createProject, projectOf } from '../../src/source.js';
import { read, say, settingsOf, verdicts } from './given.js';

const made = '9fKq2LmX7vTz4RbW8sYd1HcN';

describe('.gitignore', () => {
  const ignored = (patterns: string, path: string): boolean =>
    isIgnored(projectOf({ '.gitignore': patterns, [path]: '' }), path);

  test.each([
    ['.env', '.env', true],
    ['.env', 'deploy/.env', true],
    ['/.env', 'deploy/.env', false],
    ['*.env', 'prod.env', true],
    ['.env*\n!.env.example', '.env.example', false],
    ['.env*\n!.env.example', '.env.prod', true],
    ['# .env', '.env', false],
    ['secrets/', 'secrets/prod.env', true],
    ['secrets/\n!secrets/prod.env', 'secrets/prod.env', true],
    ['deploy/*.env', 'deploy/a/b.env', false],
    ['deploy/**/*.env', 'deploy/a/b.env', true],
    ['deploy/**', 'deploy/a/b.env', true],
    ['**/local.py', 'config/local.py', true],
    ['.en[uv]', '.env', true],
    ['.en[!v]', '.env', false],
    ['.en?', '.env', true],
    ['.env ', '.env', true],
    ['\\!important', '!important', true],
    ['[', '.env', false],
    ['[', '[', false],
    ['[!]a]', ']', false],
    ['****/a', 'b/c/a', true],
    ['.env\t', '.env', false],
  ])('%j and %s: %s', (patterns, path, expected) => {
    expect(ignored(patterns, path)).toBe(expected);
  });

  test('of a directory counts below it, and the deeper one has the last word', () => {
    const project = projectOf({
      '.gitignore': '*.env',
      'deploy/.gitignore': '!prod.env',
      'deploy/prod.env': '',
      'prod.env': '',
    });
    expect(isIgnored(project, 'deploy/prod.env')).toBe(false);
    expect(isIgnored(project, 'prod.env')).toBe(true);
  });

  test('with many stars ends soon', () => {
    expect(ignored(`${'*a'.repeat(200)}b`, 'a'.repeat(5000))).toBe(false);
    expect(ignored(`${'**/'.repeat(200)}b`, `${'a/'.repeat(200)}c`)).toBe(false);
  });
});

test('an environment file for production is told from examples and files for development', () => {
  expect(['.env', '.env.production', 'deploy/prod.env', '.envs/.production/.django'].every(isEnvironmentFile)).toBe(
    true,
  );
  const others = [
    '.env.example',
    '.env.sample',
    'env.py',
    '.envs/.local/.django',
    '.env.test',
    'docs/.env',
    'tests/.env',
    '.env.dev',
  ];
  expect(others.filter(isEnvironmentFile)).toEqual([]);
});

test('placeholders are told from credentials', () => {
  const stand = [
    'changeme',
    'your-api-key',
    '<secret>',
    '${TOKEN}',
    'xxxxxxxxxxxx',
    'postgres',
    'password123',
    'django-insecure-abc',
    '',
  ];
  expect(stand.filter((value) => !isPlaceholder(value))).toEqual([]);
  expect(isPlaceholder(made)).toBe(false);
  expect(
    [
      'rest_framework.authtoken.models.Token',
      '/etc/ssl/private.key',
      'https://example.com/x',
      'a long sentence here',
    ].filter(looksMade),
  ).toEqual([]);
});

test('a name says whether a value is secret, and a URL with a password is one by itself', () => {
  expect(isSecret('STRIPE_SECRET_KEY', made)).toBe(true);
  expect(isSecret('STRIPE_PUBLISHABLE_KEY', made)).toBe(false);
  expect(isSecret('RECAPTCHA_SITE_KEY', made)).toBe(false);
  expect(isSecret('BUILD', made)).toBe(false);
  expect(isSecret('BROKER', `redis://:${made}@cache.example.com:6379/0`)).toBe(true);
  expect(isLocalUrl(`redis://:${made}@localhost:6379/0`)).toBe(true);
  expect(isSecret('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE')).toBe(false);
});

describe('an environment file', () => {
  const text = `DEBUG=False\nexport API_TOKEN="${made}"\n`;

  test('that is tracked and holds a credential is a problem, at the line that does', () => {
    const [verdict] = verdicts(envCommitted, { project: projectOf({ '.env': text }) }) ?? [];
    expect(verdict).toMatchObject({ kind: 'problem', about: { at: { path: '.env', start: { line: 2 } } } });
    expect(JSON.stringify([verdict?.data, verdict?.remedy, verdict?.evidence])).not.toContain(made);
  });

  test('is needed by what reads it, which the remedy says', () => {
    const remedyWith = (files: Readonly<Record<string, string>>) =>
      verdicts(envCommitted, { project: projectOf({ '.env': text, ...files }) })?.[0]?.remedy?.summary;
    expect(remedyWith({ 'compose.yml': 'services:\n  web:\n    env_file: .env\n' })).toMatch(
      /`compose.yml` reads it: each machine that runs that needs a file of its own\.$/,
    );
    expect(remedyWith({ Dockerfile: 'COPY .env.example /app/\n' })).toMatch(/ignore it\.$/);
  });

  test('is only a sign where version control is not known, and none where it is ignored', () => {
    const unknownIndex = (files: Readonly<Record<string, string>>) =>
      createProject({ name: 'p', paths: Object.keys(files), read: (path) => files[path] ?? '' });
    expect(verdicts(envCommitted, { project: unknownIndex({ '.env': text }) })).toMatchObject([
      { confidence: 'tentative' },
    ]);
    expect(say(envCommitted, { project: unknownIndex({ '.env': text, '.gitignore': '.env' }) })).toEqual([]);
  });

  test('that is tracked already is not told to be ignored', () => {
    const world = { project: projectOf({ '.env': text }), packages: ['python-decouple'] };
    expect(say(envNotIgnored, world)).toEqual(['not applicable']);
  });

  test('that is named by its place on a server is told by its name alone', () => {
    const wsgi = "from dotenv import load_dotenv\nload_dotenv('/home/barista/shop/.env')\n";
    const read = (ignore: string) =>
      verdicts(envNotIgnored, { project: projectOf({ 'barista_wsgi.py': wsgi, '.gitignore': ignore }) });
    expect(read('venv/\n')?.map(({ data }) => data?.path)).toEqual(['.env']);
    expect(read('/shop/.env\n')).toEqual([]);
  });

  test('that nothing reads need not be ignored, which is no credit', () => {
    expect(say(envNotIgnored, { project: projectOf({ 'manage.py': '' }) })).toEqual(['not applicable']);
    expect(say(envNotIgnored, { project: projectOf({ '.gitignore': '.env' }) })).toEqual([]);
    expect(say(envNotIgnored, { project: projectOf({ 'manage.py': '' }), packages: ['environs'] })).toEqual([
      'not applicable',
    ]);
    expect(
      say(envNotIgnored, { project: projectOf({ 'manage.py': 'import dotenv\ndotenv.load_dotenv()\n' }) }),
    ).toEqual(['problem:expected']);
  });
});

describe('a credential in the settings', () => {
  const source = `MAIL_TOKEN = '${made}'\n`;
  const project = projectOf({ 'config/settings.py': source });

  test('is a problem where a tracked file spells it out', () => {
    expect(say(credentialSettingLiteral, { settings: settingsOf({ MAIL_TOKEN: made }), project })).toEqual([
      'problem:literal',
    ]);
  });

  test('is none where a variable gives it', () => {
    const how = { reads: { MAIL_TOKEN: ['MAIL_TOKEN'] }, environment: [read('MAIL_TOKEN', { given: { by: '.env' } })] };
    expect(say(credentialSettingLiteral, { settings: settingsOf({ MAIL_TOKEN: made }, how), project })).toEqual([]);
  });

  test('is none where it comes from elsewhere than the files', () => {
    expect(
      say(credentialSettingLiteral, { settings: settingsOf({ MAIL_TOKEN: made }), project: projectOf({}) }),
    ).toEqual([]);
  });

  test('is found inside dictionaries under its own key', () => {
    const settings = settingsOf({ PROVIDERS: { github: { client_id: 'shop', secret: made } } });
    expect(verdicts(credentialSettingLiteral, { settings, project })).toMatchObject([
      { data: { name: "PROVIDERS[…]['secret']" } },
    ]);
  });

  test('that has a rule of its own is left to it', () => {
    const settings = settingsOf({
      SECRET_KEY: made,
      DATABASES: { default: { PASSWORD: made } },
      SIMPLE_JWT: { SIGNING_KEY: made },
    });
    expect(say(credentialSettingLiteral, { settings, project })).toEqual(['not applicable']);
  });
});

test('a database is told from other files, samples and backups of code', () => {
  const project = projectOf({
    'db.sqlite3': 'SQLite format 3\0',
    'old.sqlite3': '',
    'tests/db.sqlite3': 'SQLite format 3\0',
    'settings.py.bak': '',
    'assets/thumbs.db': 'other',
    'backup/backup-2025.sql.gz': '\u001f\ufffd',
    'shop/queries.sql': '',
  });
  expect(verdicts(databaseCommitted, { project })?.map(({ about }) => about.at.path)).toEqual([
    'backup/backup-2025.sql.gz',
    'db.sqlite3',
  ]);
});

test('a database without a row of anybody is told from one with accounts', () => {
  const of = (tables: string) =>
    verdicts(databaseCommitted, { project: projectOf({ 'db.sqlite3': `SQLite format 3\0${tables}` }) });
  expect(of('CREATE TABLE "django_migrations" (id)')).toBeUndefined();
  expect(of('CREATE TABLE "django_migrations" (id) CREATE TABLE "shop_order" (id)')).toHaveLength(1);
});

test('a database that turns out too large on reading is told of once', () => {
  const project = createProject({
    name: 'shop',
    paths: ['db.sqlite3'],
    skipped: [{ path: 'db.sqlite3', why: 'it is larger than 2 MB' }],
    read: () => '',
  });
  expect(verdicts(databaseCommitted, { project })).toHaveLength(1);
});

test('a link to a database elsewhere holds none of its data', () => {
  const project = createProject({
    name: 'shop',
    paths: ['manage.py'],
    skipped: [
      { path: 'cache/index.sqlite', why: 'it is a link that leads nowhere' },
      { path: 'db.sqlite3', why: 'it is a link that leads out of the repository' },
    ],
    read: () => '',
  });
  expect(verdicts(databaseCommitted, { project })).toBeUndefined();
});

test('a .gitignore that git cannot read gets no further line', () => {
  const project = createProject({
    name: 'shop',
    paths: ['.env', '.gitignore'],
    skipped: [
      { path: '.gitignore', why: 'it is in UTF-16, which the programs that read it do not know; save it as UTF-8' },
    ],
    read: (path) => (path === '.env' ? 'SECRET_KEY=x\n' : ''),
    tracked: (path) => path === '.gitignore',
  });
  const [verdict] = verdicts(envNotIgnored, { project }) ?? [];
  expect(verdict?.remedy).toEqual({
    path: '.gitignore',
    summary: expect.stringMatching(/^Save `.gitignore` as UTF-8/),
  });
});

describe('SQLite files', () => {
  // Made by sqlite3 with pages of 512 bytes: tables of migrations, of accounts and of products.
  const made = (packed: string): string => inflateSync(Buffer.from(packed, 'base64')).toString('latin1');
  const full = made(
    'eNoLDvTJLElVSMsvyk0sUTBmYGJgZGRwUFBgYGBgAWI2BgRghorBACMDYcDCoJfMyAvWvJOBsYNRGUhRB2Qws4urqjI2CpckJuWkFmfkF8QXFOWnlCaXILNZnINcHUNcFUIcnXxcFZSQpZQUNJQyU5QUMvNKUtNTixQCgjx9HYMiFbxdI3UUlPISc1OVFEpSK0o0k5nYxeXlGRtFwTYllpZkxJcWpxbBGcyodsDF8VsAUoFkSRkju7i+PmOjNNiSlKzEvPT8+NzM9KLEksz8vGIMASZUSzHk8VueWFAAtRcUN4yM3xmAaBSMHMDOyMwgCkqpkPj/wQBEo2AEATZgAhBOTElkBcf/b4jQ79FwGVmAlRWU/1kZFBgYFzA6MDxgaGBQQFURx8rC0OgYkppIIxTHQmPzmWlsPhONzWekrfmQ8n8BMP5Hc8NgBHFstI1/AOk1TUc=',
  );
  const products = made(
    'eNoLDvTJLElVSMsvyk0sUTBmYGJgZGRwUFBgYGBgAWI2BgRghorBACMDYcDCoJfMyAvWvJOBsYNRGUhRB2Qws4urqjI2CpckJuWkFmfkF8QXFOWnlCaXILNZnINcHUNcFUIcnXxcFZSQpZQUNJQyU5QUMvNKUtNTixQCgjx9HYMiFbxdI3UUlPISc1OVFEpSK0o0k5nYxeXlGRtFwTYllpZkxJcWpxbBGcyodsDF8VsAUoFkSRkju7i+PmOjNNiSlKzEvPT8+NzM9KLEksz8vGIMASZUSzHk8VueWFAAtRcUN4yM3xmAaBSMHMDOyMwgCkqpoPgHZvpRMEIBKzj//wYx2SDUKBhBsc/KC04DCgyMCxgdGB4wNDAooKqIY2VhaHQMSU2kEYpjobH5zDQ2n4nG5jPS1nxI/b8AGP+juWEwgjg22sY/ANmKShM=',
  );
  const tables = made(
    'eNoLDvTJLElVSMsvyk0sUTBmYGJgZGRwUFBgYGBggWIYYEbjMzIQBiwMesmMvGDNOxkYOxiVgRR1QAYzu7iqKmOjcEliUk5qcUZ+QXxBUX5KaXIJMpvFOcjVMcRVIcTRycdVQQlZSklBQykzRUkhM68kNT21SCEgyNPXMShSwds1UkdBKS8xN1VJoSS1okQzmYldXF6esVEUbFNiaUlGfGlxahGcwYxqB1wcvwUgFUiWlDGyi+vrMzZKgy1JyUrMS8+Pz81ML0osyczPK8YQYEK1FEMev+WJBQVQe0Fxw8j4nQGIRsHIAeyMzAyioJQKin9gph8FIxSMxv/IBgBIwXbq',
  );

  test('their tables, and which of them hold rows', () => {
    const filled = (text: string) =>
      sqliteTables(text)
        ?.map((table) => `${table.name}${table.filled ? ' filled' : ''}`)
        .sort();
    expect(filled(full)).toEqual(['auth_user filled', 'django_migrations filled', 'shop_product filled']);
    expect(filled(tables)).toEqual(['auth_user', 'django_migrations filled', 'shop_product']);
    expect(filled('SQLite format 3\n')).toBeUndefined();
    expect(filled(full.slice(0, 300))).toBeUndefined();
    // A page that names itself as its child.
    expect(filled(`${full.slice(0, 100)}\x05\0\0\0\0\0\0\0\0\0\0\x01${full.slice(112)}`)).toBeUndefined();
  });

  const committed = (text: string) =>
    (verdicts(databaseCommitted, { project: projectOf({ 'db.sqlite3': text }) }) ?? []).map((verdict) => [
      `${verdict.kind}:${verdict.message}`,
      verdict.data.tables,
      verdict.risk,
    ]);

  test('rows of people are told by their tables', () => {
    expect(committed(full)).toEqual([['problem:held', '`auth_user`', undefined]]);
  });

  test('where accounts are empty the rest may be meant for everybody', () => {
    expect(committed(products)).toEqual([['question:published', '`shop_product`', undefined]]);
  });

  test('tables without rows hold nobody, unless deleted rows are left', () => {
    expect(committed(tables)).toEqual([]);
    expect(committed(`${tables}pbkdf2_sha256$260000$`)).toHaveLength(1);
  });

  test('what is not read may hold them', () => {
    expect(committed('SQLite format 3')).toEqual([
      ['problem:committed', undefined, expect.stringContaining('It may hold')],
    ]);
  });
});

test('a database that is ignored is no sign of anything where no index tells what is committed', () => {
  const ignoring = (patterns: string, tracked?: boolean) =>
    say(databaseCommitted, {
      project: createProject({
        name: 'shop',
        paths: ['.gitignore', 'db.sqlite3'],
        read: (path) => (path === '.gitignore' ? patterns : 'SQLite format 3'),
        ...(tracked === undefined ? {} : { tracked: () => tracked }),
      }),
    });
  expect(ignoring('*.sqlite3\n')).toEqual(['not applicable']);
  expect(ignoring('*.sqlite3\n', false)).toEqual([]);
  expect(ignoring('')).toEqual(['problem:committed']);
});
