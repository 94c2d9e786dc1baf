/** Directories of the server that the site's own file opens. */
import type { WebApplication } from './web-applications.js';

const argumentsOf = (main: WebApplication | undefined, names: readonly string[]): readonly string[] =>
  (main?.servers ?? []).flatMap(({ directives }) =>
    directives.filter(({ name }) => names.includes(name)).flatMap(({ args }) => args[0]?.text ?? []),
  );

/** Of its logs, beside nginx's own: without them `nginx -t` fails. */
export function siteLogDirectories(main: WebApplication | undefined): readonly string[] {
  const found = argumentsOf(main, ['access_log', 'error_log']).flatMap(
    (file) => /^(\/[\w./-]+)\/[^/]+$/.exec(file)?.[1] ?? [],
  );
  return [...new Set(found)].filter((directory) => directory !== '/var/log/nginx' && directory !== '/var/log');
}

/** What visitors get from the repository itself, as its directories there. */
export function servedRoots(main: WebApplication | undefined): readonly string[] {
  return argumentsOf(main, ['root']).flatMap((place) => main?.tree.inRepository(place) ?? []);
}
