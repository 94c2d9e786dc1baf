/** Sessions as pickles: whoever can write one runs code. */
import { describeValue } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { isAssigned, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

export const sessionSerializerPickle = defineRule({
  id: 'auth/session-serializer-pickle',
  title: 'Sessions can carry code',
  sound: 'Sessions carry data only',
  category: 'security',
  severity: 'high',
  effort: minutes(30),
  risk: 'Whoever knows the secret key, or can write to the session store, runs code on the server.',
  references: [cwe(502), docs('topics/http/sessions', 'session-serialization')],
  since: '0.1.0',
  needs: { settings },
  problems: {
    pickle: '`SESSION_SERIALIZER` is {value} in `{module}`.',
    removed: '`SESSION_SERIALIZER` is {value}, which Django {django} no longer has: the first session fails.',
  },
  when: ({ settings }) => hasFinalValues(settings) && isAssigned(settings.get('SESSION_SERIALIZER')),
  *check({ settings }, { problem }) {
    const setting = settings.get('SESSION_SERIALIZER');
    const path = stringOf(setting.value);
    if (path === undefined || !/(^|\.)PickleSerializer$/.test(path)) return;
    const value = describeValue(setting.name, setting.value);
    const gone =
      path === 'django.contrib.sessions.serializers.PickleSerializer' && atLeastSeries(settings.django, '5.0');
    yield {
      ...(gone
        ? problem('removed', setting, { value, django: settings.django })
        : problem('pickle', setting, { value, module: settings.module })),
      confidence: confidenceIn(settings, setting),
      remedy: writeInSettings(
        settings,
        'Use JSON; sessions that exist are lost, so visitors sign in again.',
        "SESSION_SERIALIZER = 'django.contrib.sessions.serializers.JSONSerializer'",
      ),
    };
  },
});
