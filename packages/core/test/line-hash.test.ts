import { computeRollingHashes } from '@microsoft/sarif';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineHashes } from '../src/line-hash.js';

test('every line has the hash that code scanning computes for it', () => {
  const text = fc
    .array(fc.constantFrom('DEBUG = True', 'a', ' ', '\t', '\n', '\r\n', '\r', 'é', '😀', 'x'.repeat(120)), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (source) => {
      expect(Object.fromEntries(lineHashes(source))).toEqual(Object.fromEntries(computeRollingHashes(source)));
    }),
  );
});

test('an edit further down than a hundred characters leaves a hash as it is', () => {
  const before = `DEBUG = True\n${'# filler\n'.repeat(30)}`;
  expect(lineHashes(`${before}A = 1\n`).get(1)).toBe(lineHashes(`${before}B = 2\n`).get(1));
});
