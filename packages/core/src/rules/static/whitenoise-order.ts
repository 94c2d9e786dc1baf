/** WhiteNoise behind middleware that answers before it. */
import { settings } from '../../facts/settings.js';
import { isAssigned, isKnown, stringsOf } from '../../facts/value-reading.js';
import { defineRule, minutes, web } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { middlewareOf, securityMiddleware } from '../settings/middleware.js';
import { staticStorage, whitenoiseMiddleware, writesLocally } from './static-settings.js';
import { whitenoiseInFront } from './whitenoise.js';

/** What may stand before it: it adds headers or counts, and does not look at sessions or who is signed in. */
const harmless =
  /Security|Cors|Prometheus|Metrics|HealthCheck|Health|GZip|XForwarded|RequestId|Correlation|Csp|ContentSecurityPolicy|Heroku|SSLRedirect|SSLMiddleware|Sentry|OpenTelemetry|Logging|ServerTiming|Permissions/i;

export const whitenoiseOrder = defineRule({
  id: 'static/whitenoise-order',
  title: 'WhiteNoise stands too far back in the middleware',
  sound: 'WhiteNoise stands at the front of the middleware',
  category: 'static-media',
  severity: 'low',
  effort: minutes(5),
  risk: 'Each style and script goes through sessions and sign-in first, and a redirect meant for pages can hit them.',
  references: [
    web('WhiteNoise: Enable WhiteNoise', 'https://whitenoise.readthedocs.io/en/stable/django.html#enable-whitenoise'),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: { behind: '`{setting}` names WhiteNoise behind `{before}`.' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    isKnown(middlewareOf(settings).value) &&
    // Files that a storage takes elsewhere are not handed out here, unless a directory of their own is.
    (writesLocally(staticStorage(settings)) || isAssigned(settings.get('WHITENOISE_ROOT'))) &&
    stringsOf(middlewareOf(settings).value).includes(whitenoiseMiddleware),
  *check({ settings }, { problem }) {
    const setting = middlewareOf(settings);
    const names = stringsOf(setting.value);
    const before = names
      .slice(0, names.indexOf(whitenoiseMiddleware))
      .find((name) => name !== securityMiddleware && !harmless.test(name));
    // Middleware of the project's own may have its reasons; Django's never does.
    if (before === undefined || !before.startsWith('django.')) return;
    yield {
      ...problem('behind', setting, { setting: setting.name, before: before.slice(before.lastIndexOf('.') + 1) }),
      confidence: confidenceIn(settings, setting),
      remedy: {
        summary: 'Put it right behind SecurityMiddleware.',
        code: whitenoiseInFront(setting),
        language: 'python',
        path: setting.at.path,
      },
    };
  },
});
