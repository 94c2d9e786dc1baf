/** Clients of redis that settings make: values to pass on, and the addresses that redis refuses. */
import { expect, it } from 'vitest';
import { libraryModules } from '../src/evaluate/library/index.js';
import { names, startup } from './evaluate-support.js';

const libraries = { libraries: libraryModules };

it('makes clients without a connection', () => {
  const source =
    'import redis\nA = redis.Redis(host="db")\nB = redis.from_url("redis://cache:6379/0")\nC = bool(A and B)';
  expect(names(source, libraries)).toEqual({ A: 'object', B: 'object', C: 'True' });
});

it('leaves alone an address with options', () => {
  expect(names('import redis\nA = redis.from_url("redis://cache?db=x")', libraries)).toEqual({ A: '?' });
});

it.each([
  ['None', "AttributeError: 'NoneType' object has no attribute 'startswith'"],
  ['"cache:6379"', 'ValueError: Redis URL must specify one of the following schemes (redis://, rediss://, unix://)'],
])('refuses %s', (url, error) => {
  expect(startup(`import redis\nredis.Redis.from_url(${url})`, libraries)).toBe(error);
});
