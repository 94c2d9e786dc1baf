/** The CSRF cookie over plain HTTP: who can plant or read it can forge forms. */
import { describeValue, truthOf } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { conclude, confidenceIn, hasFinalValues, unlessGiven } from '../settings/final-values.js';
import { csrfMiddleware, runs } from '../settings/middleware.js';
import { flagIsOn } from './cookie-flags.js';

export const csrfInsecure = defineRule({
  id: 'cookies/csrf-insecure',
  title: 'The CSRF cookie is sent over plain HTTP',
  sound: 'The CSRF cookie is sent over HTTPS only',
  category: 'security',
  // The token is one half of what a forged form needs; over HTTPS Django looks at where it comes from as well.
  severity: 'medium',
  effort: minutes(5),
  risk: "Someone on the visitor's network can read or plant the token, half of what it takes to post forms in the visitor's name.",
  references: [cwe(614), django('security.W016'), docs('ref/settings', 'csrf-cookie-secure')],
  since: '0.1.0',
  needs: { settings },
  problems: { insecure: '`CSRF_COOKIE_SECURE` is {value} in `{module}`{unless}.' },
  questions: { unproven: '`CSRF_COOKIE_SECURE` is {value}. Is it `True` in production?' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    runs(settings, csrfMiddleware) !== 'no' &&
    truthOf(settings.get('CSRF_USE_SESSIONS').value) !== 'yes',
  *check({ settings }, { problem, question }) {
    const setting = settings.get('CSRF_COOKIE_SECURE');
    const value = describeValue(setting.name, setting.value);
    const inSession = truthOf(settings.get('CSRF_USE_SESSIONS').value);
    const applies = inSession === 'maybe' ? 'maybe' : runs(settings, csrfMiddleware);
    const verdict = conclude(applies, flagIsOn(settings, setting));
    if (verdict === 'open') yield question('unproven', setting, { value });
    if (verdict !== 'wrong') return;
    yield {
      ...problem('insecure', setting, { value, module: settings.module, unless: unlessGiven(settings, setting) }),
      confidence: confidenceIn(settings, setting),
      remedy: writeInSettings(settings, 'Set it to True where the site runs over HTTPS.', 'CSRF_COOKIE_SECURE = True'),
    };
  },
});
