/** Whether only requests for the names of the site reach the application: nginx refuses all others itself. */
import type { NginxServer, NginxSites } from './sites.js';

/** True where each port of the application has a default server that refuses, and the application's names are plain. */
export function isHostValidated({ servers }: NginxSites, own: readonly NginxServer[]): boolean {
  const ports = new Set(own.flatMap(({ listens }) => listens.map(({ port }) => port)));
  const plain = own.every(
    ({ names, listens }) =>
      names.length > 0 &&
      names.every(({ name }) => /^[a-z0-9.-]+$/.test(name)) &&
      listens.every(({ isDefault }) => !isDefault),
  );
  return (
    plain &&
    own.length > 0 &&
    [...ports].every((port) =>
      servers.some(
        (server) =>
          !own.includes(server) &&
          server.listens.some((listen) => listen.port === port && listen.isDefault) &&
          server.directives.some(
            ({ name, args }) =>
              (name === 'return' && /^4\d\d$/.test(args[0]?.text ?? '')) ||
              (name === 'ssl_reject_handshake' && args[0]?.text === 'on'),
          ),
      ),
    )
  );
}
