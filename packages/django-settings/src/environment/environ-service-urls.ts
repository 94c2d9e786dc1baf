/** django-environ's `env.cache`, `env.email`, `env.search_url` and `env.channels`. */

import { literalOrText } from '../evaluate/library/literal.js';
import type { Plain } from '../evaluate/library/plain.js';
import { PythonError } from '../evaluate/library/plain.js';
import { digitsAsInt, int10 } from '../evaluate/library/python-text.js';
import {
  hostOf,
  parseQuery,
  portOf,
  type UrlParts,
  unparseUrl,
  unquote,
  unquotePlus,
  userOf,
} from '../evaluate/library/url-parts.js';
import { environBool } from './truth-words.js';

const IMPROPER = 'django.core.exceptions.ImproperlyConfigured';

/** The backends that depend on what is installed. */
export interface CacheDrivers {
  readonly redis: string;
  readonly pymemcache: string;
}

const CACHE_TOP_LEVEL = new Set(['TIMEOUT', 'KEY_PREFIX', 'VERSION', 'KEY_FUNCTION', 'BINARY']);

function cacheBackend(scheme: string, drivers: CacheDrivers): string | undefined {
  const own = 'django.core.cache.backends';
  const backends: Readonly<Record<string, string>> = {
    dbcache: `${own}.db.DatabaseCache`,
    dummycache: `${own}.dummy.DummyCache`,
    filecache: `${own}.filebased.FileBasedCache`,
    locmemcache: `${own}.locmem.LocMemCache`,
    memcache: `${own}.memcached.MemcachedCache`,
    pymemcache: drivers.pymemcache,
    pylibmc: `${own}.memcached.PyLibMCCache`,
    rediscache: drivers.redis,
    redis: drivers.redis,
    rediss: drivers.redis,
  };
  return Object.hasOwn(backends, scheme) ? backends[scheme] : undefined;
}

/** `Env.cache_url_config(url, backend)`. */
export function environCache(url: UrlParts, backend: string | undefined, drivers: CacheDrivers): Map<string, Plain> {
  const known = cacheBackend(url.scheme, drivers);
  if (known === undefined) throw new PythonError(IMPROPER, `Invalid cache schema ${url.scheme}`);
  const config = new Map<string, Plain>([
    ['BACKEND', known],
    ['LOCATION', cacheLocation(url)],
  ]);
  if (url.query !== '') {
    const options = new Map<string, Plain>();
    for (const [name, [value = '']] of parseQuery(url.query)) {
      const key = name.toUpperCase();
      (CACHE_TOP_LEVEL.has(key) ? config : options).set(key, literalOrText(value));
    }
    config.set('OPTIONS', options);
  }
  if (backend !== undefined && backend !== '') config.set('BACKEND', backend);
  return config;
}

function cacheLocation(url: UrlParts): Plain {
  const places = url.netloc.split(',');
  if (url.netloc === '' && (url.scheme === 'memcache' || url.scheme === 'pymemcache')) return `unix:${url.path}`;
  if (url.scheme.startsWith('redis')) {
    const scheme = hostOf(url) === null ? 'unix' : url.scheme.replaceAll('cache', '');
    return oneOrMany(places.map((place) => `${scheme}://${place}${url.path}`));
  }
  return url.scheme === 'filecache' ? url.netloc + url.path : oneOrMany(places);
}

function oneOrMany(places: readonly string[]): Plain {
  return places.length === 1 ? (places[0] ?? '') : places;
}

/** `Env.email_url_config(url, backend)`. */
export function environEmail(url: UrlParts, backend: string | undefined): Map<string, Plain> {
  const { username, password } = userOf(url);
  const config = new Map<string, Plain>([
    ['EMAIL_FILE_PATH', unquotePlus(url.path.slice(1).split('?')[0] ?? '')],
    ['EMAIL_HOST_USER', username === null ? null : unquote(username)],
    ['EMAIL_HOST_PASSWORD', password === null ? null : unquote(password)],
    ['EMAIL_HOST', hostOf(url)],
    ['EMAIL_PORT', portOf(url)],
  ]);
  const classes: Readonly<Record<string, string>> = {
    smtp: 'smtp',
    smtps: 'smtp',
    'smtp+tls': 'smtp',
    'smtp+ssl': 'smtp',
    consolemail: 'console',
    filemail: 'filebased',
    memorymail: 'locmem',
    dummymail: 'dummy',
  };
  if (backend !== undefined && backend !== '') config.set('EMAIL_BACKEND', backend);
  else if (!Object.hasOwn(classes, url.scheme)) throw new PythonError(IMPROPER, `Invalid email schema ${url.scheme}`);
  else config.set('EMAIL_BACKEND', `django.core.mail.backends.${classes[url.scheme]}.EmailBackend`);
  if (url.scheme === 'smtps' || url.scheme === 'smtp+tls') config.set('EMAIL_USE_TLS', true);
  else if (url.scheme === 'smtp+ssl') config.set('EMAIL_USE_SSL', true);
  if (url.query !== '') {
    const options = new Map<string, Plain>();
    for (const [name, [value = '']] of parseQuery(url.query)) {
      const key = name.toUpperCase();
      const top = key === 'EMAIL_USE_TLS' || key === 'EMAIL_USE_SSL';
      (top ? config : options).set(key, digitsAsInt(value));
    }
    config.set('OPTIONS', options);
  }
  return config;
}

/** `Env.channels_url_config(url, backend)`. */
export function environChannels(url: UrlParts, backend: string | undefined): Map<string, Plain> {
  if (backend !== undefined && backend !== '') return new Map<string, Plain>([['BACKEND', backend]]);
  const classes: Readonly<Record<string, string>> = {
    inmemory: 'channels.layers.InMemoryChannelLayer',
    redis: 'channels_redis.core.RedisChannelLayer',
    'redis+pubsub': 'channels_redis.pubsub.RedisPubSubChannelLayer',
  };
  const known = Object.hasOwn(classes, url.scheme) ? classes[url.scheme] : undefined;
  if (known === undefined) throw new PythonError(IMPROPER, `Invalid channels schema ${url.scheme}`);
  const config = new Map<string, Plain>([['BACKEND', known]]);
  if (url.scheme !== 'inmemory') {
    config.set('CONFIG', new Map<string, Plain>([['hosts', [unparseUrl({ ...url, scheme: 'redis' })]]]));
  }
  return config;
}

/** `Env.search_url_config(url, engine)`. */
export function environSearch(url: UrlParts, engine: string | undefined): Map<string, Plain> {
  const elastic = /^elasticsearch[257]?(s?)$/u.exec(url.scheme);
  const scheme = elastic?.[1] === 's' ? url.scheme.slice(0, -1) : url.scheme;
  const known = searchEngine(scheme);
  if (known === undefined) throw new PythonError(IMPROPER, `Invalid search schema ${url.scheme}`);
  const params = parseQuery(url.query);
  const config = new Map<string, Plain>([['ENGINE', known]]);
  const first = (name: string) => params.get(name)?.[0];
  const excluded = first('EXCLUDED_INDEXES');
  const spelling = first('INCLUDE_SPELLING');
  if (excluded !== undefined) config.set('EXCLUDED_INDEXES', excluded.split(','));
  if (spelling !== undefined) config.set('INCLUDE_SPELLING', environBool(spelling));
  setInt(config, 'BATCH_SIZE', first('BATCH_SIZE'));
  if (url.scheme === 'simple') return config;
  const path = unquotePlus(url.path.slice(1).split('?')[0] ?? '').replace(/\/$/u, '');
  if (elastic || url.scheme === 'solr') {
    const slash = path.lastIndexOf('/');
    const kept = elastic ? path.slice(0, Math.max(0, slash)) : path;
    const http = { ...url, scheme: elastic?.[1] === 's' ? 'https' : 'http', params: '', query: '', fragment: '' };
    config.set('URL', unparseUrl({ ...http, path: kept }));
    setInt(config, 'TIMEOUT', first('TIMEOUT'));
    const options = first('KWARGS');
    if (options !== undefined) config.set('KWARGS', options);
    return elastic ? config.set('INDEX_NAME', path.slice(slash + 1)) : config;
  }
  config.set('PATH', `/${path}`);
  const storage = first('STORAGE');
  const flags = first('FLAGS');
  if (url.scheme === 'whoosh') {
    if (storage !== undefined) config.set('STORAGE', storage);
    setInt(config, 'POST_LIMIT', first('POST_LIMIT'));
  } else if (flags !== undefined) config.set('FLAGS', flags);
  if (engine !== undefined && engine !== '') config.set('ENGINE', engine);
  return config;
}

function searchEngine(scheme: string): string | undefined {
  const version = /^elasticsearch([257]?)$/u.exec(scheme)?.[1];
  if (version !== undefined) {
    return `haystack.backends.elasticsearch${version}_backend.Elasticsearch${version}SearchEngine`;
  }
  const engines: Readonly<Record<string, string>> = {
    solr: 'Solr',
    whoosh: 'Whoosh',
    xapian: 'Xapian',
    simple: 'Simple',
  };
  if (!Object.hasOwn(engines, scheme)) return undefined;
  return `haystack.backends.${scheme}_backend.${engines[scheme]}Engine`;
}

function setInt(config: Map<string, Plain>, name: string, text: string | undefined): void {
  if (text !== undefined) config.set(name, int10(text));
}
