/** Lines of one file that ask for a package once more. */
import { projectOf } from '@django-golive/core';
import { expect, test } from 'vitest';
import { dependenciesOf } from '../src/read-dependencies.js';

const repeated = (files: Record<string, string>) =>
  dependenciesOf(projectOf(files), { target: 'none', processes: [] }, '2026-11-30').repeated?.map(
    ({ names, files: [one, other] }) => [names[0], one.at.start.line, other.at.start.line],
  );

test.each([
  ['the same line', 'a==1\nb==2\na==1\n', [['a', 1, 3]]],
  ['another spelling, and a range that agrees', 'a_b>=1\nA.B==1.2\n', [['a-b', 1, 2]]],
  ['three times', 'a\na\na\n', [['a', 1, 2]]],
  ['lines that exclude each other', 'a==1\na==2\n', []],
  ['lines for different Pythons', "a==1; python_version < '3'\na==1; python_version >= '3'\n", []],
  ['another extra', 'a==1\na[b]==1\n', []],
  ['a fork', 'a==1\na @ https://example.com/a.zip\n', []],
])('%s', (_, text, expected) => {
  expect(repeated({ 'requirements.txt': text })).toEqual(expected);
});

test('another file, constraints and groups are no repetition', () => {
  expect(
    repeated({
      'requirements.txt': '-r base.txt\n-c limits.txt\na==1\n',
      'base.txt': 'a\n',
      'limits.txt': 'a==1\na==1\n',
      'requirements-dev.txt': 'b\nb\n',
    }),
  ).toEqual([]);
});
