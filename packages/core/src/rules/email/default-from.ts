/** Mail in the name of localhost, which no server accepts. */
import { truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { siteCode, sources } from '../../facts/sources.js';
import { isAssigned, itemsOf, stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { sentWithoutSender } from './senders.js';

export const defaultFrom = defineRule({
  id: 'email/default-from',
  title: 'Mail is sent in the name of localhost',
  sound: 'Mail is sent in the name of the site',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(5),
  risk: 'Mail services refuse the sender or take it for spam, so password resets and error reports do not arrive.',
  references: [docs('ref/settings', 'default-from-email'), docs('ref/settings', 'server-email')],
  since: '0.1.0',
  needs: { project, settings, sources },
  problems: {
    sender: '`DEFAULT_FROM_EMAIL` is `{address}`, and mail is sent without another sender.',
    reports: '`SERVER_EMAIL` is `{address}`, and error reports go to `ADMINS`.',
  },
  // Without a mail server nothing is sent at all; Gmail writes its own account into the sender.
  when: ({ project, settings, sources }) =>
    hasFinalValues(settings) &&
    !isAssigned(settings.get('MAILERS')) &&
    ['EMAIL_BACKEND', 'EMAIL_HOST'].some((name) => isAssigned(settings.get(name))) &&
    !/\.(console|dummy|filebased|locmem)\.|gmail/i.test(stringOf(settings.get('EMAIL_BACKEND').value) ?? '.dummy.') &&
    !/(gmail|googlemail|google)\.com$/i.test(stringOf(settings.get('EMAIL_HOST').value) ?? '') &&
    (sentWithoutSender(project, siteCode(sources, settings)) !== undefined || reportsErrors(settings)),
  *check({ project, settings, sources }, { problem }) {
    const [sender, server] = [settings.get('DEFAULT_FROM_EMAIL'), settings.get('SERVER_EMAIL')];
    const use = sentWithoutSender(project, siteCode(sources, settings));
    const address = stringOf(sender.value);
    if (use && address !== undefined && isLocal(address)) {
      yield {
        ...problem('sender', sender, { address }),
        // A service that is not known may write its own account into the sender.
        confidence: stringOf(settings.get('EMAIL_HOST').value) === undefined ? 'tentative' : 'firm',
        evidence: [use],
        remedy: writeInSettings(
          settings,
          'Name an address of a domain that the mail service may send for.',
          "DEFAULT_FROM_EMAIL = 'Shop <hello@example.com>'",
        ),
      };
    }
    const reporter = stringOf(server.value);
    if (reporter !== undefined && isLocal(reporter) && reportsErrors(settings)) {
      const admins = settings.get('ADMINS');
      yield {
        ...problem('reports', server, { address: reporter }),
        confidence: confidenceIn(settings, server, admins) === 'certain' ? 'firm' : 'tentative',
        evidence: [{ at: admins.at, note: '`ADMINS` get error reports.' }],
        remedy: writeInSettings(
          settings,
          'Name an address of a domain that the mail service may send for.',
          "SERVER_EMAIL = 'errors@example.com'",
        ),
      };
    }
  },
});

const isLocal = (address: string): boolean => /@(localhost|127\.0\.0\.1|localhost\.localdomain)>?\s*$/i.test(address);

/** Django mails errors to ADMINS by itself, unless the project has logging of its own. */
function reportsErrors(settings: Settings): boolean {
  const admins = settings.get('ADMINS');
  return (
    isAssigned(admins) &&
    itemsOf(admins.value).length > 0 &&
    !isAssigned(settings.get('LOGGING')) &&
    truthOf(settings.get('DEBUG').value) === 'no'
  );
}
