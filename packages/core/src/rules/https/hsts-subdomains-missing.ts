/** HSTS without its subdomains: cookies of the parent domain can still be planted from a plain HTTP subdomain. */
import { describeValue, truthOf } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { isTrue } from '../../facts/value-reading.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { conclude, confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { runs, securityMiddleware } from '../settings/middleware.js';

export const hstsSubdomainsMissing = defineRule({
  id: 'https/hsts-subdomains-missing',
  title: 'HSTS leaves out the subdomains',
  sound: 'HSTS covers the subdomains',
  category: 'security',
  severity: 'low',
  effort: minutes(15),
  risk: 'Someone on the network can answer for a plain HTTP subdomain and set cookies that this site reads.',
  references: [cwe(319), django('security.W005'), docs('ref/settings', 'secure-hsts-include-subdomains')],
  since: '0.1.0',
  needs: { settings },
  problems: { missing: '`SECURE_HSTS_SECONDS` is {seconds}, but `SECURE_HSTS_INCLUDE_SUBDOMAINS` is {value}.' },
  questions: { unproven: '`SECURE_HSTS_INCLUDE_SUBDOMAINS` is {value}. Is it `True` in production?' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    runs(settings, securityMiddleware) !== 'no' &&
    truthOf(settings.get('SECURE_HSTS_SECONDS').value) === 'yes',
  *check({ settings }, { problem, question }) {
    const setting = settings.get('SECURE_HSTS_INCLUDE_SUBDOMAINS');
    const value = describeValue(setting.name, setting.value);
    const verdict = conclude(runs(settings, securityMiddleware), isTrue(setting.value));
    if (verdict === 'open') yield question('unproven', setting, { value });
    if (verdict !== 'wrong') return;
    const seconds = describeValue('SECURE_HSTS_SECONDS', settings.get('SECURE_HSTS_SECONDS').value);
    yield {
      ...problem('missing', setting, { value, seconds }),
      confidence: confidenceIn(settings, setting),
      remedy: writeInSettings(
        settings,
        'Cover the subdomains once each of them answers over HTTPS.',
        'SECURE_HSTS_INCLUDE_SUBDOMAINS = True',
      ),
    };
  },
});
