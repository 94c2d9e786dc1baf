/** The certificates that nginx's servers name. */
import type { NginxServer } from './sites.js';

/** The paths that a directive names, each once. */
export function certificatePaths(servers: readonly NginxServer[], directive: string): readonly string[] {
  return [
    ...new Set(
      servers.flatMap(({ directives }) =>
        directives.filter(({ name }) => name === directive).flatMap(({ args }) => args[0]?.text ?? []),
      ),
    ),
  ];
}
