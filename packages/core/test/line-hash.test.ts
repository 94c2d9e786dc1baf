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

test('up to a line they are the same, and end not far behind it', () => {
  const source = 'A = 1\nB = 2\n'.repeat(100);
  const whole = lineHashes(source);
  for (const last of [1, 2, 57, 200, 201]) expect(lineHashes(source, last).get(last)).toBe(whole.get(last));
  expect(lineHashes(source, 3).size).toBeLessThan(60);
});

test('an edit further down than a hundred characters leaves a hash as it is', () => {
  const before = `DEBUG = True\n${'# filler\n'.repeat(30)}`;
  expect(lineHashes(`${before}A = 1\n`).get(1)).toBe(lineHashes(`${before}B = 2\n`).get(1));
});
