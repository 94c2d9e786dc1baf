/** Mail and its password across the network without encryption. */
import { truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { siteCode, sources } from '../../facts/sources.js';
import type { Truth } from '../../facts/value.js';
import { integerOf, isAssigned, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { isPrivateHost } from '../database/databases.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { sendsMail } from './sends-mail.js';

export const tlsMissing = defineRule({
  id: 'email/tls-missing',
  title: 'Mail is handed over without encryption',
  sound: 'Mail is handed over encrypted',
  category: 'security',
  severity: 'medium',
  effort: minutes(5),
  risk: 'Whoever is on the way reads the password of the mailbox and every link to reset a password.',
  references: [cwe(319), docs('ref/settings', 'email-use-tls')],
  since: '0.1.0',
  needs: { project, settings, sources },
  problems: { plain: 'Mail goes to `{host}`, and neither `EMAIL_USE_TLS` nor `EMAIL_USE_SSL` is on.' },
  questions: {
    unseen:
      '`EMAIL_HOST` is not known, it asks for a password, and neither `EMAIL_USE_TLS` nor `EMAIL_USE_SSL` is on. Is it this machine or a neighbour?',
  },
  // A relay on this machine or in the same network needs none, nor do settings of a mail that is never sent.
  when: ({ project, settings, sources }) => {
    const host = settings.get('EMAIL_HOST');
    return (
      hasFinalValues(settings) &&
      stringOf(settings.get('EMAIL_BACKEND').value) === 'django.core.mail.backends.smtp.EmailBackend' &&
      !isAssigned(settings.get('MAILERS')) &&
      isAssigned(host) &&
      (stringOf(host.value) === undefined || isFar(stringOf(host.value) ?? '')) &&
      isEncrypted(settings) !== 'maybe' &&
      (truthOf(settings.get('ADMINS').value) !== 'no' || sendsMail(project, siteCode(sources, settings)) !== undefined)
    );
  },
  *check({ settings }, { problem, question }) {
    const [tls, ssl, setting] = [
      settings.get('EMAIL_USE_TLS'),
      settings.get('EMAIL_USE_SSL'),
      settings.get('EMAIL_HOST'),
    ];
    if (isEncrypted(settings) !== 'no') return;
    const host = stringOf(setting.value);
    if (host === undefined) {
      const account = settings.get('EMAIL_HOST_USER');
      if (isAssigned(account) && truthOf(account.value) !== 'no') yield question('unseen', setting);
      return;
    }
    const port = integerOf(settings.get('EMAIL_PORT').value);
    yield {
      ...problem('plain', setting, { host }),
      confidence: confidenceIn(settings, setting, tls, ssl),
      remedy: writeInSettings(
        settings,
        'Use the way of encryption that belongs to the port: TLS for 587, SSL for 465.',
        port === 465 ? 'EMAIL_USE_SSL = True' : `EMAIL_USE_TLS = True${port === 587 ? '' : '\nEMAIL_PORT = 587'}`,
      ),
    };
  },
});

function isFar(host: string): boolean {
  return /^[\w.-]+$/.test(host) && !/^127\./.test(host) && host !== '0.0.0.0' && !isPrivateHost(host);
}

/** Whether either way of encryption is on. */
function isEncrypted(settings: Settings): Truth {
  const ways = ['EMAIL_USE_TLS', 'EMAIL_USE_SSL'].map((name) => truthOf(settings.get(name).value));
  if (ways.includes('yes')) return 'yes';
  return ways.includes('maybe') ? 'maybe' : 'no';
}
