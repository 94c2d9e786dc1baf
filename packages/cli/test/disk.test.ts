import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { decode } from '../src/disk/decode.js';
import { parseIndex, readTracked } from '../src/disk/git-index.js';
import { loadProject, NotADirectoryError } from '../src/disk/load-project.js';

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function directoryOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'golive-test-'));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

describe('loading', () => {
  test('lists files and leaves out what is not the project', () => {
    const root = directoryOf({
      'manage.py': 'x',
      'shop/settings.py': 'DEBUG = True\n',
      '.git/HEAD': '',
      'node_modules/a/b.js': '',
      'venv/pyvenv.cfg': '',
      'web/manage.py': '',
      'web/pyvenv.cfg': '',
      'web/lib/python3.12/site-packages/django/conf.py': '',
      'venv/lib/django/conf.py': '',
      'a/__pycache__/x.pyc': '',
    });
    const project = loadProject(root);
    expect(project.paths).toEqual([
      'manage.py',
      'shop/settings.py',
      'venv/pyvenv.cfg',
      'web/manage.py',
      'web/pyvenv.cfg',
    ]);
    expect(project.file('shop/settings.py')?.text).toBe('DEBUG = True\n');
    expect(project.tracked('manage.py')).toBeUndefined();
  });

  test('lists of an environment without a mark of its own the script that shows it', () => {
    const root = directoryOf({
      'manage.py': '',
      'env/bin/activate': '',
      'env/bin/pip': '',
      'env/lib/python3.6/os.py': '',
      'tools/bin/activate': '',
      'tools/lib/own.py': '',
    });
    symlinkSync('/nowhere/abc.py', join(root, 'env/lib/python3.6/abc.py'));
    const project = loadProject(root);
    expect(project.paths).toEqual(['env/bin/activate', 'manage.py', 'tools/bin/activate', 'tools/lib/own.py']);
    expect(project.skipped).toEqual([]);
  });

  test('follows no link out of the repository and ends in a loop of links', () => {
    const outside = directoryOf({ 'secret.py': 'SECRET = 1' });
    const root = directoryOf({ 'a/settings.py': '' });
    symlinkSync(root, join(root, 'a/loop'));
    symlinkSync(join(outside, 'secret.py'), join(root, 'secret.py'));
    symlinkSync(outside, join(root, 'outside'));
    symlinkSync('nowhere', join(root, 'broken'));
    symlinkSync('a/settings.py', join(root, 'inside.py'));
    const project = loadProject(root);
    expect(project.paths).toEqual(['a/settings.py', 'inside.py']);
    expect(project.skipped).toEqual([
      { path: 'broken', why: 'it is a link that leads nowhere' },
      { path: 'outside', why: 'it is a link that leads out of the repository' },
      { path: 'secret.py', why: 'it is a link that leads out of the repository' },
    ]);
  });

  test('does not read a file of 50 MB and says so', () => {
    const root = directoryOf({ 'settings.py': 'DEBUG = True' });
    truncateSync(join(root, 'settings.py'), 50_000_000);
    const project = loadProject(root);
    expect(project.file('settings.py')?.text).toBe('');
    expect(project.skipped).toEqual([{ path: 'settings.py', why: 'it is larger than 2 MB' }]);
  });

  test('reads a larger database, whose first pages tell of its tables', () => {
    const root = directoryOf({ 'db.sqlite3': 'SQLite format 3\0' });
    truncateSync(join(root, 'db.sqlite3'), 3_000_000);
    const project = loadProject(root);
    expect(project.file('db.sqlite3')?.text.length).toBe(3_000_000);
    expect(project.skipped).toEqual([]);
  });

  test('does not read in UTF-16 what nobody else does, and says so', () => {
    const text = Buffer.from('\uFEFFweb: gunicorn config.wsgi\n', 'utf16le');
    const project = loadProject(directoryOf({ Procfile: text, 'requirements.txt': text }));
    expect(project.file('Procfile')?.text).toBe('');
    expect(project.file('requirements.txt')?.text).toBe('web: gunicorn config.wsgi\n');
    expect(project.skipped).toMatchObject([{ path: 'Procfile', why: expect.stringContaining('UTF-16') }]);
  });

  test('reads a lock file that is ten times as large as other files may be', () => {
    const root = directoryOf({ 'uv.lock': 'version = 1\n', 'notes.txt': 'x'.repeat(12) });
    const project = loadProject(root, { files: 9, bytes: 10, depth: 40 });
    expect(project.file('uv.lock')?.text).toBe('version = 1\n');
    expect(project.file('notes.txt')?.text).toBe('');
  });

  test('stops at its limits and says so', () => {
    const root = directoryOf({ a: '', b: '', c: '', 'd/e/f': '' });
    expect(loadProject(root, { files: 2, bytes: 10, depth: 40 })).toMatchObject({
      paths: ['a', 'b'],
      skipped: [{ path: '.' }],
    });
    expect(loadProject(root, { files: 99, bytes: 10, depth: 1 }).skipped).toEqual([
      { path: 'd/e', why: 'it lies more than 1 directories deep' },
    ]);
  });

  test('refuses a file and a path that is not there', () => {
    const root = directoryOf({ a: '' });
    expect(() => loadProject(join(root, 'a'))).toThrow(NotADirectoryError);
    expect(() => loadProject(join(root, 'b'))).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });
});

describe('decoding', () => {
  test.each([
    ['a.py', Buffer.from('é'), 'é'],
    ['a.py', Buffer.from([0xef, 0xbb, 0xbf, 0x61]), 'a'],
    ['requirements.txt', Buffer.from([0xff, 0xfe, 0x61, 0]), 'a'],
    ['requirements.txt', Buffer.from([0xfe, 0xff, 0, 0x61]), 'a'],
    ['a.py', Buffer.from("# -*- coding: latin-1 -*-\nx = '\xe9'", 'latin1'), "# -*- coding: latin-1 -*-\nx = 'é'"],
    ['db.sqlite3', Buffer.from('SQLite format 3\0\x10\0\xff\x80', 'latin1'), 'SQLite format 3\0\x10\0\xff\x80'],
    ['a.txt', Buffer.from('# coding: latin-1\n\xe9', 'latin1'), '# coding: latin-1\n\ufffd'],
  ])('%s %j', (path, bytes, text) => {
    expect(decode(path, bytes)).toBe(text);
  });
});

describe('git', () => {
  const names = ['README.md', 'shop/settings.py', 'shop/settings_prod.py', `${'deep/'.repeat(30)}ü.py`];

  test.each([2, 4])('tells which files an index of version %i tracks', (version) => {
    const root = directoryOf({ ...Object.fromEntries(names.map((name) => [name, name])), '.env': 'SECRET=1' });
    const git = (...args: string[]): void => void execFileSync('git', ['-C', root, ...args], { stdio: 'ignore' });
    git('init', '-q');
    git('add', '--', ...names);
    git('update-index', '--index-version', String(version));
    const index = readFileSync(join(root, '.git/index'));
    expect(new DataView(index.buffer, index.byteOffset).getUint32(4)).toBe(version);
    expect(parseIndex(index)).toEqual([...names].sort());
    const project = loadProject(root);
    expect([project.tracked('.env'), project.tracked('README.md')]).toEqual([false, true]);
    expect([...(readTracked(join(root, 'shop')) ?? [])]).toEqual(['settings.py', 'settings_prod.py']);
  });

  test('does not trust an index that is broken', () => {
    expect(parseIndex(new Uint8Array(0))).toBeUndefined();
    expect(parseIndex(Buffer.from('DIRC\0\0\0\u0002\0\0\0\u0009xx'))).toBeUndefined();
    expect(parseIndex(Buffer.from('XXXX\0\0\0\u0002\0\0\0\0'))).toBeUndefined();
  });
});
