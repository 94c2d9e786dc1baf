/** The redirect that never ends: Django redirects to HTTPS and cannot see that the visitor is already there. */
import type { Evidence } from '../../fact.js';
import { type Deployment, deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { isTrue, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { runs, securityMiddleware } from '../settings/middleware.js';
import { plainScheme } from './plain-scheme.js';
import { seesHttps } from './sees-https.js';

export const sslRedirectLoop = defineRule({
  id: 'https/ssl-redirect-loop',
  title: 'Every request is redirected to itself',
  sound: 'The redirect to HTTPS ends where it should',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(10),
  risk: 'Every visitor gets "too many redirects" instead of a page.',
  references: [cwe(835), docs('ref/settings', 'secure-proxy-ssl-header'), docs('ref/settings', 'secure-ssl-redirect')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: {
    loop: '`SECURE_SSL_REDIRECT` is `True`, TLS ends at a proxy, and `SECURE_PROXY_SSL_HEADER` is not set.',
    behind:
      '`SECURE_SSL_REDIRECT` is `True`, visitors come through a server of the host over plain HTTP, and `SECURE_PROXY_SSL_HEADER` is not set.',
  },
  questions: {
    unproven: 'TLS ends at a proxy and `SECURE_SSL_REDIRECT` is on. Can Django see that a request came over HTTPS?',
    told: '`SECURE_SSL_REDIRECT` is on, and `{path}`, which listens on plain HTTP alone, tells Django its own `$scheme`. Does another proxy end TLS before it? Then every request is redirected to itself.',
  },
  strengths: { trusted: "The application server takes the proxy's word for HTTPS, before Django is asked." },
  when: ({ deployment, project, settings }) =>
    hasFinalValues(settings) &&
    runs(settings, securityMiddleware) === 'yes' &&
    isTrue(settings.get('SECURE_SSL_REDIRECT').value) === 'yes' &&
    (hasProxy(deployment) || tellsPlain(project, settings, deployment) !== undefined),
  *check({ deployment, project, settings }, { problem, question, strength }) {
    const redirect = settings.get('SECURE_SSL_REDIRECT');
    const sees = seesHttps(settings, deployment);
    const trusted = deployment.traits.get('forwarded-proto-trusted');
    const told = tellsPlain(project, settings, deployment);
    if (told) {
      yield { ...question('told', redirect, { path: told.at.path }), evidence: [told] };
      return;
    }
    if (trusted) yield strength('trusted', { at: trusted });
    if (sees === 'maybe') yield question('unproven', redirect);
    if (sees !== 'no') return;
    const shown = deployment.traits.has('tls-at-proxy');
    const proxy = deployment.traits.get('tls-at-proxy') ?? deployment.traits.get('behind-host-server');
    yield {
      ...problem(shown ? 'loop' : 'behind', redirect),
      // What the server believes of a proxy may also come from an environment that is not in the files.
      confidence: shown ? confidenceIn(settings, redirect) : 'firm',
      evidence: proxy
        ? [
            {
              at: proxy,
              note: shown
                ? 'TLS ends here; Django is reached over plain HTTP.'
                : 'Only a server on the same machine reaches this port, and what listens there speaks plain HTTP.',
            },
          ]
        : [],
      remedy: writeInSettings(
        settings,
        'Tell Django which header the proxy sets; the proxy must overwrite what a visitor sends under that name.',
        "SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')",
      ),
    };
  },
});

const hasProxy = ({ traits }: Deployment): boolean => traits.has('tls-at-proxy') || traits.has('behind-host-server');

/** Where Django believes the header, and the container before it says `http` each time. On a server of one's own, certbot writes TLS into that file. */
function tellsPlain(project: Project, settings: Settings, deployment: Deployment): Evidence | undefined {
  const header = settings.get('SECURE_PROXY_SSL_HEADER').value;
  const believes =
    deployment.traits.has('forwarded-proto-trusted') ||
    (header.kind !== 'none' && stringsOf(header)[0] === 'HTTP_X_FORWARDED_PROTO');
  return believes && deployment.traits.has('containers') ? plainScheme(project, deployment) : undefined;
}
