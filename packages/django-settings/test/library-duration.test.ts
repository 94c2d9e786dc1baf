/** Durations as CPython's `datetime.timedelta` prints and divides them. */
import { expect, test } from 'vitest';
import { durationText, splitDuration, withFraction } from '../src/evaluate/library/duration.js';

test.each<[bigint, string, number[]]>([
  [0n, '0:00:00', [0, 0, 0]],
  [1n, '0:00:00.000001', [0, 0, 1]],
  [-1n, '-1 day, 23:59:59.999999', [-1, 86399, 999999]],
  [1500000n, '0:00:01.500000', [0, 1, 500000]],
  [-1500000n, '-1 day, 23:59:58.500000', [-1, 86398, 500000]],
  [86400000000n, '1 day, 0:00:00', [1, 0, 0]],
  [-86400000000n, '-1 day, 0:00:00', [-1, 0, 0]],
  [90061000001n, '1 day, 1:01:01.000001', [1, 3661, 1]],
  [172800000000n, '2 days, 0:00:00', [2, 0, 0]],
  [-5n, '-1 day, 23:59:59.999995', [-1, 86399, 999995]],
  [3599999999n, '0:59:59.999999', [0, 3599, 999999]],
  [1000000000000000n, '11574 days, 1:46:40', [11574, 6400, 0]],
])('%s microseconds are %j', (microseconds, text, parts) => {
  expect(durationText(microseconds)).toBe(text);
  const split = splitDuration(microseconds);
  expect([split.days, split.seconds, split.microseconds].map(Number)).toEqual(parts);
});

test.each([
  [0.5, 0n],
  [1.5, 2n],
  [2.5, 2n],
  [-0.5, 0n],
  [-1.5, -2n],
  [2.4, 2n],
])('%d rounds to %d', (value, rounded) => {
  expect(withFraction(0n, value)).toBe(rounded);
});
