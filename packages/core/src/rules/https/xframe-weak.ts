/** X_FRAME_OPTIONS: a header whose value browsers do not know protects nothing. */
import { describeValue } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { conclude, confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { frameMiddleware, runs } from '../settings/middleware.js';

export const xframeWeak = defineRule({
  id: 'https/xframe-weak',
  title: 'X-Frame-Options is sent with a value that browsers ignore',
  sound: 'X-Frame-Options has a value that browsers obey',
  category: 'security',
  severity: 'low',
  effort: minutes(5),
  risk: 'Browsers ignore the header, so any site can frame these pages.',
  references: [cwe(1021), django('security.W019'), docs('ref/settings', 'x-frame-options')],
  since: '0.1.0',
  needs: { settings },
  problems: { ignored: '`X_FRAME_OPTIONS` is {value}; browsers know `DENY` and `SAMEORIGIN`.' },
  questions: { unproven: '`X_FRAME_OPTIONS` is {value}. Is it `DENY` or `SAMEORIGIN`?' },
  strengths: { 'same-origin': 'Pages may be framed by this site itself only (`SAMEORIGIN`).' },
  when: ({ settings }) => hasFinalValues(settings) && runs(settings, frameMiddleware) !== 'no',
  *check({ settings }, { problem, question, strength }) {
    const setting = settings.get('X_FRAME_OPTIONS');
    const value = describeValue(setting.name, setting.value);
    const { value: held } = setting;
    if (held.kind === 'unknown' || held.kind === 'choice') {
      yield question('unproven', setting, { value });
      return;
    }
    // The middleware sends the value in upper case.
    const sent = stringOf(held)?.toUpperCase();
    if (sent === 'SAMEORIGIN') yield strength('same-origin', setting);
    const verdict = conclude(runs(settings, frameMiddleware), sent === 'DENY' || sent === 'SAMEORIGIN' ? 'yes' : 'no');
    if (verdict === 'open') yield question('unproven', setting, { value });
    if (verdict !== 'wrong') return;
    yield {
      ...problem('ignored', setting, { value }),
      confidence: confidenceIn(settings, setting),
      remedy: writeInSettings(settings, 'Forbid framing, or allow it to this site alone.', "X_FRAME_OPTIONS = 'DENY'"),
    };
  },
});
