/** Where Apache tells what went wrong: its own log, and that of the virtual host. */
import type { ApacheSites } from './virtual-hosts.js';
import type { WebApplication } from './web-application.js';

/** Paths of the server. mod_wsgi names its Python in Apache's own log, which no virtual host has. */
export function errorLogs(sites: ApacheSites, web: WebApplication | undefined): readonly string[] {
  const own = sites.applying(web?.script?.host ?? web?.hosts[0], 'ErrorLog').at(-1)?.args[0]?.text ?? '';
  const path = own.replace(/^\$\{APACHE_LOG_DIR\}/, '/var/log/apache2');
  return [...new Set(['/var/log/apache2/error.log', ...(/^\/[^$%|]+$/.test(path) ? [path] : [])])];
}

/** The directories of the virtual hosts' logs, beside Apache's own: it does not make them, and does not start without. */
export function logDirectoriesOf(sites: ApacheSites): readonly string[] {
  const paths = ['ErrorLog', 'CustomLog', 'TransferLog', 'ForensicLog'].flatMap((name) =>
    sites
      .named(name)
      .flatMap(({ args, within }) => (within.some(({ conditional }) => conditional) ? [] : (args[0]?.text ?? []))),
  );
  const directories = paths.flatMap(
    (path) => /^(\/[\w./-]+)\/[^/]+$/.exec(path.replace(/^\$\{APACHE_LOG_DIR\}/, '/var/log/apache2'))?.[1] ?? [],
  );
  return [...new Set(directories)].filter((directory) => !['/var/log', '/var/log/apache2', '/dev'].includes(directory));
}
