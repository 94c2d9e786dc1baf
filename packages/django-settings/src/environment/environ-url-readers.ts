/** The URL readers of django-environ's `Env`: `db`, `cache`, `email`, `search_url`, `channels`, `url` and `path`. */

import type { Plain } from '../evaluate/library/plain.js';
import { parsedValue } from '../evaluate/library/plain-value.js';
import type { UrlParts } from '../evaluate/library/url-parts.js';
import { type Bound, type Machine, method, textOf } from '../evaluate/native.js';
import { emptyDict, type PyValue, str } from '../evaluate/value.js';
import { environDatabase, environDatabaseOf } from './environ-database-url.js';
import {
  type CacheDrivers,
  environCache,
  environChannels,
  environEmail,
  environSearch,
} from './environ-service-urls.js';
import { getValue } from './environ-value.js';
import { declares, djangoAtLeast } from './surroundings.js';

/** The readers, by the name of the method. */
export function urlReaders(): Readonly<Record<string, PyValue>> {
  const db = reader('db', 'engine', (m, args) => {
    const value = rawValue(m, args, 'DATABASE_URL', 'db', false);
    return m.each(value, (one) => databaseOf(m, one, textOf(args.some('engine'))));
  });
  const over = (
    name: string,
    variable: string,
    parameter: string,
    make: (m: Machine, url: UrlParts, extra: string | undefined) => ReadonlyMap<string, Plain>,
  ) =>
    reader(name, parameter, (m, args) => {
      const value = rawValue(m, args, variable, name, true);
      return m.each(value, (one) => {
        if (one.kind === 'unknown') return m.derive(one, { type: 'dict', truth: true });
        if (one.kind === 'none' && name === 'cache') return emptyDict();
        const url = urlOf(one);
        if (!url) return m.unknown(`\`env.${name}\` was given something that is not a URL`, { type: 'dict' });
        return parsedValue(m, () => make(m, url, textOf(args.some(parameter))));
      });
    });
  const cache = over('cache', 'CACHE_URL', 'backend', (m, url, backend) => environCache(url, backend, driversOf(m)));
  const email = over('email', 'EMAIL_URL', 'backend', (_, url, backend) => environEmail(url, backend));
  const search = over('search_url', 'SEARCH_URL', 'engine', (_, url, engine) => environSearch(url, engine));
  const channels = over('channels', 'CHANNELS_URL', 'backend', (_, url, backend) => environChannels(url, backend));
  return {
    url: method('environ.Env.url', '(self, var, default=)', (m, args) => rawValue(m, args, '', 'url', true), {
      unknowns: 'accept',
    }),
    path: method(
      'environ.Env.path',
      '(self, var, default=, **extra)',
      (m, args) => {
        const read = { value: undefined, name: 'path' };
        const value = getValue(m, args.get('self'), args.get('var'), read, args.optional('default'), false);
        return m.call(m.from('environ', 'Path'), [value], args.extra);
      },
      { unknowns: 'accept' },
    ),
    db,
    db_url: db,
    cache,
    cache_url: cache,
    email,
    email_url: email,
    search_url: search,
    channels,
    channels_url: channels,
  };
}

function reader(name: string, parameter: string, run: (machine: Machine, args: Bound) => PyValue): PyValue {
  return method(`environ.Env.${name}`, `(self, var=, default=, ${parameter}=)`, run, { unknowns: 'accept' });
}

function rawValue(machine: Machine, args: Bound, variable: string, name: string, asUrl: boolean): PyValue {
  const cast = { value: asUrl ? machine.from('urllib.parse', 'urlparse') : undefined, name };
  return getValue(
    machine,
    args.get('self'),
    args.optional('var') ?? str(variable),
    cast,
    args.optional('default'),
    asUrl,
  );
}

function databaseOf(machine: Machine, value: PyValue, engine: string | undefined): PyValue {
  if (value.kind === 'none') return emptyDict();
  const url = urlOf(value);
  if (url) return parsedValue(machine, () => environDatabaseOf(url, engine));
  const text = textOf(value);
  if (text !== undefined) return parsedValue(machine, () => environDatabase(text, engine));
  if (value.kind === 'unknown') return machine.derive(value, { type: 'dict', truth: true });
  return machine.unknown('`env.db` was given something that is not a URL', { type: 'dict' });
}

/** The parts of a `ParseResult`. */
function urlOf(value: PyValue): UrlParts | undefined {
  if (value.kind !== 'tuple' || value.cls?.name !== 'ParseResult') return undefined;
  const [scheme, netloc, path, params, query, fragment] = value.items.map(textOf);
  if (scheme === undefined || netloc === undefined || path === undefined) return undefined;
  return { scheme, netloc, path, params: params ?? '', query: query ?? '', fragment: fragment ?? '' };
}

function driversOf(machine: Machine): CacheDrivers {
  const own = 'django.core.cache.backends';
  const modern = djangoAtLeast(machine, 4, 0);
  const redis = declares(machine, 'django_redis')
    ? 'django_redis.cache.RedisCache'
    : modern === false
      ? 'redis_cache.RedisCache'
      : `${own}.redis.RedisCache`;
  const pymemcache =
    declares(machine, 'pymemcache') && djangoAtLeast(machine, 3, 2) !== false
      ? `${own}.memcached.PyMemcacheCache`
      : `${own}.memcached.PyLibMCCache`;
  return { redis, pymemcache };
}
