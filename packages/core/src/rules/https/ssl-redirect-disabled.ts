/** Plain HTTP: whether anything sends visitors on to HTTPS. */
import { describeValue } from '../../describe.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { isAssigned, isTrue } from '../../facts/value-reading.js';
import { cwe, defineRule, django, docs, minutes, type Remedy } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { conclude, confidenceIn, hasFinalValues, namesOf, unlessGiven } from '../settings/final-values.js';
import { runs, securityMiddleware } from '../settings/middleware.js';
import { mayRedirectAtEdge, redirectAtEdge } from './edge-redirect.js';
import { plainScheme } from './plain-scheme.js';
import { areHostsPreloaded } from './preloaded.js';
import { seesHttps } from './sees-https.js';

/** Places where a switch outside the repository redirects, as people call them. */
const switchesElsewhere: ReadonlyMap<string, string> = new Map([
  ['pythonanywhere', 'PythonAnywhere'],
  ['render', 'Render'],
  ['fly', 'Fly.io'],
  ['railway', 'Railway'],
  ['cloud-run', 'Cloud Run'],
  ['app-engine', 'App Engine'],
  ['vercel', 'Vercel'],
]);

export const sslRedirectDisabled = defineRule({
  id: 'https/ssl-redirect-disabled',
  title: 'Nothing sends visitors from HTTP to HTTPS',
  sound: 'Visitors are sent from HTTP to HTTPS',
  category: 'security',
  severity: 'high',
  effort: minutes(15),
  risk: 'Visitors who type the address or follow an old link send their password and session in the clear.',
  references: [cwe(319), django('security.W008'), docs('topics/security', 'ssl-https')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: { disabled: '`SECURE_SSL_REDIRECT` is {value} in `{module}`{unless}, and no server file redirects.' },
  questions: {
    unproven: '`SECURE_SSL_REDIRECT` is {value}. Is plain HTTP redirected in production?',
    elsewhere: '`SECURE_SSL_REDIRECT` is {value}. Does {target} redirect plain HTTP for this site?',
  },
  strengths: { 'at-edge': 'The server in front of Django redirects plain HTTP.' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    runs(settings, securityMiddleware) !== 'no' &&
    !(isTrue(settings.get('SECURE_SSL_REDIRECT').value) !== 'yes' && areHostsPreloaded(settings)),
  *check({ deployment, project, settings }, { problem, question, strength }) {
    const setting = settings.get('SECURE_SSL_REDIRECT');
    const value = describeValue(setting.name, setting.value);
    const verdict = conclude(runs(settings, securityMiddleware), isTrue(setting.value));
    if (verdict === 'sound') return;
    // Who names the proxy's header has a proxy, and where no file shows it, it may redirect.
    const unseen = isAssigned(settings.get('SECURE_PROXY_SSL_HEADER')) && seesHttps(settings, deployment) === 'yes';
    const edge = deployment.traits.has('redirects-to-https')
      ? { at: deployment.traits.get('redirects-to-https') ?? setting.at }
      : redirectAtEdge(project, deployment);
    const showsTls = deployment.traits.has('tls-at-proxy') && !deployment.traits.has('tls-unseen');
    const place = switchesElsewhere.get(deployment.target);
    if (edge) {
      yield strength('at-edge', { at: edge.at });
    } else if (place !== undefined) {
      yield question('elsewhere', setting, { value, target: place });
    } else if (verdict === 'open' || (unseen && !showsTls) || mayRedirectAtEdge(project, deployment)) {
      yield question('unproven', setting, { value });
    } else {
      // A container without a certificate has a proxy in front of it, which its files need not show.
      const proxied = deployment.traits.has('tls-at-proxy') || deployment.traits.has('containers');
      const blind = proxied && seesHttps(settings, deployment) !== 'yes';
      const plain = plainScheme(project, deployment);
      const first = plain
        ? `First let \`${plain.at.path}\` pass on what the proxy with the certificate says, with \`$http_x_forwarded_proto\` in place of \`$scheme\`, or speak TLS itself: it listens on plain HTTP alone, tells Django \`http\` of every request, and each would be redirected to itself for ever. Then: `
        : '';
      yield {
        ...problem('disabled', setting, { value, module: settings.module, unless: unlessGiven(settings, setting) }),
        // A server that is not in the repository may redirect all the same.
        confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
        remedy: remedyFor(
          settings,
          deployment.traits.has('tls-unseen')
            ? `First let the ${deployment.traits.has('tls-at-proxy') ? 'proxy speak TLS' : 'server speak TLS, in a virtual host for port 443 with a certificate'}: nothing in its files does, and a redirect would send visitors to a port where nobody answers. Then redirect in Django${blind ? ', and let the proxy set the header that shows HTTPS, over what a visitor sends' : ''}.`
            : blind
              ? `${first}Redirect in Django, and let it see that the proxy was reached over HTTPS; the ${plain ? 'outermost ' : ''}proxy must set that header itself.`
              : `${first}Redirect in Django, or in the server in front of it.${seesHttps(settings, deployment) === 'yes' ? '' : ' Behind a proxy that speaks plain HTTP to Django, set `SECURE_PROXY_SSL_HEADER` in the same step, or it redirects for ever.'}`,
          [
            ...(blind ? [['SECURE_PROXY_SSL_HEADER', "('HTTP_X_FORWARDED_PROTO', 'https')"] as const] : []),
            ['SECURE_SSL_REDIRECT', 'True'],
          ],
        ),
      };
    }
  },
});

/** What the settings lack is written there; what they take from variables already is given by those. */
function remedyFor(
  settings: Settings,
  summary: string,
  wanted: readonly (readonly [name: string, value: string])[],
): Remedy {
  const given = wanted.flatMap(([name, value]) => {
    const { origin, reads } = settings.get(name);
    return origin === 'assigned' && reads.length > 0 ? [{ name, value, reads }] : [];
  });
  const said = given.map(
    ({ name, value, reads }) =>
      ` \`${name}\` comes from the environment in this project: give production ${namesOf(reads)}, so that it is \`${value}\`.`,
  );
  const code = wanted.filter(([name]) => given.every((item) => item.name !== name)).map((line) => line.join(' = '));
  const whole = summary + said.join('');
  return code.length === 0 ? { summary: whole } : writeInSettings(settings, whole, code.join('\n'));
}
