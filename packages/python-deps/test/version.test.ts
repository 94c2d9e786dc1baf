/** Versions and specifiers against what PEP 440's reference implementation says of them. */
import { compareVersions, satisfies } from '@django-golive/python-deps';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pinnedVersion } from '../src/specifier.js';

const ORDERED = [
  'not a version',
  '0.9',
  '1.0.dev1',
  '1.0a1',
  '1.0b2',
  '1.0b2.post1',
  '1.0rc1',
  '1.0',
  '1.0+local',
  '1.0.post1',
  '1.0.1',
  '1.1a1',
  '1.1',
  '2.0.dev3',
  '2.0',
  '5.2.1rc1',
  '5.2.1',
  '5.2.10',
  '2024.1',
  '1!0.5',
];

const version = fc
  .tuple(
    fc.nat(3),
    fc.array(fc.nat(12), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', 'a1', 'b2', 'rc1'),
    fc.constantFrom('', '.post1'),
    fc.constantFrom('', '.dev3'),
    fc.constantFrom('', '+abc.5', '+7'),
  )
  .map(
    ([epoch, release, pre, post, dev, local]) =>
      `${epoch > 0 ? `${epoch}!` : ''}${release.join('.')}${pre}${post}${dev}${local}`,
  );

test('versions sort as PEP 440 orders them', () => {
  expect([...ORDERED].reverse().sort(compareVersions)).toEqual(ORDERED);
});

test('trailing zeros, prefixes and case do not matter', () => {
  expect(compareVersions('1.0', '1.0.0')).toBe(0);
  expect(compareVersions('v1.0RC1', '1.0rc1')).toBe(0);
});

test('the order is total: antisymmetric, transitive, and reflexive', () => {
  const text = fc.oneof(version, fc.string({ maxLength: 12 }));
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      expect(compareVersions(a, a)).toBe(0);
      expect(compareVersions(a, b) + compareVersions(b, a)).toBe(0);
      const [x = '', y = '', z = ''] = [a, b, c].sort(compareVersions);
      expect(compareVersions(x, y)).toBeLessThanOrEqual(0);
      expect(compareVersions(y, z)).toBeLessThanOrEqual(0);
      expect(compareVersions(x, z)).toBeLessThanOrEqual(0);
    }),
  );
});

test('a version without a local part meets exactly one of <, == and > another, pre- and post-releases aside', () => {
  const final = fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }).map((release) => release.join('.'));
  fc.assert(
    fc.property(final, final, (a, b) => {
      expect([`<${b}`, `==${b}`, `>${b}`].filter((specifier) => satisfies(a, specifier))).toHaveLength(1);
      expect(satisfies(a, `>=${b}`)).toBe(!satisfies(a, `<${b}`));
      expect(satisfies(a, `!=${b}`)).toBe(!satisfies(a, `==${b}`));
    }),
  );
});

test.each([
  ['5.2.1', '>=5.2,<6.0', true],
  ['5.2.1', '~=5.2', true],
  ['5.3', '~=5.2.0', false],
  ['6.0', '~=5.2', false],
  ['4.2.16', '==4.2.*', true],
  ['4.20', '==4.2.*', false],
  ['5.2.1', '!=5.2.*', false],
  ['1.0+local', '==1.0', true],
  ['1.0', '==1.0+local', false],
  ['1.0.post1', '>1.0', false],
  ['1.0.post1', '>1.0a1', true],
  ['1.0rc1', '<1.0', false],
  ['1.0rc1', '<1.0rc2', true],
  ['1!0.5', '>2024', true],
  ['5.2', '', true],
  ['5.2', '>=banana', false],
  ['banana', '===banana', true],
])('%s against %s is %s', (candidate, specifier, expected) => {
  expect(satisfies(candidate, specifier, { prereleases: true })).toBe(expected);
});

test('a pre-release is only admitted where the specifier names one or the caller asks', () => {
  expect(satisfies('6.0rc1', '>=5.2')).toBe(false);
  expect(satisfies('6.0rc1', '>=6.0b1')).toBe(true);
  expect(satisfies('6.0rc1', '>=5.2', { prereleases: true })).toBe(true);
});

test('only an exact pin is a version', () => {
  expect(pinnedVersion('==5.2.1')).toBe('5.2.1');
  expect(pinnedVersion('===5.2.1')).toBe('5.2.1');
  expect(pinnedVersion('>=5,==5.2.1')).toBe('5.2.1');
  expect(pinnedVersion('>6,==5.2.1')).toBeUndefined();
  expect(pinnedVersion('==5.2.*')).toBeUndefined();
  expect(pinnedVersion('>=5.2.1')).toBeUndefined();
});

test('no text makes a specifier or a version throw', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => typeof satisfies(a, b) === 'boolean'));
});
