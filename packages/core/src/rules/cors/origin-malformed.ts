/** Allowed origins that no browser sends, and that the package's own check refuses. */
import { maskText } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { holds, stringsOf } from '../../facts/value-reading.js';
import { defineRule, minutes, web } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { allowedOrigins, corsRuns } from './cors-settings.js';

export const originMalformed = defineRule({
  id: 'cors/origin-malformed',
  title: 'An allowed origin is not an origin',
  sound: 'Allowed origins are written as browsers send them',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Scripts from that origin are refused; with `corsheaders` in `INSTALLED_APPS`, `migrate` and every command that runs checks stops.',
  references: [
    web(
      'django-cors-headers: CORS_ALLOWED_ORIGINS',
      'https://github.com/adamchainz/django-cors-headers#cors_allowed_origins-sequencestr',
    ),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: {
    scheme: '`{name}` holds `{origin}`, which has no scheme (corsheaders.E013).',
    path: '`{name}` holds `{origin}`, which has a path (corsheaders.E014).',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) && corsRuns(settings) === 'yes' && stringsOf(allowedOrigins(settings).value).length > 0,
  *check({ settings }, { problem }) {
    const setting = allowedOrigins(settings);
    const checks = holds(settings.get('INSTALLED_APPS').value, 'corsheaders') === 'yes';
    for (const origin of stringsOf(setting.value)) {
      // Browsers send these for pages that have no origin of their own.
      if (origin === 'null' || origin === '' || origin.startsWith('file://')) continue;
      const about = { ...setting, subject: `${setting.subject}:${maskText(origin)}` };
      const shown = { name: setting.name, origin: maskText(origin) };
      // Without the application nothing checks the list, and one origin is refused.
      const sure = {
        confidence: confidenceIn(settings, setting),
        ...(checks ? {} : ({ severity: 'medium' } as const)),
      };
      if (!origin.includes('://')) yield { ...problem('scheme', about, shown), ...sure };
      // The middleware compares without the path: only the check of the application stops at it.
      else if (checks && /^\w[\w+.-]*:\/\/[^/?#]+[/?#]/.test(origin))
        yield { ...problem('path', about, shown), ...sure };
    }
  },
});
