/** USE_X_FORWARDED_HOST without a proxy that sets the header: a visitor names the host. */
import { describeValue, truthOf } from '../../describe.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { holds } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { lineOfServer, serverFiles } from '../../server-files.js';
import type { Project } from '../../source.js';
import { confidenceIn, hasFinalValues } from './final-values.js';

export const xForwardedHostTrusted = defineRule({
  id: 'settings/x-forwarded-host-trusted',
  title: 'Visitors can name the host themselves',
  sound: 'The host comes from the request line or from a proxy',
  category: 'security',
  severity: 'medium',
  effort: minutes(10),
  risk: 'A forged X-Forwarded-Host ends up in password-reset links and cached pages.',
  references: [cwe(644), docs('ref/settings', 'use-x-forwarded-host')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: { open: '`USE_X_FORWARDED_HOST` is {value} while `ALLOWED_HOSTS` admits any host.' },
  questions: {
    proxy: '`USE_X_FORWARDED_HOST` is {value}. Does the proxy overwrite X-Forwarded-Host on every request?',
  },
  when: ({ settings }) => hasFinalValues(settings) && truthOf(settings.get('USE_X_FORWARDED_HOST').value) !== 'no',
  *check({ deployment, project, settings }, { problem, question }) {
    const setting = settings.get('USE_X_FORWARDED_HOST');
    const value = describeValue(setting.name, setting.value);
    const on = truthOf(setting.value) === 'yes';
    // ALLOWED_HOSTS is held against the forwarded host as well, so a named list limits the harm.
    const any = holds(settings.get('ALLOWED_HOSTS').value, '*') === 'yes';
    if (on && any && isOverwritten(project)) return;
    if (on && any && !deployment.traits.has('host-validated')) {
      yield {
        ...problem('open', setting, { value }),
        confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
      };
    } else if (!on || any) yield question('proxy', setting, { value });
  },
});

/** Whether nginx puts a value of its own into the header: what a visitor sends there goes no further. */
function isOverwritten(project: Project): boolean {
  const sets = /\bproxy_set_header\s+["']?X-Forwarded-Host["']?\s+(?!["']?\$\{?http_x_forwarded_host)\S/i;
  return lineOfServer(serverFiles(project), (line) => sets.test(line), '') !== undefined;
}
