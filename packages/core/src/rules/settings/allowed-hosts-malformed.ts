/** Entries of ALLOWED_HOSTS that look right and match nothing. */
import { maskText } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { confidenceIn, hasFinalValues } from './final-values.js';
import { meantHost, namesHosts, whyNever } from './host-entry.js';

export const allowedHostsMalformed = defineRule({
  id: 'settings/allowed-hosts-malformed',
  title: 'An allowed host never matches',
  sound: 'Allowed hosts are written as Django compares them',
  category: 'deployment',
  severity: 'high',
  effort: minutes(5),
  risk: 'Requests for that host are answered with 400 Bad Request.',
  references: [docs('ref/settings', 'allowed-hosts')],
  since: '0.1.0',
  needs: { settings },
  problems: { never: '`ALLOWED_HOSTS` holds `{entry}`, which matches no request: {why}.' },
  when: ({ settings }) => hasFinalValues(settings) && namesHosts(settings),
  *check({ settings }, { problem }) {
    const setting = settings.get('ALLOWED_HOSTS');
    const entries = stringsOf(setting.value);
    if (entries.includes('*')) return;
    for (const entry of entries) {
      const why = whyNever(entry);
      const host = meantHost(entry);
      // Listed twice, once rightly: the other form does the work.
      if (why === undefined || entries.includes(host)) continue;
      yield {
        ...problem('never', { ...setting, subject: `${setting.subject}:${host}` }, { entry: maskText(entry), why }),
        confidence: confidenceIn(settings, setting),
        remedy: {
          summary: 'Write the host alone.',
          code: `'${maskText(host)}',`,
          language: 'python',
          path: setting.at.path,
        },
      };
    }
  },
});
