/** Questions to values that may be one of several. */
import { expect, test } from 'vitest';
import { itemsOf, stringsOf, type Value } from '../src/index.js';

const str = (value: string): Value => ({ kind: 'str', value });
const list = (...items: string[]): Value => ({ kind: 'list', items: items.map(str) });

test('of several lists only what all of them hold is certain', () => {
  const value: Value = { kind: 'choice', options: [list('auth', 'shop', 'debug'), list('auth', 'shop', 'cache')] };
  expect(stringsOf(value)).toEqual(['auth', 'shop']);
  expect(stringsOf({ kind: 'choice', options: [value, list('shop')] })).toEqual(['shop']);
});

test('a list or something that is none holds nothing for certain', () => {
  expect(itemsOf({ kind: 'choice', options: [list('auth'), { kind: 'none' }] })).toEqual([]);
  expect(itemsOf({ kind: 'choice', options: [list('auth'), { kind: 'unknown', why: 'a test does not say' }] })).toEqual(
    [],
  );
});
