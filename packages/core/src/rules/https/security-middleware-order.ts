/** SecurityMiddleware behind middleware that answers by itself, so that these answers miss it. */
import { settings } from '../../facts/settings.js';
import { isKnown, stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { commonMiddleware, middlewareOf, securityMiddleware } from '../settings/middleware.js';

/** Django's own middleware that answers requests by itself, and with what. Others only do their work in vain. */
const answering: Readonly<Record<string, string>> = {
  [commonMiddleware]: 'redirects to addresses with a slash or www',
  'django.middleware.cache.FetchFromCacheMiddleware': 'pages from the cache',
  'django.contrib.flatpages.middleware.FlatpageFallbackMiddleware': 'flat pages',
  'django.contrib.redirects.middleware.RedirectFallbackMiddleware': 'redirects',
};

export const securityMiddlewareOrder = defineRule({
  id: 'https/security-middleware-order',
  title: 'Some answers do not pass SecurityMiddleware',
  sound: 'All answers pass SecurityMiddleware',
  category: 'security',
  severity: 'low',
  effort: minutes(5),
  risk: 'These answers go out over plain HTTP and without the headers that the settings promise, HSTS among them.',
  references: [docs('ref/middleware', 'middleware-ordering')],
  since: '0.1.0',
  needs: { settings },
  problems: { behind: '`{setting}` names SecurityMiddleware behind `{before}`, whose own answers ({what}) miss it.' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    // The middleware of old saw every answer on its way out, whoever gave it.
    middlewareOf(settings).name === 'MIDDLEWARE' &&
    isKnown(middlewareOf(settings).value) &&
    stringsOf(middlewareOf(settings).value).includes(securityMiddleware),
  *check({ settings }, { problem }) {
    const setting = middlewareOf(settings);
    const names = stringsOf(setting.value);
    const before = names.slice(0, names.indexOf(securityMiddleware)).find((name) => Object.hasOwn(answering, name));
    if (before === undefined) return;
    yield {
      ...problem('behind', setting, {
        setting: setting.name,
        before: before.slice(before.lastIndexOf('.') + 1),
        what: answering[before] ?? '',
      }),
      confidence: confidenceIn(settings, setting),
      remedy: {
        summary: 'Put it first.',
        code: `${setting.name} = [\n    '${securityMiddleware}',\n    # …\n]`,
        language: 'python',
        path: setting.at.path,
      },
    };
  },
});
