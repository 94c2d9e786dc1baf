/** Mirrors of django.core.checks.caches: a default cache, and file caches that are served or have no fixed place. */
import type { Value } from '@django-golive/core';
import { type Answer, anyOf, contains, entryOf, iterated, not, truth } from '../answer.js';
import { type LoadedSettings, pathText } from '../loaded.js';
import { check, type SettingsCheck } from './check.js';
import { isAbsolute, relationOf } from './paths.js';

const fileBackend = 'django.core.cache.backends.filebased.FileBasedCache';
const served = ['MEDIA_ROOT', 'STATIC_ROOT', 'STATICFILES_DIRS'];
/** Backends that are certainly no file caches: Django's own, and well-known packages'. */
const otherBackends =
  /^(django\.core\.cache\.backends\.(locmem|dummy|db|memcached|redis)\.|(django_redis|redis_cache|redis_lock|django_bmemcached|django_pylibmc|diskcache|uwsgicache|django_elasticache|django_prometheus|django_valkey|cachalot)\.)/;

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

function isFileCache(configuration: Value): Answer {
  const backend = entryOf(configuration, 'BACKEND');
  if (backend === 'crash' || backend === 'absent') return 'crash';
  if (backend?.kind !== 'str') return 'maybe';
  // What is no dotted path cannot be imported.
  if (!backend.value.includes('.')) return 'crash';
  if (backend.value === fileBackend) return 'yes';
  return otherBackends.test(backend.value) ? 'no' : 'maybe';
}

/** A location as text: `crash` where there is none, `undefined` where it is not known. */
function locationOf(configuration: Value): string | 'crash' | undefined {
  const location = entryOf(configuration, 'LOCATION');
  if (location === 'crash' || location === 'absent') return 'crash';
  return pathText(location);
}

function relative(settings: LoadedSettings): Answer {
  return overCaches(settings, (configuration) => {
    const file = isFileCache(configuration);
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
  const directories = servedDirectories(settings);
  if (directories === 'crash') return 'crash';
  if (directories.length === 0) return 'no';
  return overCaches(settings, (configuration) => {
    const file = isFileCache(configuration);
    if (file === 'no' || file === 'crash') return file;
    const location = entryOf(configuration, 'LOCATION');
    const text = location === 'absent' ? '' : location === 'crash' ? undefined : pathText(location);
    if (text === undefined) return 'maybe';
    const related = anyOf(directories, (directory) =>
      directory === undefined ? 'maybe' : relationOf(directory, text),
    );
    return file === 'yes' ? related : related === 'no' ? 'no' : 'maybe';
  });
}

/** One answer over all caches. All are made before anything is printed, so one that cannot be made loses the rest. */
function overCaches(settings: LoadedSettings, ask: (configuration: Value) => Answer): Answer {
  const all = configurations(settings);
  if (all === 'crash') return 'crash';
  if (!all) return 'maybe';
  const answers = all.map(ask);
  if (answers.includes('crash')) return 'crash';
  return answers.includes('yes') ? 'yes' : answers.includes('maybe') ? 'maybe' : 'no';
}

/** The directories whose files are served; `undefined` for one that is not known. */
function servedDirectories(settings: LoadedSettings): readonly (string | undefined)[] | 'crash' {
  const directories: (string | undefined)[] = [];
  for (const name of served) {
    const value = settings.get(name);
    if (!value || truth(value) === 'no') continue;
    const items = name === 'STATICFILES_DIRS' ? iterated(value) : [value];
    if (items === 'crash') return 'crash';
    const paths = name === 'STATICFILES_DIRS' ? (items ?? [undefined]).map(withoutPrefix) : [value];
    if (paths.some((path) => path !== undefined && isNoPath(path))) return 'crash';
    directories.push(...paths.map(pathText));
  }
  return directories;
}

/** An entry of STATICFILES_DIRS may be a pair of a prefix and a path. */
function withoutPrefix(item: Value | undefined): Value | undefined {
  return item?.kind === 'list' || item?.kind === 'tuple' ? item.items[1] : item;
}

/** Whether `pathlib.Path(value)` raises TypeError. */
function isNoPath(value: Value): boolean {
  return !['str', 'path', 'unknown', 'choice', 'object'].includes(value.kind);
}
