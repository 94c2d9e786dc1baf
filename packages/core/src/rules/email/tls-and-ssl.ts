/** Two ways of encryption at once, which Django's mail backend refuses. */
import { truthOf } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

export const tlsAndSsl = defineRule({
  id: 'email/tls-and-ssl',
  title: 'Mail is set to use TLS in two ways at once',
  sound: 'Mail uses one way of encryption',
  category: 'deployment',
  severity: 'high',
  effort: minutes(5),
  risk: 'Every attempt to send mail ends in a ValueError.',
  references: [docs('ref/settings', 'email-use-ssl')],
  since: '0.1.0',
  needs: { settings },
  problems: { both: '`EMAIL_USE_TLS` and `EMAIL_USE_SSL` are both on in `{module}`.' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    stringOf(settings.get('EMAIL_BACKEND').value) === 'django.core.mail.backends.smtp.EmailBackend' &&
    ['EMAIL_USE_TLS', 'EMAIL_USE_SSL'].some((name) => truthOf(settings.get(name).value) === 'yes'),
  *check({ settings }, { problem }) {
    const [tls, ssl] = [settings.get('EMAIL_USE_TLS'), settings.get('EMAIL_USE_SSL')];
    if (truthOf(tls.value) !== 'yes' || truthOf(ssl.value) !== 'yes') return;
    yield {
      ...problem('both', ssl, { module: settings.module }),
      confidence: confidenceIn(settings, tls, ssl),
      evidence: [{ at: tls.at, note: '`EMAIL_USE_TLS` is on here.' }],
      remedy: writeInSettings(
        settings,
        'Keep the one that belongs to the port: TLS for 587, SSL for 465.',
        'EMAIL_USE_SSL = False',
      ),
    };
  },
});
