/** The session cookie and scripts: one injected line of JavaScript must not be able to read it. */
import { describeValue } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { conclude, confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { flagIsOn, usesSessions } from './cookie-flags.js';

export const sessionNotHttponly = defineRule({
  id: 'cookies/session-not-httponly',
  title: 'Scripts can read the session cookie',
  sound: 'Scripts cannot read the session cookie',
  category: 'security',
  severity: 'high',
  effort: minutes(5),
  risk: "A script injected into any page can send the visitor's session elsewhere.",
  references: [
    cwe(1004),
    django('security.W013'),
    django('security.W014'),
    django('security.W015'),
    docs('ref/settings', 'session-cookie-httponly'),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: { readable: '`SESSION_COOKIE_HTTPONLY` is {value} in `{module}`.' },
  questions: { unproven: '`SESSION_COOKIE_HTTPONLY` is {value}. Is it `True` in production?' },
  when: ({ settings }) => hasFinalValues(settings) && usesSessions(settings) !== 'no',
  *check({ settings }, { problem, question }) {
    const setting = settings.get('SESSION_COOKIE_HTTPONLY');
    const value = describeValue(setting.name, setting.value);
    const verdict = conclude(usesSessions(settings), flagIsOn(settings, setting));
    if (verdict === 'open') yield question('unproven', setting, { value });
    if (verdict !== 'wrong') return;
    yield {
      ...problem('readable', setting, { value, module: settings.module }),
      confidence: confidenceIn(settings, setting),
      remedy: writeInSettings(settings, 'Delete the line or set it to True.', 'SESSION_COOKIE_HTTPONLY = True'),
    };
  },
});
