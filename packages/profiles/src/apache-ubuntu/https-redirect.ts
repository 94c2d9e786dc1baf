/** Whether Apache itself sends plain HTTP to HTTPS for the hosts of the application. */
import type { Location } from '@django-golive/core';
import type { ApacheDirective } from '../files/apache-config.js';
import type { ApacheSites, VirtualHost } from './virtual-hosts.js';
import type { WebApplication } from './web-application.js';

/** The directive that redirects, where every plain host of the application has one. */
export function redirectsToHttps(sites: ApacheSites, web: WebApplication): Location | undefined {
  const names = new Set(web.hosts.flatMap((host) => host.names.map((item) => item.name)));
  const plain = sites.hosts.filter(
    (host) => isPlain(host) && (web.hosts.includes(host) || host.names.some((item) => names.has(item.name))),
  );
  const redirects = plain.map((host) => host.directives.find(isRedirect));
  return redirects.length > 0 && redirects.every((item) => item !== undefined) ? redirects[0]?.at : undefined;
}

/** Whether a host answers without TLS. */
export function isPlain(host: VirtualHost): boolean {
  return !host.ssl && !host.ports.includes('443');
}

function isRedirect(directive: ApacheDirective): boolean {
  const args = directive.args.map((arg) => arg.text);
  if (directive.name === 'redirect' || directive.name === 'redirectpermanent') {
    const url = args.findIndex((text) => /^https:\/\//i.test(text));
    return url > 0 && (args[url - 1] ?? '') === '/';
  }
  if (directive.name === 'redirectmatch') return args.some((text) => /^https:\/\//i.test(text));
  return (
    directive.name === 'rewriterule' &&
    /^https:\/\//i.test(args[1] ?? '') &&
    /^\^?\/?\(?\.?\*?/.test(args[0] ?? '') &&
    /\bR\b|R=30[1278]/.test(args[2] ?? '')
  );
}
