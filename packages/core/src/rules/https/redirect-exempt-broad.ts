/** Exceptions from the redirect to HTTPS that leave nothing to redirect. */
import { describeValue, truthOf } from '../../describe.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { itemsOf, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { runs, securityMiddleware } from '../settings/middleware.js';
import { mayRedirectAtEdge, redirectAtEdge } from './edge-redirect.js';

export const redirectExemptBroad = defineRule({
  id: 'https/redirect-exempt-broad',
  title: 'Every page is exempt from the redirect to HTTPS',
  sound: 'Only some pages are exempt from the redirect to HTTPS',
  category: 'security',
  severity: 'high',
  effort: minutes(10),
  risk: 'Passwords and sessions cross the network in plain text for whoever types the address without https.',
  references: [cwe(319), docs('ref/settings', 'secure-redirect-exempt')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: { everything: '`SECURE_REDIRECT_EXEMPT` holds {pattern}, which matches every path.' },
  // Where the server in front redirects, nothing arrives that Django would have to.
  when: ({ deployment, project, settings }) =>
    hasFinalValues(settings) &&
    runs(settings, securityMiddleware) !== 'no' &&
    truthOf(settings.get('SECURE_SSL_REDIRECT').value) === 'yes' &&
    itemsOf(settings.get('SECURE_REDIRECT_EXEMPT').value).length > 0 &&
    !deployment.traits.has('redirects-to-https') &&
    redirectAtEdge(project, deployment) === undefined &&
    !mayRedirectAtEdge(project, deployment),
  *check({ settings }, { problem }) {
    const setting = settings.get('SECURE_REDIRECT_EXEMPT');
    const broad = itemsOf(setting.value).find((item) => matchesAll(item));
    if (!broad) return;
    yield {
      ...problem('everything', setting, { pattern: describeValue('', broad) }),
      confidence: confidenceIn(settings, setting, settings.get('SECURE_SSL_REDIRECT')),
      remedy: writeInSettings(
        settings,
        'Name the paths that must answer over plain HTTP, without their leading slash.',
        "SECURE_REDIRECT_EXEMPT = [r'^health/$']",
      ),
    };
  },
});

/** Whether a pattern is found in any path; Django searches the path without its leading slash. */
function matchesAll(item: Value): boolean {
  const text = item.kind === 'regex' ? item.pattern : stringOf(item);
  if (text === undefined) return false;
  const [, begin = '', inner = '', end = ''] = /^(\^|\\A)?(.*?)(\$|\\Z)?$/s.exec(text) ?? [];
  const core = /^\((?:\?:)?([^()]*)\)$/.exec(inner)?.[1] ?? inner;
  if (/^(\.[*+]\??|\[\\[sS]\\[sS]\][*+])$/.test(core)) return true;
  // Bound at both ends, nothing at all matches the front page alone, and one character a path of one.
  return (
    (core === '' || core === '.' || core === '/') && !(begin !== '' && end !== '') && !(core === '/' && begin !== '')
  );
}
