/** What a project keeps in its default cache, as far as its settings and its own code show. */
import type { Evidence } from '../../fact.js';
import type { Settings } from '../../facts/settings.js';
import { lineIn, type Source, type Sources, siteCode } from '../../facts/sources.js';
import type { Templates } from '../../facts/templates.js';
import { itemsOf, lacks, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import type { Project } from '../../source.js';
import { middlewareOf } from '../settings/middleware.js';

/** A use of the default cache, with what depends on it in words. */
export interface CacheUse {
  /** "limits on requests", "whole pages": what lies there. */
  readonly what: string;
  readonly evidence: Evidence;
}

const uses: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^\s*throttle_classes\s*=\s*[[(]\s*\w|@throttle_classes\(\s*[[(]\s*\w/, 'limits on requests'],
  [/^\s*(from django_ratelimit|from ratelimit\.(decorators|core|mixins)) import\b/, 'limits on requests'],
  [/^\s*from django\.views\.decorators\.cache import\b.*\bcache_page\b/, 'whole pages'],
  [/^\s*from django\.core\.cache import\s+\(?(?:\w+,\s*)*cache\b/, 'what its code puts there'],
  [/^\s*from django\.core import\b.*\bcache\b/, 'what its code puts there'],
];

/** The use of the default cache that matters most; `undefined` where none is to be seen. */
export function cacheUse(
  project: Project,
  settings: Settings,
  sources: Sources,
  templates: Templates,
): CacheUse | undefined {
  const code = siteCode(sources, settings);
  return (
    limitsInSettings(settings) ??
    usesInCode(project, code, 'limits on requests') ??
    sessionsIn(settings) ??
    pagesIn(settings) ??
    usesInCode(project, code) ??
    fragmentsIn(project, settings, templates)
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

function usesInCode(project: Project, code: readonly Source[], only?: string): CacheUse | undefined {
  for (const { path } of code) {
    for (const [pattern, what] of uses) {
      // On a tag the decorator keeps no page: it looks for a request there and finds none.
      if (what === 'whole pages' && /(^|\/)templatetags\//.test(path)) continue;
      const at = only === undefined || what === only ? lineIn(project, path, pattern) : undefined;
      if (at) return { what, evidence: { at, note: 'The cache is used here.' } };
    }
  }
  return undefined;
}

/** Parts of pages lie in the default cache unless another one has the name that Django looks for first. */
function fragmentsIn(project: Project, settings: Settings, templates: Templates): CacheUse | undefined {
  if (!lacks(settings.get('CACHES').value, 'template_fragments')) return undefined;
  for (const { path, tags } of templates.files) {
    const tag = tags.find(({ name, words }) => name === 'cache' && !words.some((word) => word.startsWith('using=')));
    const at = tag && project.file(path)?.at(tag.span);
    if (at) return { what: 'parts of pages', evidence: { at, note: 'A template keeps parts of a page.' } };
  }
  return undefined;
}
