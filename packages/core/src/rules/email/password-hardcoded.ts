/** A mail password that everybody who sees the repository knows. */
import { truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { literalPassword } from '../database/literal-password.js';
import { isPlaceholder } from '../secrets/placeholder.js';
import { takeFromEnvironment } from '../settings/environment-style.js';
import { hasFinalValues } from '../settings/final-values.js';

export const passwordHardcoded = defineRule({
  id: 'email/password-hardcoded',
  title: 'The mail password is in the repository',
  sound: 'The mail password is not in the repository',
  category: 'secrets',
  severity: 'high',
  effort: minutes(15),
  risk: "Whoever can read the repository sends mail in the site's name, and may read its mailbox.",
  references: [cwe(798), docs('ref/settings', 'email-host-password')],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    literal: '`EMAIL_HOST_PASSWORD` is spelt out in `{path}`.',
    fallback: '`EMAIL_HOST_PASSWORD` falls back to a password that is spelt out in `{path}`.',
  },
  when: ({ settings }) => hasFinalValues(settings) && truthOf(settings.get('EMAIL_HOST_PASSWORD').value) !== 'no',
  *check(facts, { problem }) {
    const { project, settings } = facts;
    const setting = settings.get('EMAIL_HOST_PASSWORD');
    const password = stringOf(setting.value);
    // A stock word opens no mailbox.
    if (password === undefined || password === '' || isPlaceholder(password) || isItsName(password)) return;
    // Nor does one beside a host that is still to be filled in.
    if (/^(your|my)_|^<.*>$/i.test(stringOf(settings.get('EMAIL_HOST').value) ?? '')) return;
    const found = literalPassword(project, settings.files, password);
    if (!found || settings.environment.find(({ name }) => name === found.fallbackOf)?.given) return;
    yield {
      ...problem(found.fallback ? 'fallback' : 'literal', { ...setting, at: found.at }, { path: found.at.path }),
      confidence: found.fallback ? 'firm' : 'certain',
      remedy: takeFromEnvironment(facts, {
        setting: 'EMAIL_HOST_PASSWORD',
        wanted: 'text',
        summary:
          'Replace the password at the mail service, and read the new one from the environment; the old one stays in the history.',
      }),
    };
  },
});

/** Whether it is nothing but words for itself, as templates write it: `email_host_password`. */
const isItsName = (password: string): boolean =>
  /^(?:(?:my|app|e?mail|smtp|host|user)[-_ ]?)+(?:password|passwd|pass|pwd)$/i.test(password.trim());
