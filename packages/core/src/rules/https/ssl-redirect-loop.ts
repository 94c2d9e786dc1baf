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
  },
  questions: {
    unproven: 'TLS ends at a proxy and `SECURE_SSL_REDIRECT` is on. Can Django see that a request came over HTTPS?',
  },
  when: ({ deployment, settings }) =>
    hasFinalValues(settings) &&
    runs(settings, securityMiddleware) === 'yes' &&
    deployment.traits.has('tls-at-proxy') &&
    isTrue(settings.get('SECURE_SSL_REDIRECT').value) === 'yes',
  *check({ deployment, settings }, { problem, question }) {
    const redirect = settings.get('SECURE_SSL_REDIRECT');
    const sees = seesHttps(settings, deployment);
    if (sees === 'maybe') yield question('unproven', redirect);
    if (sees !== 'no') return;
    const proxy = deployment.traits.get('tls-at-proxy');
    yield {
      ...problem('loop', redirect),
      confidence: confidenceIn(settings, redirect),
      evidence: proxy ? [{ at: proxy, note: 'TLS ends here; Django is reached over plain HTTP.' }] : [],
      remedy: writeInSettings(
        settings,
        'Tell Django which header the proxy sets; the proxy must overwrite what a visitor sends under that name.',
        "SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')",
      ),
    };
  },
});
