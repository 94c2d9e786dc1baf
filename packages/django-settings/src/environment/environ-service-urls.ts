/** django-environ's `env.cache`, `env.email`, `env.search_url` and `env.channels`. */

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
import { literalOption } from './environ-database-url.js';
import { environBool } from './truth-words.js';
import type { AtLeast } from './version.js';

const IMPROPER = 'django.core.exceptions.ImproperlyConfigured';

/** What a URL is read with: `given` is the argument `backend` or `engine`. */
export interface ServiceRules {
  readonly atLeast: AtLeast;
  readonly schemes: ReadonlyMap<string, string>;
  readonly given: string | undefined;
}

const CACHE_TOP_LEVEL = new Set(['TIMEOUT', 'KEY_PREFIX', 'VERSION', 'KEY_FUNCTION', 'BINARY']);

/** `Env.cache_url_config(url, backend)`. */
export function environCache(url: UrlParts, { atLeast, schemes, given }: ServiceRules): Map<string, Plain> {
  const known = schemes.get(url.scheme);
  if (known === undefined) {
    if (!atLeast(0, 5)) throw new PythonError('KeyError', url.scheme);
    throw new PythonError(IMPROPER, `Invalid cache schema ${url.scheme}`);
  }
  const query = parseQuery(url.query);
  const location = cacheLocation(url, atLeast);
  const config = new Map<string, Plain>([
    ['BACKEND', known],
    ['LOCATION', atLeast(0, 13) ? withDatabase(location, url, query) : location],
  ]);
  const own = given !== undefined && given !== '' ? given : undefined;
  if (atLeast(0, 13) && own !== undefined) config.set('BACKEND', own);
  // Since 0.13 Django's own backend gets its options in lower case, and an empty query is none.
  const lower = atLeast(0, 13) && config.get('BACKEND') === 'django.core.cache.backends.redis.RedisCache';
  if (atLeast(0, 13) ? query.size > 0 : url.query !== '') {
    const options = new Map<string, Plain>();
    for (const [name, [value = '']] of query) {
      const key = lower ? name.toLowerCase() : name.toUpperCase();
      (CACHE_TOP_LEVEL.has(name.toUpperCase()) ? config : options).set(key, literalOption(value, atLeast));
    }
    config.set('OPTIONS', options);
  }
  if (!atLeast(0, 13) && own !== undefined) config.set('BACKEND', own);
  return config;
}

/** Since 0.13 a Unix socket of Redis keeps its `?db=`. */
function withDatabase(location: Plain, url: UrlParts, query: Map<string, string[]>): Plain {
  if (!url.scheme.startsWith('redis') || hostOf(url) !== null) return location;
  const name = [...query.keys()].find((key) => key.toLowerCase() === 'db');
  if (name === undefined) return location;
  const suffix = `?db=${query.get(name)?.[0] ?? ''}`;
  query.delete(name);
  return Array.isArray(location) ? location.map((one) => `${one}${suffix}`) : `${location}${suffix}`;
}

function cacheLocation(url: UrlParts, atLeast: AtLeast): Plain {
  const places = url.netloc.split(',');
  const memcache = url.scheme === 'memcache' || url.scheme === 'pymemcache';
  if (memcache && (atLeast(0, 8) ? url.netloc === '' : url.path !== '')) return `unix:${url.path}`;
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
export function environEmail(url: UrlParts, { atLeast, schemes, given }: ServiceRules): Map<string, Plain> {
  const { username, password } = userOf(url);
  const decode = atLeast(0, 9) ? unquote : unquotePlus;
  const config = new Map<string, Plain>([
    ['EMAIL_FILE_PATH', unquotePlus(url.path.slice(1).split('?')[0] ?? '')],
    ['EMAIL_HOST_USER', username === null ? null : decode(username)],
    ['EMAIL_HOST_PASSWORD', password === null ? null : decode(password)],
    ['EMAIL_HOST', hostOf(url)],
    ['EMAIL_PORT', portOf(url)],
  ]);
  const known = schemes.get(url.scheme);
  if (given !== undefined && given !== '') config.set('EMAIL_BACKEND', given);
  else if (known === undefined) throw new PythonError(IMPROPER, `Invalid email schema ${url.scheme}`);
  else config.set('EMAIL_BACKEND', known);
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
export function environChannels(url: UrlParts, { atLeast, schemes, given }: ServiceRules): Map<string, Plain> {
  if (given !== undefined && given !== '') return new Map<string, Plain>([['BACKEND', given]]);
  const known = schemes.get(url.scheme);
  if (known === undefined) throw new PythonError(IMPROPER, `Invalid channels schema ${url.scheme}`);
  const config = new Map<string, Plain>([['BACKEND', known]]);
  if (url.scheme.startsWith('redis')) {
    const scheme = atLeast(0, 13) ? (url.scheme.split('+')[0] ?? '') : 'redis';
    config.set('CONFIG', new Map<string, Plain>([['hosts', [unparseUrl({ ...url, scheme })]]]));
  }
  return config;
}

/** `Env.search_url_config(url, engine)`. */
export function environSearch(url: UrlParts, { atLeast, schemes, given }: ServiceRules): Map<string, Plain> {
  const secure = atLeast(0, 11) && /^elasticsearch[257]?s$/u.test(url.scheme);
  const elastic = secure || url.scheme.startsWith('elasticsearch');
  const known = schemes.get(secure ? url.scheme.slice(0, -1) : url.scheme);
  const path = unquotePlus(url.path.slice(1).split('?')[0] ?? '').replace(/\/$/u, '');
  if (known === undefined) throw new PythonError(IMPROPER, `Invalid search schema ${url.scheme}`);
  const params = parseQuery(url.query);
  const config = new Map<string, Plain>([['ENGINE', known]]);
  const first = (name: string) => params.get(name)?.[0];
  const excluded = first('EXCLUDED_INDEXES');
  const spelling = first('INCLUDE_SPELLING');
  if (excluded !== undefined) config.set('EXCLUDED_INDEXES', excluded.split(','));
  if (spelling !== undefined) config.set('INCLUDE_SPELLING', environBool(spelling, atLeast));
  setInt(config, 'BATCH_SIZE', first('BATCH_SIZE'));
  if (url.scheme === 'simple') return config;
  const options = first('KWARGS');
  if (elastic || url.scheme === 'solr') {
    // Before 0.11 KWARGS came first.
    if (options !== undefined && !atLeast(0, 11)) config.set('KWARGS', options);
    const slash = path.lastIndexOf('/');
    const kept = elastic ? path.slice(0, Math.max(0, slash)) : path;
    const http = { ...url, scheme: secure ? 'https' : 'http', params: '', query: '', fragment: '' };
    config.set('URL', unparseUrl({ ...http, path: kept }));
    setInt(config, 'TIMEOUT', first('TIMEOUT'));
    if (options !== undefined) config.set('KWARGS', options);
    return elastic ? config.set('INDEX_NAME', path.slice(slash + 1)) : config;
  }
  config.set('PATH', `/${path}`);
  const storage = first('STORAGE');
  const flags = first('FLAGS');
  if (url.scheme === 'whoosh') {
    if (storage !== undefined) config.set('STORAGE', storage);
    setInt(config, 'POST_LIMIT', first('POST_LIMIT'));
  } else if (url.scheme === 'xapian' && flags !== undefined) config.set('FLAGS', flags);
  if (given !== undefined && given !== '') config.set('ENGINE', given);
  return config;
}

function setInt(config: Map<string, Plain>, name: string, text: string | undefined): void {
  if (text !== undefined) config.set(name, int10(text));
}
