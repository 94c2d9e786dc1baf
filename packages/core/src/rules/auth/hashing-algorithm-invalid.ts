/** DEFAULT_HASHING_ALGORITHM, which Django 3.1 and 3.2 read, with a value they refuse. */
import { describeValue } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { isAssigned, isKnown, stringOf } from '../../facts/value-reading.js';
import { defineRule, django, minutes, web } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

export const hashingAlgorithmInvalid = defineRule({
  id: 'auth/hashing-algorithm-invalid',
  title: 'The hashing algorithm is one Django refuses',
  sound: 'The hashing algorithm is one Django knows',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: '`migrate` and every other command that runs all checks stops, and signing fails.',
  references: [
    django('security.E100'),
    web(
      'Django 3.2: DEFAULT_HASHING_ALGORITHM',
      'https://docs.djangoproject.com/en/3.2/ref/settings/#default-hashing-algorithm',
    ),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: { invalid: '`DEFAULT_HASHING_ALGORITHM` is {value}; Django {django} knows `sha1` and `sha256`.' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    atLeastSeries(settings.django, '3.1') &&
    !atLeastSeries(settings.django, '4.0') &&
    isAssigned(settings.get('DEFAULT_HASHING_ALGORITHM')),
  *check({ settings }, { problem }) {
    const setting = settings.get('DEFAULT_HASHING_ALGORITHM');
    const name = stringOf(setting.value);
    if (!isKnown(setting.value) || name === 'sha1' || name === 'sha256') return;
    yield {
      ...problem('invalid', setting, { value: describeValue(setting.name, setting.value), django: settings.django }),
      confidence: confidenceIn(settings, setting),
      remedy: writeInSettings(
        settings,
        'Delete the line; sha256 is the default.',
        "DEFAULT_HASHING_ALGORITHM = 'sha256'",
      ),
    };
  },
});
