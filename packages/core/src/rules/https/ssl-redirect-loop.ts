/** The redirect that never ends: Django redirects to HTTPS and cannot see that the visitor is already there. */
import { deployment } from '../../facts/deployment.js';
import { settings } from '../../facts/settings.js';
import { isTrue } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { runs, securityMiddleware } from '../settings/middleware.js';
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
  needs: { deployment, settings },
  problems: {
    loop: '`SECURE_SSL_REDIRECT` is `True`, TLS ends at a proxy, and `SECURE_PROXY_SSL_HEADER` is not set.',
    behind:
      '`SECURE_SSL_REDIRECT` is `True`, visitors come through a server of the host over plain HTTP, and `SECURE_PROXY_SSL_HEADER` is not set.',
  },
  questions: {
    unproven: 'TLS ends at a proxy and `SECURE_SSL_REDIRECT` is on. Can Django see that a request came over HTTPS?',
  },
  strengths: { trusted: "The application server takes the proxy's word for HTTPS, before Django is asked." },
  when: ({ deployment, settings }) =>
    hasFinalValues(settings) &&
    runs(settings, securityMiddleware) === 'yes' &&
    (deployment.traits.has('tls-at-proxy') || deployment.traits.has('behind-host-server')) &&
    isTrue(settings.get('SECURE_SSL_REDIRECT').value) === 'yes',
  *check({ deployment, settings }, { problem, question, strength }) {
    const redirect = settings.get('SECURE_SSL_REDIRECT');
    const sees = seesHttps(settings, deployment);
    const trusted = deployment.traits.get('forwarded-proto-trusted');
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
