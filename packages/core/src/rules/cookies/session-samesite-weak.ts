/** SameSite of the session cookie: whether requests that other sites start arrive signed in. */
import { describeValue } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { isKnown, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { flagIsOn, usesSessions } from './cookie-flags.js';

export const sessionSamesiteWeak = defineRule({
  id: 'cookies/session-samesite-weak',
  title: 'Requests from other sites carry the session',
  sound: 'Requests from other sites do not carry the session',
  category: 'security',
  severity: 'high',
  effort: minutes(10),
  risk: "A page elsewhere can make a visitor's browser send signed-in requests.",
  references: [cwe(1275), docs('ref/settings', 'session-cookie-samesite')],
  since: '0.1.0',
  needs: { settings },
  problems: {
    unset: '`SESSION_COOKIE_SAMESITE` is {value}, so the cookie is sent without the flag.',
    refused: '`SESSION_COOKIE_SAMESITE` is {value} while `SESSION_COOKIE_SECURE` is off: browsers drop the cookie.',
  },
  questions: {
    unproven: '`SESSION_COOKIE_SAMESITE` is {value}. Is it `Lax` or `Strict` in production?',
    intended: '`SESSION_COOKIE_SAMESITE` is {value}. Is the site shown inside other sites on purpose?',
  },
  // The setting came with Django 2.1.
  when: ({ settings }) =>
    hasFinalValues(settings) && atLeastSeries(settings.django, '2.1') && usesSessions(settings) === 'yes',
  *check({ settings }, { problem, question }) {
    const setting = settings.get('SESSION_COOKIE_SAMESITE');
    const value = describeValue(setting.name, setting.value);
    if (!isKnown(setting.value)) {
      yield question('unproven', setting, { value });
      return;
    }
    const sound = {
      confidence: confidenceIn(settings, setting),
      remedy: writeInSettings(settings, "Go back to Django's default.", "SESSION_COOKIE_SAMESITE = 'Lax'"),
    };
    const policy = stringOf(setting.value)?.toLowerCase();
    if (policy === 'none') {
      const decides = settings.get('SESSION_COOKIE_SECURE');
      const secure = flagIsOn(settings, decides);
      if (secure === 'no')
        yield {
          ...problem('refused', setting, { value }),
          ...sound,
          evidence: [{ at: decides.at, note: '`SESSION_COOKIE_SECURE` is off.' }],
          risk: 'The session cookie is never stored, so that nobody can sign in, not even to the admin.',
        };
      else yield question('intended', setting, { value });
    } else if (policy !== 'lax' && policy !== 'strict') {
      yield { ...problem('unset', setting, { value }), ...sound, severity: 'medium' };
    }
  },
});
