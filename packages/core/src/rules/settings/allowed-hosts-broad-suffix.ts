/** ALLOWED_HOSTS that admits every customer of a shared domain. */
import { settings } from '../../facts/settings.js';
import { stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { confidenceIn, hasFinalValues } from './final-values.js';
import { isSharedSuffix } from './shared-suffix.js';

export const allowedHostsBroadSuffix = defineRule({
  id: 'settings/allowed-hosts-broad-suffix',
  title: 'Hosts that belong to strangers are allowed',
  sound: 'Allowed suffixes belong to this site',
  category: 'security',
  severity: 'medium',
  effort: minutes(5),
  risk: 'A forged Host header that a stranger owns ends up in password-reset links.',
  references: [cwe(644), docs('ref/settings', 'allowed-hosts')],
  since: '0.1.0',
  needs: { settings },
  problems: { shared: '`ALLOWED_HOSTS` holds `{entry}`; anyone can have a name under it.' },
  when: ({ settings }) =>
    hasFinalValues(settings) && stringsOf(settings.get('ALLOWED_HOSTS').value).some((entry) => entry.startsWith('.')),
  *check({ settings }, { problem }) {
    const setting = settings.get('ALLOWED_HOSTS');
    const entries = stringsOf(setting.value);
    if (entries.includes('*')) return;
    for (const entry of entries) {
      if (!entry.startsWith('.') || !isSharedSuffix(entry.slice(1))) continue;
      yield {
        ...problem('shared', { ...setting, subject: `${setting.subject}:${entry}` }, { entry }),
        confidence: confidenceIn(settings, setting),
      };
    }
  },
});
