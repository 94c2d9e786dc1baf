/** Specifiers that no version meets together. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { expect, test } from 'vitest';
import { exclude } from '../src/impossible.js';
import { satisfies } from '../src/specifier.js';

test.each([
  ['==4.2', '>=5', true],
  ['==4.2', '==4.2.0', false],
  ['==4.2', '==4.2.1', true],
  ['==4.2.3', '==4.2.*', false],
  ['>=5', '<5', true],
  ['>=5', '<=5', false],
  ['>5.1', '<=5', true],
  ['~=4.2', '>=5', true],
  ['~=4.2', '>=4.9', false],
  ['~=4.2.1', '>=4.3', true],
  ['==4.2.*', '>=5', true],
  ['==4.*', '>=4.2', false],
  ['==5.0a1', '>=4.2', false],
  ['>=5,<6', '!=5.1', false],
  ['>=5.0rc1', '<5.0', true],
  ['>=5.0rc1', '<5.0rc2', false],
  ['>5', '<5.0.post2', true],
  ['>=5', '<5.0.post2', false],
  ['>=5.0a1', '~=4.2', true],
  ['~=1!4.2', '>=1!5', true],
  ['>=1!0', '<5', true],
  ['==5.*', '>=5.0.dev0', false],
  ['==5.2', '<=5.2', false],
  ['>=5||<4', '==4.5', true],
  ['>=5||<4', '<=4.5,>=4', false],
  ['', '==5', false],
  ['==5', 'weird', false],
])('%s and %s: %s', (one, other, expected) => {
  expect(exclude(one, other)).toBe(expected);
  expect(exclude(other, one)).toBe(expected);
});

test('two specifiers that a version meets never exclude each other', () => {
  const releases = ['1', '1.0.1', '1.1', '1.1.5', '1.2', '1.10', '2', '2.0.1', '2.1', '3', '1!1', '1!1.2'];
  const suffixes = ['', '.dev0', 'a1', 'rc1', 'rc1.dev2', '.post1', '.post1.dev0', '+local.1', 'rc1.post2'];
  const versions = releases.flatMap((release) => suffixes.map((suffix) => release + suffix));
  const clauses = ['==', '!=', '<=', '>=', '<', '>', '~=', '==='].flatMap((operator) =>
    ['1', '1.0', '1.1', '1.1.5', '2.0', '2.0a1', '2.0rc1', '1.1.post1', '1.2.dev0', '1!1.0', '1.1+local.1']
      .map((bound) => operator + bound)
      .concat(/^[=!]=$/.test(operator) ? ['1.*', '1.1.*', '2.0.*', '1!1.*'].map((bound) => operator + bound) : []),
  );
  const wrong = clauses.flatMap((one) => {
    const met = versions.filter((version) => satisfies(version, one, { prereleases: true }));
    return clauses
      .filter((other) => exclude(one, other) && met.some((version) => satisfies(version, other, { prereleases: true })))
      .map((other) => `${one},${other}`);
  });
  expect(wrong).toEqual([]);
});

test('of two lists that contradict one another, the one that is named for production is its list', () => {
  const of = (usual: string, more: Record<string, string> = {}) =>
    dependenciesOf(
      projectOf({
        'manage.py': '',
        'requirements.txt': `${usual}\npytest>=8,<9\n`,
        'requirements/base.txt': 'Django>=4.2,<5.0\n',
        'requirements/production.txt': '-r base.txt\ngunicorn>=21.2\n',
        ...more,
      }),
      { target: 'docker', processes: [] },
      '2026-11-20',
    );
  const { manifests, get, problems, django } = of('Django>=5.0,<5.1');
  expect(manifests.find(({ path }) => path === 'requirements.txt')).toMatchObject({
    kind: 'optional',
    because: "`requirements/production.txt` contradicts it, and is production's by its name",
  });
  expect(get('pytest')).toMatchObject({ kind: 'optional', perhaps: true });
  expect(get('gunicorn')?.kind).toBe('runtime');
  expect(django?.series).toBe('4.2');
  expect(problems.map(({ why }) => why)).toEqual([
    "`requirements/production.txt`, which is taken for production's by its name, asks for another version",
  ]);
  expect(of('Django>=4.2').get('pytest')?.kind).toBe('runtime');
  expect(of('-r requirements/production.txt\nDjango>=5.0,<5.1').get('pytest')?.kind).toBe('runtime');
  const Dockerfile = 'FROM python:3.13\nCOPY . .\nRUN pip install -r requirements.txt\n';
  expect(of('Django>=5.0,<5.1', { Dockerfile }).get('pytest')?.kind).toBe('runtime');
});
