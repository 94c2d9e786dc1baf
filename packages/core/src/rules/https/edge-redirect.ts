/** Redirects to HTTPS in the files of servers and proxies, for deployments that no profile has read. */
import type { Evidence } from '../../fact.js';
import { purposeOf } from '../../file-purpose.js';
import { lineSpan, type Project } from '../../source.js';

const serverFile =
  /(\.conf|\.vhost|\.nginx|\.conf\.(template|tmpl|j2|erb)|Caddyfile|\.htaccess|nginx[^/]*|traefik[^/]*\.(ya?ml|toml)|(docker-)?compose[^/]*\.ya?ml|fly\.toml|haproxy[^/]*)$/i;
const redirects = [
  /^\s*(return\s+30[178]\s+https:|rewrite\s.+https:)/i,
  /^\s*Redirect(Match)?\s+(permanent\s+|30[178]\s+)?\S+\s+"?https:/i,
  /^\s*RewriteRule\s.+https:.+\bR\b/i,
  /redirectscheme\.scheme[=:]\s*"?https/i,
  /redirections\.entryPoint\.scheme[=:]\s*"?https/i,
  /^\s*force_https\s*=\s*true/i,
  /redirect\s+scheme\s+https/i,
];

/** The line that redirects, where one does. */
export function redirectAtEdge(project: Project): Evidence | undefined {
  for (const path of project.paths) {
    // What redirects where the project is tried says nothing of production.
    if (!serverFile.test(path) || purposeOf(path) === 'development') continue;
    const file = project.file(path);
    if (!file) continue;
    const line = file.text
      .split(/\r\n|\r|\n/)
      .findIndex(
        (text) => text.length < 2000 && !/^\s*#/.test(text) && redirects.some((pattern) => pattern.test(text)),
      );
    if (line >= 0) return { at: file.at(lineSpan(file.text, line + 1)), note: `\`${path}\` redirects to HTTPS.` };
  }
  return undefined;
}
