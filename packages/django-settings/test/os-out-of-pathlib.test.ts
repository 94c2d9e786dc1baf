/** `from pathlib import Path, os`, which an editor's completion writes: there in every Python but 3.13. */
import { expect, test } from 'vitest';
import { lacksName } from '../src/evaluate/library/standard-names.js';

test('pathlib gives its own imports away, but for Python 3.13', () => {
  const lacks = (minor: number) => lacksName('pathlib', 'os', [3, minor]);
  expect([11, 12, 13, 14].map(lacks)).toEqual([false, false, true, false]);
  expect(lacksName('pathlib', 'os', undefined)).toBe(false);
});
