/** Where Apache tells what went wrong: its own log, and that of the virtual host. */
import type { ApacheSection } from '../files/apache-config.js';
import { siteConfig } from './installed-site.js';
import type { ApacheSites } from './virtual-hosts.js';
import type { WebApplication } from './web-application.js';

/** A module that a host asks for is enabled beside it. */
const isDoubtful = ({ conditional, name }: ApacheSection): boolean => conditional && name !== 'ifmodule';

/** Where the process itself writes, as in a container: no file that somebody else could read, or a directory to make. */
const own = /^\/(dev|proc|sys)(\/|$)/;

/** Paths of the server. mod_wsgi names its Python in Apache's own log, which no virtual host has. */
export function errorLogs(sites: ApacheSites, web: WebApplication | undefined): readonly string[] {
  const site = siteConfig(sites, web)?.directives;
  const said = sites.applying(web?.script?.host ?? web?.hosts[0], 'ErrorLog');
  const last = said.filter((directive) => site?.includes(directive)).at(-1)?.args[0]?.text ?? '';
  const path = last.replace(/^\$\{APACHE_LOG_DIR\}/, '/var/log/apache2');
  const isFile = /^\/[^$%|]+$/.test(path) && !own.test(path);
  return [...new Set(['/var/log/apache2/error.log', ...(isFile ? [path] : [])])];
}

/** The directories of the virtual hosts' logs, beside Apache's own: it does not make them, and does not start without. */
export function logDirectoriesOf(sites: ApacheSites, web: WebApplication | undefined): readonly string[] {
  const site = siteConfig(sites, web)?.directives;
  const paths = ['ErrorLog', 'CustomLog', 'TransferLog', 'ForensicLog'].flatMap((name) =>
    sites
      .named(name)
      .filter((directive) => site?.includes(directive))
      .flatMap(({ args, within }) => (within.some(isDoubtful) ? [] : (args[0]?.text ?? []))),
  );
  const directories = paths.flatMap(
    (path) => /^(\/[\w./-]+)\/[^/]+$/.exec(path.replace(/^\$\{APACHE_LOG_DIR\}/, '/var/log/apache2'))?.[1] ?? [],
  );
  return [...new Set(directories)].filter(
    (directory) => !['/var/log', '/var/log/apache2'].includes(directory) && !own.test(directory),
  );
}
