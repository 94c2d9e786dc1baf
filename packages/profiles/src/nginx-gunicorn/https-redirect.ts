/** Whether nginx itself sends plain HTTP to HTTPS for the hosts of the application. */
import type { Location } from '@django-golive/core';
import type { NginxDirective } from '../files/nginx-config.js';
import type { NginxServer, NginxSites } from './sites.js';

/** The directive that redirects, where every plain server of the application's names has one. */
export function redirectsToHttps({ servers }: NginxSites, own: readonly NginxServer[]): Location | undefined {
  const names = new Set(own.flatMap((server) => server.names.map(({ name }) => name)));
  const plain = servers.filter(
    (server) =>
      isPlain(server) && (own.includes(server) || server.names.some(({ name }) => names.has(name) || name === '_')),
  );
  const redirects = plain.map(redirectOf);
  return redirects.length > 0 && redirects.every((item) => item !== undefined) ? redirects[0] : undefined;
}

/** Whether a server answers without TLS. */
export function isPlain(server: NginxServer): boolean {
  return server.tls === undefined && server.listens.some(({ port }) => port !== '443' && port !== '');
}

/** Where a server sends all its visitors to HTTPS: by itself, in its one location, or host by host as certbot writes it. */
function redirectOf(server: NginxServer): Location | undefined {
  const own = server.directives.find(isRedirect);
  if (own) return own.at;
  const root = server.locations.find(({ path, modifier }) => path === '/' && modifier === '');
  const inner = root?.directives.find(isRedirect);
  if (inner) return inner.at;
  const conditions = server.directives.filter(({ name, block }) => name === 'if' && block?.some(isRedirect));
  const hosts = conditions.flatMap(({ args }) =>
    /^\(\$host$/.test(args[0]?.text ?? '') ? (args[2]?.text.replace(/\)$/, '') ?? []) : [],
  );
  const scheme = conditions.find(({ args }) => /^\(\$(scheme|http_x_forwarded_proto|https)/.test(args[0]?.text ?? ''));
  if (scheme) return scheme.at;
  return hosts.length > 0 && server.names.every(({ name }) => hosts.includes(name)) ? conditions[0]?.at : undefined;
}

function isRedirect({ name, args }: NginxDirective): boolean {
  const words = args.map(({ text }) => text);
  if (name === 'return')
    return (
      (/^30[12378]$/.test(words[0] ?? '') && /^https:\/\//i.test(words[1] ?? '')) || /^https:\/\//i.test(words[0] ?? '')
    );
  return name === 'rewrite' && /^https:\/\//i.test(words[1] ?? '');
}
