/** What a project keeps in its default cache, as far as its settings and its own code show. */
import type { Evidence } from '../../fact.js';
import type { Settings } from '../../facts/settings.js';
import { itemsOf, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { lineSpan, type Project } from '../../source.js';
import { middlewareOf } from '../settings/middleware.js';

/** A use of the default cache, with what depends on it in words. */
export interface CacheUse {
  /** "limits on requests", "whole pages": what lies there. */
  readonly what: string;
  readonly evidence: Evidence;
}

const notSite =
  /(^|\/)(tests?|testing|migrations|docs?|examples?|benchmarks?|node_modules|venv|\.venv|env|site-packages)(\/|$)|(^|\/)(test_[^/]*|[^/]*_tests?|tests|conftest)\.py$/;

const uses: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^\s*throttle_classes\s*=\s*[[(]\s*\w|@throttle_classes\(\s*[[(]\s*\w/, 'limits on requests'],
  [/^\s*(from django_ratelimit|from ratelimit\.(decorators|core|mixins)) import\b/, 'limits on requests'],
  [/^\s*from django\.views\.decorators\.cache import\b.*\bcache_page\b/, 'whole pages'],
  [/^\s*from django\.core\.cache import\s+\(?(?:\w+,\s*)*cache\b/, 'what its code puts there'],
  [/^\s*from django\.core import\b.*\bcache\b/, 'what its code puts there'],
];

/** The use of the default cache that matters most; `undefined` where none is to be seen. */
export function cacheUse(project: Project, settings: Settings): CacheUse | undefined {
  return (
    limitsInSettings(settings) ??
    usesInCode(project, settings.files, 'limits on requests') ??
    sessionsIn(settings) ??
    pagesIn(settings) ??
    usesInCode(project, settings.files) ??
    fragmentsIn(project)
  );
}

/** Django REST framework and django-axes count in the default cache. */
function limitsInSettings(settings: Settings): CacheUse | undefined {
  const rest = settings.get('REST_FRAMEWORK');
  const what = 'limits on requests';
  if (
    itemsOf(lookup(rest.value, 'DEFAULT_THROTTLE_CLASSES')).length > 0 &&
    lookup(rest.value, 'DEFAULT_THROTTLE_RATES') !== undefined
  )
    return { what, evidence: { at: rest.at, note: '`DEFAULT_THROTTLE_CLASSES` is set.' } };
  const axes = settings.get('AXES_HANDLER');
  if (stringOf(axes.value)?.includes('AxesCacheHandler'))
    return { what, evidence: { at: axes.at, note: 'django-axes counts in the cache.' } };
  return undefined;
}

/** Sessions that are read from the cache first. Those that lie nowhere else are judged by a rule of their own. */
function sessionsIn(settings: Settings): CacheUse | undefined {
  const engine = settings.get('SESSION_ENGINE');
  const alias = stringOf(settings.get('SESSION_CACHE_ALIAS').value) ?? 'default';
  if (stringOf(engine.value) !== 'django.contrib.sessions.backends.cached_db' || alias !== 'default') return undefined;
  return { what: 'sessions', evidence: { at: engine.at, note: 'Sessions are read from the cache first.' } };
}

function pagesIn(settings: Settings): CacheUse | undefined {
  const middleware = middlewareOf(settings);
  const alias = stringOf(settings.get('CACHE_MIDDLEWARE_ALIAS').value) ?? 'default';
  const runs = stringsOf(middleware.value).includes('django.middleware.cache.FetchFromCacheMiddleware');
  if (!runs || alias !== 'default') return undefined;
  return { what: 'whole pages', evidence: { at: middleware.at, note: 'Pages are taken from the cache.' } };
}

function usesInCode(project: Project, settingsFiles: readonly string[], only?: string): CacheUse | undefined {
  for (const path of project.paths) {
    if (!path.endsWith('.py') || notSite.test(path) || settingsFiles.includes(path)) continue;
    const file = project.file(path);
    if (!file || !/cache|throttle_classes|ratelimit/.test(file.text)) continue;
    for (const [index, line] of file.text.split(/\r\n|\r|\n/).entries()) {
      const what = uses.find(([pattern, word]) => (only === undefined || word === only) && pattern.test(line))?.[1];
      if (what !== undefined)
        return { what, evidence: { at: file.at(lineSpan(file.text, index + 1)), note: 'The cache is used here.' } };
    }
  }
  return undefined;
}

function fragmentsIn(project: Project): CacheUse | undefined {
  for (const path of project.paths) {
    if (!/\.(html?|txt|xml)$/.test(path) || !/(^|\/)templates\//.test(path) || notSite.test(path)) continue;
    const file = project.file(path);
    const at = file?.text.search(/\{%\s*load\s[^%]*\bcache\b/) ?? -1;
    if (file && at >= 0)
      return {
        what: 'parts of pages',
        evidence: { at: file.at({ start: at, end: at + 1 }), note: 'A template keeps parts of a page.' },
      };
  }
  return undefined;
}
