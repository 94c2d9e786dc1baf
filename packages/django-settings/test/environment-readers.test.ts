/** The readers' string logic against what the real libraries gave (python-decouple 3.6, django-environ 0.12, python-dotenv 1.2). */
import { describe, expect, test } from 'vitest';
import { readDecoupleEnv } from '../src/environment/decouple-files.js';
import { parseDotenv } from '../src/environment/dotenv-file.js';
import { readEnvironFile } from '../src/environment/environ-file.js';
import { environBool } from '../src/environment/truth-words.js';
import { universalNewlines } from '../src/evaluate/library/python-text.js';
import recorded from './environment-recorded.json' with { type: 'json' };

const cases = recorded as unknown as Record<string, [string, ...unknown[]][]>;
const table = (name: string) => cases[name] ?? [];
describe('truth words', () => {
  test.each(table('environBool'))('django-environ takes %j as recorded', (word, expected) => {
    expect({ gives: environBool(word) }).toEqual(expected);
  });
});

describe('files', () => {
  test.each(table('decoupleEnv'))('python-decouple reads %j as recorded', (text, expected) => {
    const found = { gives: { dict: [...readDecoupleEnv(text)] } };
    expect(found).toEqual(expected);
  });
  test.each(table('dotenv'))('python-dotenv reads %j as recorded', (text, expected) => {
    expect(parseDotenv(universalNewlines(text)).map(({ key, value }) => [key, value])).toEqual(expected);
  });
  test.each(table('readEnv'))(
    'django-environ reads %j, comments stripped: %j, as recorded',
    (text, comments, expected) => {
      const found = { gives: { dict: [...readEnvironFile(universalNewlines(text), comments === true)] } };
      expect(found).toEqual(expected);
    },
  );
});
