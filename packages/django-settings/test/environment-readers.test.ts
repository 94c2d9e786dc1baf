/** The readers' string logic against what the real libraries gave (python-decouple 3.6, django-environ 0.12, python-dotenv 1.2). */
import { describe, expect, test } from 'vitest';
import { readDecoupleEnv } from '../src/environment/decouple-files.js';
import { parseDotenv } from '../src/environment/dotenv-file.js';
import { environDatabase } from '../src/environment/environ-database-url.js';
import { readEnvironFile } from '../src/environment/environ-file.js';
import { environCache, environChannels, environEmail, environSearch } from '../src/environment/environ-service-urls.js';
import { environBool } from '../src/environment/truth-words.js';
import { universalNewlines } from '../src/evaluate/library/python-text.js';
import { parseUrl } from '../src/evaluate/library/url-parts.js';
import { answer, sorted } from './environment-recorded.js';
import recorded from './environment-recorded.json' with { type: 'json' };

const cases = recorded as unknown as Record<string, [string, ...unknown[]][]>;
const table = (name: string) => cases[name] ?? [];
const shown = (answers: unknown) => sorted(answers);
const drivers = {
  redis: 'django_redis.cache.RedisCache',
  pymemcache: 'django.core.cache.backends.memcached.PyLibMCCache',
};

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

describe('URLs', () => {
  test.each(table('environDb'))('django-environ makes of the database %j what is recorded', (url, expected) => {
    expect(shown(answer(() => environDatabase(url, undefined)))).toEqual(sorted(expected));
  });
  test.each(table('environCache'))('django-environ makes of the cache %j what is recorded', (url, expected) => {
    expect(shown(answer(() => environCache(parseUrl(url), undefined, drivers)))).toEqual(sorted(expected));
  });
  test.each(table('environEmail'))('django-environ makes of the mail server %j what is recorded', (url, expected) => {
    expect(shown(answer(() => environEmail(parseUrl(url), undefined)))).toEqual(sorted(expected));
  });
  test.each(table('environSearch'))(
    'django-environ makes of the search engine %j what is recorded',
    (url, expected) => {
      expect(shown(answer(() => environSearch(parseUrl(url), undefined)))).toEqual(sorted(expected));
    },
  );
  test.each(table('environChannels'))(
    'django-environ makes of the channel layer %j what is recorded',
    (url, expected) => {
      expect(shown(answer(() => environChannels(parseUrl(url), undefined)))).toEqual(sorted(expected));
    },
  );
});
