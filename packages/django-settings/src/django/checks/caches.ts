/** Mirrors of django.core.checks.caches: a default cache, and file caches that are served or have no fixed place. */
import type { Value } from '@django-golive/core';
import { type Answer, anyOf, anyOfAll, contains, entryOf, iterated, maybeNoText, not, truth } from '../answer.js';
import { type LoadedSettings, pathText } from '../loaded.js';
import { atLeast, before } from '../series.js';
import { check, type SettingsCheck } from './check.js';
import { isAbsolute, relationOf } from './paths.js';

const fileBackend = 'django.core.cache.backends.filebased.FileBasedCache';
const served = ['MEDIA_ROOT', 'STATIC_ROOT', 'STATICFILES_DIRS'];
/** Django's other backends, with the series that have them. */
const djangoBackends: readonly (readonly [path: string, since: string, removed?: string])[] = [
  ['locmem.LocMemCache', '1.8'],
  ['dummy.DummyCache', '1.8'],
  ['db.DatabaseCache', '1.8'],
  ['memcached.MemcachedCache', '1.8', '4.1'],
  ['memcached.PyLibMCCache', '1.8'],
  ['memcached.PyMemcacheCache', '3.2'],
  ['redis.RedisCache', '4.0'],
];
/** Well-known packages whose backends are certainly no file caches. */
const otherBackends =
  /^(django_redis|redis_cache|redis_lock|django_bmemcached|django_pylibmc|diskcache|uwsgicache|django_elasticache|django_prometheus|django_valkey|cachalot)\./;

export const cacheChecks: readonly SettingsCheck[] = [
  check('caches.E001', ['CACHES'], (settings) => not(contains(settings.get('CACHES'), 'default'))),
  check('caches.W002', ['CACHES', ...served], exposed, { since: '3.2' }),
  check('caches.W003', ['CACHES'], relative, { since: '3.2' }),
];

/** The configurations of the caches; `crash` where CACHES is no dict, `undefined` where they are not all known. */
function configurations(settings: LoadedSettings): readonly Value[] | 'crash' | undefined {
  const caches = settings.get('CACHES');
  if (caches?.kind === 'unknown' || caches?.kind === 'choice' || caches?.kind === 'object') return undefined;
  return caches?.kind === 'dict' ? caches.entries.map(([, value]) => value) : 'crash';
}

function isFileCache(configuration: Value, series: string): Answer {
  const backend = entryOf(configuration, 'BACKEND');
  if (backend === 'crash' || backend === 'absent') return 'crash';
  if (backend?.kind !== 'str') return 'maybe';
  // What is no dotted path cannot be imported.
  if (!backend.value.includes('.')) return 'crash';
  if (backend.value === fileBackend) return 'yes';
  if (!backend.value.startsWith('django.')) return otherBackends.test(backend.value) ? 'no' : 'maybe';
  const own = djangoBackends.find(([path]) => backend.value === `django.core.cache.backends.${path}`);
  // One that this series does not have cannot be imported.
  return own && atLeast(series, own[1]) && (own[2] === undefined || before(series, own[2])) ? 'no' : 'crash';
}

/** A location as text: `crash` where there is none, `undefined` where it is not known. */
function locationOf(configuration: Value): string | 'crash' | undefined {
  const location = entryOf(configuration, 'LOCATION');
  if (location === 'crash' || location === 'absent' || (location && isNoPath(location))) return 'crash';
  return pathText(location);
}

function relative(settings: LoadedSettings): Answer {
  return overCaches(settings, (configuration) => {
    const file = isFileCache(configuration, settings.series);
    if (file !== 'yes') return file === 'maybe' && absoluteLocation(configuration) ? 'no' : file;
    const location = locationOf(configuration);
    if (location === 'crash') return 'crash';
    return location === undefined ? 'maybe' : isAbsolute(location) ? 'no' : 'yes';
  });
}

function absoluteLocation(configuration: Value): boolean {
  const location = locationOf(configuration);
  return location !== undefined && location !== 'crash' && isAbsolute(location);
}

function exposed(settings: LoadedSettings): Answer {
  const found = servedDirectories(settings);
  if (found === 'crash') return 'crash';
  const { directories, mayRaise } = found;
  if (directories.length === 0) return 'no';
  const answer = overCaches(settings, (configuration) => {
    const file = isFileCache(configuration, settings.series);
    if (file === 'no' || file === 'crash') return file;
    const location = entryOf(configuration, 'LOCATION');
    if (typeof location === 'object' && isNoPath(location)) return file === 'yes' ? 'crash' : 'maybe';
    const text = location === 'absent' ? '' : location === 'crash' ? undefined : pathText(location);
    if (text === undefined) return 'maybe';
    const related = anyOf(directories, (directory) =>
      directory === undefined ? 'maybe' : relationOf(directory, text),
    );
    return file === 'yes' ? related : related === 'no' ? 'no' : 'maybe';
  });
  return answer === 'yes' && mayRaise ? 'maybe' : answer;
}

/** One answer over all caches. All are made before anything is printed, so one that cannot be made loses the rest. */
function overCaches(settings: LoadedSettings, ask: (configuration: Value) => Answer): Answer {
  const all = configurations(settings);
  if (all === 'crash') return 'crash';
  if (!all) return 'maybe';
  const mayRaise = all.some((configuration) => isOpen(configuration, settings.series));
  return anyOfAll(all.map(ask), mayRaise);
}

/** Whether making a cache may raise: its class or its place is not known. */
function isOpen(configuration: Value, series: string): boolean {
  if (isFileCache(configuration, series) === 'maybe') return true;
  const location = entryOf(configuration, 'LOCATION');
  return location === undefined || (typeof location === 'object' && maybeNoText(location));
}

interface Served {
  /** `undefined` for one that is not known. */
  readonly directories: readonly (string | undefined)[];
  /** Whether one of them may be no path. */
  readonly mayRaise: boolean;
}

/** The directories whose files are served. */
function servedDirectories(settings: LoadedSettings): Served | 'crash' {
  const directories: (string | undefined)[] = [];
  let mayRaise = false;
  for (const name of served) {
    const value = settings.get(name);
    if (!value || truth(value) === 'no') continue;
    const items = name === 'STATICFILES_DIRS' ? iterated(value) : [value];
    if (items === 'crash') return 'crash';
    const paths = name === 'STATICFILES_DIRS' ? (items ?? [undefined]).map(withoutPrefix) : [value];
    if (paths.some((path) => path !== undefined && isNoPath(path))) return 'crash';
    mayRaise ||= paths.some((path) => path === undefined || maybeNoText(path));
    directories.push(...paths.map(pathText));
  }
  return { directories, mayRaise };
}

/** An entry of STATICFILES_DIRS may be a pair of a prefix and a path. */
function withoutPrefix(item: Value | undefined): Value | undefined {
  return item?.kind === 'list' || item?.kind === 'tuple' ? item.items[1] : item;
}

/** Whether `pathlib.Path(value)` raises TypeError. */
function isNoPath(value: Value): boolean {
  return !['str', 'path', 'unknown', 'choice', 'object'].includes(value.kind);
}
