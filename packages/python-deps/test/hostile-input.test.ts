/** Whatever a file holds, reading it ends, and ends without an exception. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const PATHS = [
  'requirements.txt',
  'requirements/prod.in',
  'pyproject.toml',
  'Pipfile',
  'Pipfile.lock',
  'setup.cfg',
  'setup.py',
  'uv.lock',
  'poetry.lock',
  'pdm.lock',
  'pylock.toml',
  'Dockerfile',
  '.python-version',
  'runtime.txt',
  '.tool-versions',
  'build.sh',
];
const PIECES = [
  'Django==5.2',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '"""',
  '\\',
  '\n',
  '\r',
  ' ',
  '#',
  '-r requirements.txt',
  '-e ',
  '--hash=',
  ' ; ',
  "python_version<'3'",
  '=',
  '>=',
  '^1',
  '*',
  '[[package]]\n',
  'name = "a"\n',
  'version = "1"\n',
  '[project]\n',
  'dependencies = [',
  '[tool.poetry.dependencies]\n',
  'install_requires=',
  'setup(',
  'FROM python:',
  '${X}',
  '__proto__',
  'constructor',
  '\0',
  '\uFEFF',
  '\uD800',
  '{"default":{',
  `1${'0'.repeat(400)}`,
  '@',
  'git+https://u:p@h/x#egg=',
];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join('')),
);

test('no content of any manifest makes the reader throw', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...PATHS), text, { maxKeys: 5 }),
      fc.constantFrom('docker', 'heroku', ''),
      (files, target) => {
        const found = dependenciesOf(
          projectOf(files),
          { target, processes: [{ command: 'pip install -r x.txt', name: '', role: 'web', variables: [] } as never] },
          '2026-11-20',
        );
        for (const { at } of [...found.all, ...found.problems]) {
          expect(at.span.start).toBeLessThanOrEqual(at.span.end);
          expect(files[at.path]).toBeDefined();
        }
      },
    ),
    { numRuns: 500 },
  );
});

test.each(PATHS)('deep nesting, long lines and many lines in %s come to an end', (path) => {
  for (const hostile of [
    '['.repeat(50_000),
    '{"a":'.repeat(20_000),
    `a = ${'['.repeat(20_000)}`,
    'a'.repeat(500_000),
    '\\\n'.repeat(20_000),
    `${"'''"}${'"'.repeat(50_000)}`,
    `x==1 ;${'('.repeat(50_000)}`,
    'a-'.repeat(50_000),
  ]) {
    expect(() =>
      dependenciesOf(projectOf({ [path]: hostile }), { target: 'docker', processes: [] }, '2026-11-20'),
    ).not.toThrow();
  }
});
