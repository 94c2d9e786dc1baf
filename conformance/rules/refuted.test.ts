/** A rule whose problem takes another one's praise away is there, so that a new name is not forgotten. */
import { expect, test } from 'vitest';
import { catalogue } from './catalogue.js';

test('what takes a praise away are rules', () => {
  const rules = catalogue().map(({ rule }) => rule);
  const ids = new Set(rules.map(({ id }) => id));
  const strange = rules.flatMap(({ refutedBy = [] }) => refutedBy).filter((id) => !ids.has(id));
  expect(strange).toEqual([]);
});
