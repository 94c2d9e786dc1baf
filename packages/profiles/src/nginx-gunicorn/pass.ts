/** Where a location of nginx hands its requests on: an address, a group of servers, a socket. */
import type { Location } from '@django-golive/core';
import type { NginxDirective } from '../files/nginx-config.js';

/** A `proxy_pass` and its likes. */
export interface NginxPass {
  /** The protocol that it speaks. */
  readonly protocol: 'http' | 'uwsgi' | 'other';
  /** As written. */
  readonly target: string;
  readonly at: Location;
  /** `127.0.0.1:8000`, `unix:/run/shop.sock`; `undefined` where a variable or a template says. */
  readonly addresses: readonly string[] | undefined;
  /** The Host that the application gets where nothing else is set: the name in the target. */
  readonly host: string;
}

/** The servers of each `upstream`, by its name. */
export type Upstreams = ReadonlyMap<string, readonly string[] | undefined>;

/** The groups that a configuration defines. */
export function upstreamsOf(directives: readonly NginxDirective[]): Upstreams {
  const found = new Map<string, readonly string[] | undefined>();
  for (const { name, args, block } of directives) {
    if (name !== 'upstream' || !block || !args[0]) continue;
    const servers = block.filter((item) => item.name === 'server').map((item) => item.args[0]?.text ?? '');
    const open = servers.length === 0 || servers.some((server) => /[${]/.test(server));
    found.set(args[0].text, open ? undefined : servers.map((server) => addressOf(server, '80')));
  }
  return found;
}

/** The one among the directives of a location; those under an `if` are exceptions. */
export function passOf(directives: readonly NginxDirective[], upstreams: Upstreams): NginxPass | undefined {
  const found = directives.findLast(({ name }) => /^(proxy|uwsgi|grpc|fastcgi|scgi)_pass$/.test(name));
  const target = found?.args[0]?.text;
  if (!found || target === undefined) return undefined;
  const protocol = found.name === 'proxy_pass' ? 'http' : found.name === 'uwsgi_pass' ? 'uwsgi' : 'other';
  const [, scheme, rest = target] = /^(https?|grpcs?|uwsgi|suwsgi):\/\/(.*)$/.exec(target) ?? [];
  const name = rest.startsWith('unix:') ? 'localhost' : rest.replace(/\/.*$/, '');
  const group = upstreams.has(name);
  return {
    protocol,
    target,
    at: found.at,
    host: name,
    // A variable in the path leaves the server known.
    addresses: /[${]/.test(rest.startsWith('unix:') ? rest : name)
      ? undefined
      : group
        ? upstreams.get(name)
        : [addressOf(rest, scheme === 'https' ? '443' : '80')],
  };
}

function addressOf(text: string, port: string): string {
  // `unix:/run/shop.sock:/path`: a URI may follow the socket.
  const socket = /^unix:(?:\/\/)?([^:]*)/.exec(text)?.[1];
  if (socket !== undefined) return `unix:${socket}`;
  const host = text.replace(/\/.*$/, '');
  return /:\d+$/.test(host) ? host : `${host}:${port}`;
}

/** Whether an address is one of the machine itself. */
export function isLocal(address: string): boolean {
  return /^unix:|^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\]):/.test(address);
}
