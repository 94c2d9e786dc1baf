/** The two halves of the page cache in places where they keep pages for the wrong visitors. */
import { truthOf } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { isKnown, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { middlewareOf, sessionMiddleware } from '../settings/middleware.js';

const update = 'django.middleware.cache.UpdateCacheMiddleware';
const fetchFrom = 'django.middleware.cache.FetchFromCacheMiddleware';
const locale = 'django.middleware.locale.LocaleMiddleware';

export const middlewareOrder = defineRule({
  id: 'cache/middleware-order',
  title: 'Cached pages reach visitors they were not made for',
  sound: 'Cached pages are told apart by visitor and language',
  category: 'caching-performance',
  severity: 'high',
  effort: minutes(10),
  risk: 'A page made for one signed-in visitor is shown to others, or in a language that they did not choose.',
  references: [cwe(524), docs('topics/cache', 'order-of-middleware'), docs('ref/middleware', 'middleware-ordering')],
  since: '0.1.0',
  needs: { settings },
  problems: {
    visitor:
      'UpdateCacheMiddleware stands behind SessionMiddleware: it keeps pages before they are marked as depending on the session.',
    language:
      'FetchFromCacheMiddleware stands before LocaleMiddleware: it looks for pages before the language is known.',
  },
  when: ({ settings }) => {
    const { value } = middlewareOf(settings);
    return (
      hasFinalValues(settings) && isKnown(value) && [update, fetchFrom].every((name) => stringsOf(value).includes(name))
    );
  },
  *check({ settings }, { problem }) {
    const setting = middlewareOf(settings);
    const names = stringsOf(setting.value);
    const place = (name: string): number => names.indexOf(name);
    const wrong = {
      confidence: confidenceIn(settings, setting),
      remedy: {
        summary: 'Put UpdateCacheMiddleware first and FetchFromCacheMiddleware last.',
        code: `${setting.name} = [\n    '${update}',\n    # … the entries there are now\n    '${fetchFrom}',\n]`,
        language: 'python' as const,
        path: setting.at.path,
      },
    };
    if (place(sessionMiddleware) >= 0 && place(sessionMiddleware) < place(update))
      yield { ...problem('visitor', { ...setting, subject: `${setting.subject}:visitor` }), ...wrong };
    if (place(locale) > place(fetchFrom) && truthOf(settings.get('USE_I18N').value) === 'yes')
      yield { ...problem('language', { ...setting, subject: `${setting.subject}:language` }), ...wrong };
  },
});
