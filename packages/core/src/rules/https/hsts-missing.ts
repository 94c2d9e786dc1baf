/** HSTS: the header that keeps browsers from ever using plain HTTP again. */
import { describeValue, truthOf } from '../../describe.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { conclude, confidenceIn, hasFinalValues, unlessGiven } from '../settings/final-values.js';
import { runs, securityMiddleware } from '../settings/middleware.js';
import { headerAtEdge } from './edge-header.js';
import { areHostsPreloaded } from './preloaded.js';
import { seesHttps } from './sees-https.js';

export const hstsMissing = defineRule({
  id: 'https/hsts-missing',
  title: 'Browsers are not told to insist on HTTPS',
  sound: 'Browsers are told to insist on HTTPS',
  category: 'security',
  severity: 'medium',
  effort: minutes(10),
  risk: "Someone on the visitor's network can catch the first plain HTTP request and keep the visitor off HTTPS.",
  references: [cwe(319), django('security.W004'), docs('ref/middleware', 'http-strict-transport-security')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: { missing: '`SECURE_HSTS_SECONDS` is {value} in `{module}`{unless}.' },
  questions: { unproven: '`SECURE_HSTS_SECONDS` is {value}. Is it above zero in production?' },
  strengths: { 'at-edge': '`{path}` sends Strict-Transport-Security in front of Django.' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    runs(settings, securityMiddleware) !== 'no' &&
    !(truthOf(settings.get('SECURE_HSTS_SECONDS').value) !== 'yes' && areHostsPreloaded(settings)),
  *check({ deployment, project, settings }, { problem, question, strength }) {
    const setting = settings.get('SECURE_HSTS_SECONDS');
    const value = describeValue(setting.name, setting.value);
    const verdict = conclude(runs(settings, securityMiddleware), truthOf(setting.value));
    if (verdict === 'sound') return;
    const edge = headerAtEdge(project, 'Strict-Transport-Security');
    if (edge) {
      yield strength('at-edge', { at: edge.at }, { path: edge.at.path });
      return;
    }
    if (verdict === 'open') {
      yield question('unproven', setting, { value });
      return;
    }
    yield {
      ...problem('missing', setting, { value, module: settings.module, unless: unlessGiven(settings, setting) }),
      confidence: confidenceIn(settings, setting),
      remedy: writeInSettings(
        settings,
        `Start with an hour; raise it to a year once every page works over HTTPS.${
          seesHttps(settings, deployment) === 'no'
            ? ' Behind a proxy Django sends it only with `SECURE_PROXY_SSL_HEADER`.'
            : ''
        }`,
        'SECURE_HSTS_SECONDS = 3600',
      ),
    };
  },
});
