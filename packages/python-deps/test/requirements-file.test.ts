/** Requirements files, line by line as pip sees them. */
import { createSourceFile } from '@django-golive/core';
import { expect, test } from 'vitest';
import { readRequirementsFile } from '../src/requirements-file.js';

const read = (text: string) =>
  readRequirementsFile(
    createSourceFile('requirements.txt', () => text),
    'runtime',
  );
const names = (text: string) => read(text).declarations.map((entry) => `${entry.name}${entry.specifier}`);

test('comments, continuations, options and hashes are not part of a requirement', () => {
  const text = [
    '# header',
    'Django==5.2.1 \\',
    '    --hash=sha256:aaaa \\',
    '    --hash=sha256:bbbb',
    'celery[redis]>=5  # queue',
    '',
    'gunicorn==23.0 --no-binary :all:',
    '--no-binary lxml',
  ].join('\n');
  expect(names(text)).toEqual(['django==5.2.1', 'celery>=5', 'gunicorn==23.0']);
  expect(read(text).problems).toEqual([]);
});

test('every dependency keeps its place', () => {
  const [, second] = read('\uFEFF# a\r\nDjango==5.2\r\n  pillow==11.0 # b\r\n').declarations;
  expect(second?.at.start).toEqual({ line: 3, column: 3 });
  expect(second?.at.end).toEqual({ line: 3, column: 15 });
});

test('one bad line loses that line only', () => {
  const { declarations, problems } = read('Django==5.2\n<<<<<<< HEAD\n???\nasgiref=3.5.0=pyhd8ed1ab_0\npillow==11.0');
  expect(declarations.map((entry) => entry.name)).toEqual(['django', 'asgiref', 'pillow']);
  expect(problems.map((problem) => problem.at.start.line)).toEqual([2, 3, 4]);
});

test('a line that is a sentence is no package, and is told', () => {
  const { declarations, problems } = read('whitenoise is good\nDjango==5.2\ncelery latest ; x\npillow 11.0');
  expect(declarations.map((entry) => entry.name)).toEqual(['django']);
  expect(problems.map(({ at, why }) => `${at.start.line} ${why}`)).toEqual(
    [1, 3, 4].map((line) => `${line} after its name stands no version specifier`),
  );
});

test('inclusions and constraints are named with their place', () => {
  expect(read('-r base.txt\n--requirement=other.txt\n-c constraints.txt\n-rshort.txt').includes).toMatchObject([
    { path: 'base.txt', constraint: false },
    { path: 'other.txt', constraint: false },
    { path: 'constraints.txt', constraint: true },
    { path: 'short.txt', constraint: false },
  ]);
});

test('addresses give a package where they name one', () => {
  const text = [
    '-e git+https://github.com/a/b.git@main#egg=My_Package[x]',
    'https://example.com/dist/foo_bar-1.2.3-py3-none-any.whl',
    'pkg @ https://example.com/pkg.zip',
    './lib',
    '-e .',
    'git+https://github.com/a/nameless.git',
  ].join('\n');
  const { declarations, problems, sources } = read(text);
  expect(declarations.map((entry) => [entry.name, entry.specifier])).toEqual([
    ['my-package', ''],
    ['foo-bar', '==1.2.3'],
    ['pkg', ''],
  ]);
  expect(problems.map((problem) => problem.at.start.line)).toEqual([6]);
  expect(sources.every((source) => !source.insecure)).toBe(true);
});

test('sources are told, and what is fetched in the clear is insecure', () => {
  const { sources } = read(
    '--index-url https://pypi.example.com/simple\n-i http://plain.example.com/\n--extra-index-url=https://x.example.com\n--trusted-host x.example.com\n-f ./wheels\ngit+git://example.com/a.git#egg=a',
  );
  expect(sources.map((source) => [source.kind, source.insecure])).toEqual([
    ['index', false],
    ['index', true],
    ['extra-index', false],
    ['trusted-host', true],
    ['find-links', false],
    ['direct', true],
  ]);
});

test('credentials in an address are masked wherever they are told', () => {
  const reading = read(
    '--index-url https://bob:s3cret@pypi.example.com/simple\npkg @ git+https://ghp_t0ken@github.com/a/b.git\nq @ https://example.com/q.zip?access_token=t0ken\nr @ https://${USER}:${TOKEN}@example.com/r.zip',
  );
  expect(JSON.stringify(reading)).not.toMatch(/s3cret|t0ken/);
  expect(reading.declarations[2]?.url).toContain('${TOKEN}');
});

test('UTF-16 that was read as something else is still read, and told', () => {
  const { declarations, problems } = read(
    [...'\uFFFD\uFFFDDjango==4.2\r\npillow==9.0\r\n'].map((char) => `${char}\0`).join(''),
  );
  expect(declarations.map((entry) => entry.name)).toEqual(['django', 'pillow']);
  expect(problems[0]?.why).toContain('UTF-16');
});

test('neither order of UTF-16 and UTF-32 loses a name, where no mark says which it is', () => {
  const text = 'Django==4.2\n# x\npillow==9.0 # y\n';
  for (const [before, after] of [
    [1, 0],
    [0, 1],
    [3, 0],
    [0, 3],
  ] as const) {
    const padded = [...text].map((character) => '\0'.repeat(before) + character + '\0'.repeat(after)).join('');
    const { declarations, problems } = read(padded);
    expect(declarations.map((entry) => `${entry.name} ${entry.specifier}`)).toEqual(['django ==4.2', 'pillow ==9.0']);
    expect(problems).toHaveLength(1);
  }
});

test("pip-compile's output is a lock, and its comments tell what is direct", () => {
  const reading = read(
    '#\n# This file is autogenerated by pip-compile with Python 3.12\n#\nasgiref==3.8.1\n    # via django\ndjango==5.2.1\n    # via\n    #   -r requirements.in\n    #   django-x\ndjango-x==1  # via -r requirements.in\n',
  );
  expect(reading.lock).toBe(true);
  expect(reading.declarations.map((entry) => entry.direct)).toEqual([false, true, true]);
});

test('a file of pins alone is no lock', () => {
  expect(read('Django==5.2.1\npillow==11.0').lock).toBe(false);
});

test('what a compiled list took from another, a package may have brought there', () => {
  const text =
    '# This file is autogenerated by pip-compile\nboto==2.49.0  # via -r requirements/./base.txt, smart-open\ncelery==5.4.0  # via -r requirements/./base.txt\nredis==5.0.1\n    # via\n    #   -r base.txt\n    #   django-redis\n';
  const { declarations } = read(text);
  expect(declarations.map(({ name, direct }) => [name, direct])).toEqual([
    ['boto', false],
    ['celery', true],
    ['redis', false],
  ]);
});
