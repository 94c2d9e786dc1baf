/** A throttle class whose rate the settings do not name: every request that meets it fails. */
import { settings } from '../../facts/settings.js';
import { isKnown, itemsOf, lacks, lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, minutes, web } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

const scopes: Readonly<Record<string, string>> = {
  'rest_framework.throttling.AnonRateThrottle': 'anon',
  'rest_framework.throttling.UserRateThrottle': 'user',
};

export const drfThrottleRateMissing = defineRule({
  id: 'api/drf-throttle-rate-missing',
  title: 'A limit of the API has no rate',
  sound: 'Each limit of the API has its rate',
  category: 'api',
  severity: 'high',
  effort: minutes(5),
  risk: 'Every request to the API ends with ImproperlyConfigured, a server error.',
  references: [
    web(
      'Django REST framework: setting the throttling policy',
      'https://www.django-rest-framework.org/api-guide/throttling/#setting-the-throttling-policy',
    ),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: { undefined: '`DEFAULT_THROTTLE_CLASSES` names `{name}`, and `DEFAULT_THROTTLE_RATES` has no `{scope}`.' },
  // Without any rates the framework's own take their place, which exist and say nothing.
  when: ({ settings }) => {
    const { value } = settings.get('REST_FRAMEWORK');
    const rates = lookup(value, 'DEFAULT_THROTTLE_RATES');
    return (
      hasFinalValues(settings) &&
      rates?.kind === 'dict' &&
      isKnown(rates) &&
      itemsOf(lookup(value, 'DEFAULT_THROTTLE_CLASSES')).some((item) => Object.hasOwn(scopes, stringOf(item) ?? ''))
    );
  },
  *check({ settings }, { problem }) {
    const setting = settings.get('REST_FRAMEWORK');
    const rates = lookup(setting.value, 'DEFAULT_THROTTLE_RATES');
    for (const item of itemsOf(lookup(setting.value, 'DEFAULT_THROTTLE_CLASSES'))) {
      const name = stringOf(item) ?? '';
      const scope = Object.hasOwn(scopes, name) ? scopes[name] : undefined;
      if (scope === undefined || !lacks(rates, scope)) continue;
      yield {
        ...problem('undefined', { ...setting, subject: `${setting.subject}:${scope}` }, { name, scope }),
        confidence: confidenceIn(settings, setting),
        remedy: writeInSettings(
          settings,
          'Name its rate.',
          `REST_FRAMEWORK.setdefault('DEFAULT_THROTTLE_RATES', {})['${scope}'] = '60/min'`,
        ),
      };
    }
  },
});
