import { projectOf } from '@django-golive/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSlugIgnore } from '../src/files/slugignore.js';

const ignored = (text: string, path: string) => readSlugIgnore(projectOf({ '.slugignore': text }))(path);

test('a star stands for anything within a name', () => {
  expect(ignored('*.txt', 'requirements.txt')).toBe(true);
  expect(ignored('/requirements*', 'requirements.txt')).toBe(true);
  expect(ignored('*.txt', 'docs/a.txt')).toBe(false);
  expect(ignored('docs/*.txt', 'docs/a.txt')).toBe(true);
  expect(ignored('# *.txt', 'a.txt')).toBe(false);
});

test('a pattern of many stars is matched in bounded time', () => {
  expect(ignored('*a'.repeat(60), `${'a'.repeat(200)}b`)).toBe(false);
});

test('patterns fit what a regular expression says', () => {
  const letters = (extra: string) => fc.string({ unit: fc.constantFrom('a', 'b', '/', extra), maxLength: 8 });
  fc.assert(
    fc.property(letters('*'), letters('.'), (pattern, path) => {
      fc.pre(/^[^/]/.test(pattern));
      const known = new RegExp(`^${pattern.replaceAll('*', '[^/]*')}$`).test(path);
      expect(ignored(pattern, path)).toBe(known);
    }),
  );
});
