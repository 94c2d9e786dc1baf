/** A proxy header that anyone can send: Django believes it although the application can be reached without the proxy. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { isWritten, siteCode, sources } from '../../facts/sources.js';
import { isKnown, isTrue } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { hasFinalValues } from '../settings/final-values.js';

export const proxySslHeaderSpoofable = defineRule({
  id: 'https/proxy-ssl-header-spoofable',
  title: 'Anyone can claim to be on HTTPS',
  sound: 'Only the proxy can say that a request came over HTTPS',
  category: 'security',
  severity: 'high',
  effort: minutes(15),
  risk: 'A client that talks to the application directly passes for secure, past the redirect and the CSRF origin check.',
  references: [cwe(348), docs('ref/settings', 'secure-proxy-ssl-header')],
  since: '0.1.0',
  needs: { deployment, project, settings, sources },
  problems: {
    published: "`SECURE_PROXY_SSL_HEADER` is set, but the application's port can be reached without the proxy.",
  },
  questions: {
    variable:
      '`SECURE_PROXY_SSL_HEADER` is set, and a variable says at which address the port of the application answers. Is it 127.0.0.1 on the server?',
  },
  when: ({ deployment, settings }) =>
    hasFinalValues(settings) &&
    (deployment.traits.has('app-port-published') || deployment.traits.has('app-port-at-variable')) &&
    settings.get('SECURE_PROXY_SSL_HEADER').value.kind === 'tuple' &&
    // One that only a variable may give is not set by the files.
    isKnown(settings.get('SECURE_PROXY_SSL_HEADER').value),
  *check({ deployment, project, settings, sources }, { problem, question }) {
    if (!deployment.traits.has('app-port-published')) {
      const at = deployment.traits.get('app-port-at-variable');
      yield question('variable', at ? { at } : settings.get('SECURE_PROXY_SSL_HEADER'));
      return;
    }
    const port = deployment.traits.get('app-port-published');
    const idle =
      isTrue(settings.get('SECURE_SSL_REDIRECT').value) === 'no' &&
      !isWritten(project, siteCode(sources, settings), asksForScheme);
    yield {
      ...problem('published', settings.get('SECURE_PROXY_SSL_HEADER')),
      // A firewall may close the port; it is in no file.
      confidence: 'firm',
      ...(idle
        ? {
            severity: 'low' as const,
            risk: 'A client that talks to the application directly passes for secure. Nothing was seen here that asks for it: no redirect, no code.',
          }
        : {}),
      evidence: port ? [{ at: port, note: 'The port is published here.' }] : [],
      remedy: {
        summary: 'Publish only the proxy: bind the application to 127.0.0.1 or to the inner network.',
        ...(port ? { path: port.path } : {}),
      },
    };
  },
});

/** Code that goes by the scheme of a request. */
const asksForScheme = /\bis_secure\b|\brequest\.scheme\b|url_scheme|X_FORWARDED_PROTO|SECURE_PROXY_SSL_HEADER/;
