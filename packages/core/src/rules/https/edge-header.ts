/** Response headers that a server in front of Django sets, as far as its files lie in the repository. */
import type { Evidence } from '../../fact.js';
import { purposeOf } from '../../file-purpose.js';
import { lineSpan, type Project } from '../../source.js';

const serverFile =
  /(^|\/)(nginx|apache2?|httpd|caddy|traefik|haproxy|proxy)[^/]*\/[^/]+$|(\.conf|\.vhost|\.conf\.(template|tmpl|j2|erb)|\.nginx)$|(^|\/)(Caddyfile|nginx[^/]*|\.htaccess)$/i;
const otherFile = /\.(py|md|rst|txt|html|js|css|sh|png|svg|woff2?|pem|crt|key)$/i;

/** The line of a server's configuration that sets a header, where one does. Comments do not count. */
export function headerAtEdge(project: Project, header: string): Evidence | undefined {
  const sets = new RegExp(`^[^#]*\\b${header}\\b`, 'i');
  for (const path of project.paths) {
    if (!serverFile.test(path) || otherFile.test(path) || purposeOf(path) === 'development') continue;
    const file = project.file(path);
    if (!file) continue;
    const line = file.text
      .split(/\r\n|\r|\n/)
      .findIndex((text) => text.length < 2000 && sets.test(text) && !isForwarded(text));
    if (line >= 0) {
      return { at: file.at(lineSpan(file.text, line + 1)), note: `\`${path}\` sets \`${header}\`.` };
    }
  }
  return undefined;
}

/** A line that hides, hands on or only logs the header does not set it. */
function isForwarded(line: string): boolean {
  return /proxy_hide_header|proxy_pass_header|proxy_set_header|RequestHeader|unset|log_format|del-header/i.test(line);
}
