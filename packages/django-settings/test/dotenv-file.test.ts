/** Holds the reading of `.env` files to time that grows with the text alone. */
import { expect, test } from 'vitest';
import { parseDotenv } from '../src/environment/dotenv-file.js';

test.each([
  ['blanks at the end of a line', `A=x${' '.repeat(300_000)}y`],
  ['blanks before a name', `${' '.repeat(300_000)}=`],
  ['quotes that are escaped', `A='${"\\'".repeat(100_000)}`],
  ['double quotes that are escaped', `A="${'\\"'.repeat(100_000)}`],
])('%s are gone through once', (_what, text) => {
  expect(parseDotenv(text).length).toBeLessThanOrEqual(1);
});

test('a comment behind a value begins at the blanks before it', () => {
  expect(parseDotenv('A=x y  # z')).toEqual([{ key: 'A', value: 'x y' }]);
});
