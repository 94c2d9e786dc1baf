/** The session cookie over plain HTTP: whoever reads it is signed in. */
import { describeValue } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { conclude, confidenceIn, hasFinalValues, unlessGiven } from '../settings/final-values.js';
import { flagIsOn, usesSessions } from './cookie-flags.js';

export const sessionInsecure = defineRule({
  id: 'cookies/session-insecure',
  title: 'The session cookie is sent over plain HTTP',
  sound: 'The session cookie is sent over HTTPS only',
  category: 'security',
  severity: 'high',
  effort: minutes(5),
  risk: "Anyone on the visitor's network can copy the cookie from one plain HTTP request and is signed in as the visitor.",
  references: [
    cwe(614),
    django('security.W010'),
    django('security.W011'),
    django('security.W012'),
    docs('ref/settings', 'session-cookie-secure'),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: { insecure: '`SESSION_COOKIE_SECURE` is {value} in `{module}`{unless}.' },
  questions: { unproven: '`SESSION_COOKIE_SECURE` is {value}. Is it `True` in production?' },
  when: ({ settings }) => hasFinalValues(settings) && usesSessions(settings) !== 'no',
  *check({ settings }, { problem, question }) {
    const setting = settings.get('SESSION_COOKIE_SECURE');
    const value = describeValue(setting.name, setting.value);
    const verdict = conclude(usesSessions(settings), flagIsOn(settings, setting));
    if (verdict === 'open') yield question('unproven', setting, { value });
    if (verdict !== 'wrong') return;
    yield {
      ...problem('insecure', setting, { value, module: settings.module, unless: unlessGiven(settings, setting) }),
      confidence: confidenceIn(settings, setting),
      remedy: writeInSettings(
        settings,
        'Set it to True where the site runs over HTTPS.',
        'SESSION_COOKIE_SECURE = True',
      ),
    };
  },
});
