/** Specifiers that no version meets together. */
import { expect, test } from 'vitest';
import { exclude } from '../src/impossible.js';

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
  ['', '==5', false],
  ['==5', 'weird', false],
])('%s and %s: %s', (one, other, expected) => {
  expect(exclude(one, other)).toBe(expected);
  expect(exclude(other, one)).toBe(expected);
});
