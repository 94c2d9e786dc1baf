/** django-cache-url: CACHES entries out of a URL; what its versions before 3.4.3 make otherwise is left unknown for them. */

import { type Plain, PythonError } from '../evaluate/library/plain.js';
import { parsedValue } from '../evaluate/library/plain-value.js';
import { parseInt10 } from '../evaluate/library/python-text.js';
import { hostOf, parseQuery, parseUrl, portOf, type UrlParts, userOf } from '../evaluate/library/url-parts.js';
import { type Bound, fn, type Machine, type NativeModule, textOf } from '../evaluate/native.js';
import { emptyDict, type PyValue, str } from '../evaluate/value.js';
import { packageAtLeast } from './package-version.js';
import { readVariable } from './process.js';
import { djangoVersion } from './surroundings.js';

/** The module `django_cache_url`. */
export const djangoCacheUrlModule: NativeModule = {
  standard: false,
  load: () => ({
    DEFAULT_ENV: str('CACHE_URL'),
    parse: fn('django_cache_url.parse', '(url)', (machine, args) => parse(machine, args.get('url')), {
      gives: { type: 'dict', truth: true },
    }),
    config: fn('django_cache_url.config', '(env=, default=)', config, { unknowns: 'accept' }),
  }),
};

const REDIS = 'django.core.cache.backends.redis.RedisCache';

/** Backends by scheme, in version 3.4; Redis is Django's own where it has one. */
function backendsOf(djangoMajor: number): ReadonlyMap<string, string> {
  const redis = djangoMajor < 4 ? 'django_redis.cache.RedisCache' : REDIS;
  const own = (name: string) => `django.core.cache.backends.${name}`;
  return new Map([
    ['db', own('db.DatabaseCache')],
    ['dummy', own('dummy.DummyCache')],
    ['elasticache', 'django_elasticache.memcached.ElastiCache'],
    ['file', own('filebased.FileBasedCache')],
    ['locmem', own('locmem.LocMemCache')],
    ['uwsgicache', 'uwsgicache.UWSGICache'],
    ['memcached', own('memcached.PyLibMCCache')],
    ['djangopylibmc', 'django_pylibmc.memcached.PyLibMCCache'],
    ['pymemcached', own('memcached.MemcachedCache')],
    ['pymemcache', own('memcached.PyMemcacheCache')],
    ['redis-cache', 'redis_cache.RedisCache'],
    ['redis', redis],
    ['rediss', redis],
    ['hiredis', redis],
  ]);
}

/** `django_cache_url.parse(url)`. */
function cacheOf(text: string, djangoMajor: number): Map<string, Plain> {
  const url = parseUrl(text);
  const args = new Map([...parseQuery(url.query)].map(([name, values]) => [name.toUpperCase(), values.join(';')]));
  const backends = backendsOf(djangoMajor);
  const lib = args.get('LIB');
  const scheme = backends.get(url.scheme);
  if (scheme === undefined) throw new PythonError('Exception', `Unknown backend: "${url.scheme}"`);
  const backend = (url.scheme.includes('redis') && lib !== undefined && backends.get(lib)) || scheme;
  const made = new Map<string, Plain>([['BACKEND', backend]]);
  const options = new Map<string, Plain>();
  if (url.scheme === 'hiredis') options.set('PARSER_CLASS', 'redis.connection.HiredisParser');
  if (url.netloc === '') made.set('LOCATION', fileLocation(url));
  else made.set('LOCATION', url.netloc.replaceAll(',', ';'));
  if (url.netloc !== '' && ['redis', 'rediss', 'hiredis'].includes(url.scheme)) {
    const { password } = userOf(url);
    const inLocation = lib === 'redis-cache' || backend === REDIS;
    if (password && !inLocation) options.set('PASSWORD', password);
    const port = portOf(url);
    const who = password && inLocation ? `:${password}@` : '';
    const place = `${hostOf(url) ?? 'None'}:${port === null || port === 0n ? 6379 : port}/${url.path.slice(1) || '0'}`;
    made.set('LOCATION', `${url.scheme === 'rediss' ? 'rediss' : 'redis'}://${who}${place}`);
    if (lib === 'redis-cache') poolOptions(args, options);
  }
  if (url.scheme === 'uwsgicache' && !made.get('LOCATION')) made.set('LOCATION', 'default');
  for (const name of ['MAX_ENTRIES', 'CULL_FREQUENCY']) {
    const value = args.get(name);
    if (value !== undefined) options.set(name, number(value));
    args.delete(name);
  }
  if (options.size > 0) made.set('OPTIONS', options);
  for (const [name, value] of args) made.set(name, value);
  return made;
}

function fileLocation(url: UrlParts): string {
  if (['memcached', 'pymemcached', 'pymemcache', 'djangopylibmc'].includes(url.scheme)) return `unix://${url.path}`;
  if (url.scheme !== 'redis' && url.scheme !== 'hiredis') return url.path;
  const db = /^.+?(\d+)/u.exec(url.path)?.[1];
  const path = db === undefined ? url.path : url.path.slice(0, Math.max(0, url.path.lastIndexOf('/')));
  return `unix://${path}?db=${db ?? '0'}`;
}

function number(text: string): bigint {
  const found = parseInt10(text);
  if (found === undefined) throw new PythonError('ValueError', `invalid literal for int() with base 10: '${text}'`);
  return found;
}

function poolOptions(args: ReadonlyMap<string, string>, options: Map<string, Plain>): void {
  for (const name of ['PARSER_CLASS', 'CONNECTION_POOL_CLASS']) {
    const value = args.get(name);
    if (value !== undefined) options.set(name, value);
  }
  const pool = new Map<string, Plain>();
  const [most, timeout] = [args.get('MAX_CONNECTIONS'), args.get('TIMEOUT')];
  if (most !== undefined) pool.set('max_connections', number(most));
  if (timeout !== undefined) pool.set('timeout', number(timeout));
  if (pool.size > 0) options.set('CONNECTION_POOL_CLASS_KWARGS', pool);
}

function parse(machine: Machine, value: PyValue): PyValue {
  if (value.kind === 'unknown') {
    for (const type of ['ValueError', 'KeyError']) machine.mayRaise(value, type);
    return machine.derive(value, { type: 'dict', truth: true });
  }
  const text = textOf(value);
  if (text === undefined)
    return machine.unknown('`django_cache_url` was given something that is not a str', { type: 'dict' });
  const plain = /^(?:db|dummy|locmem):\/\//u.test(text) && !text.includes('?');
  const [major] = djangoVersion(machine) ?? [];
  if (!plain && (!packageAtLeast(machine, 'django-cache-url', 3, 4, 3) || major === undefined))
    return machine.unknown('what django-cache-url makes of this URL depends on its version', {
      type: 'dict',
      truth: true,
    });
  return parsedValue(machine, () => cacheOf(text, major ?? 5));
}

function config(machine: Machine, args: Bound): PyValue {
  const name = textOf(args.optional('env') ?? str('CACHE_URL'));
  if (name === undefined) return machine.unknown('the name of the variable is not known', { type: 'dict' });
  const otherwise = args.optional('default') ?? str('locmem://');
  return readVariable(
    machine,
    { name, required: false, cast: 'cache URL', default: otherwise },
    'defaulted',
    (found) => {
      const value = found ?? otherwise;
      if (value.kind === 'none' || textOf(value) === '') return emptyDict();
      return machine.each(value, (one) => parse(machine, one));
    },
  );
}
