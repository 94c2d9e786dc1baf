/** The files of web servers and proxies in front of Django. */
import type { Evidence } from './fact.js';
import { purposeOf } from './file-purpose.js';
import { lineSpan, type Project, type SourceFile } from './source.js';

const named =
  /(^|\/)(nginx[^/]*|[^/]*\.nginx|[^/]*\.conf(\.\w+)?|Caddyfile[\w.-]*|[^/]*\.vhost|\.htaccess|uwsgi[^/]*\.(ini|ya?ml)|traefik[^/]*|haproxy[^/]*|static\.json|app\.ya?ml)$/i;
const inside = /(^|\/)((nginx|apache2?|httpd|caddy|traefik|haproxy|proxy)[^/]*|\.ebextensions)\/[^/]+$/i;
const other = /\.(py|md|rst|txt|html|js|css|sh|png|svg|woff2?|pem|crt|key)$/i;
/** Files of platforms and containers whose labels and keys steer a proxy. */
const steering = /(^|\/)((docker-)?compose[^/]*\.ya?ml|fly\.toml)$/i;

/** Whether a file is one of a server's that production may use: what serves where the project is tried says nothing of it. */
export function isServerFile(path: string): boolean {
  return (named.test(path) || inside.test(path)) && !other.test(path) && purposeOf(path) !== 'development';
}

/** The text files of servers and, where asked for, those that steer a proxy from elsewhere. */
export function* serverFiles(project: Project, also: 'servers' | 'steering' = 'servers'): Generator<SourceFile> {
  for (const path of project.paths) {
    const steers = also === 'steering' && steering.test(path) && purposeOf(path) !== 'development';
    const file = steers || isServerFile(path) ? project.file(path) : undefined;
    if (file) yield file;
  }
}

/** The first line of these files that says something, with a note of what; comments and lines without end do not count. */
export function lineOfServer(
  files: Iterable<SourceFile>,
  says: (line: string) => boolean,
  what: string,
): Evidence | undefined {
  for (const file of files) {
    const line = file.text
      .split(/\r\n|\r|\n/)
      .findIndex((text) => text.length < 2000 && !/^\s*#/.test(text) && says(text));
    if (line >= 0) return { at: file.at(lineSpan(file.text, line + 1)), note: `\`${file.path}\` ${what}.` };
  }
  return undefined;
}
