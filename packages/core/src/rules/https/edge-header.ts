/** Response headers that a server in front of Django sets, as far as its files lie in the repository. */
import type { Evidence } from '../../fact.js';
import { lineOfServer, serverFiles } from '../../server-files.js';
import type { Project } from '../../source.js';

/** The line of a server's configuration that sets a header, where one does. */
export function headerAtEdge(project: Project, header: string): Evidence | undefined {
  const sets = new RegExp(`^[^#]*\\b${header}\\b`, 'i');
  return lineOfServer(serverFiles(project), (line) => sets.test(line) && !isForwarded(line), `sets \`${header}\``);
}

/** Where nginx or Apache hands requests on and no file tells Django how the visitor came, with the line that would. */
export function schemeUntold(project: Project): (Evidence & { readonly line: string }) | undefined {
  const files = [...serverFiles(project)];
  if (files.some(({ text }) => /^[^#\n]*X-Forwarded-Proto/im.test(text))) return undefined;
  const nginx = 'proxy_set_header X-Forwarded-Proto $scheme;';
  const apache = 'RequestHeader set X-Forwarded-Proto expr=%{REQUEST_SCHEME}';
  for (const [directive, line] of [
    [/\bproxy_pass\s/, nginx],
    [/^\s*ProxyPass(Match)?\s/, apache],
  ] as const) {
    const found = lineOfServer(files, (text) => directive.test(text), 'does not tell Django here how the visitor came');
    if (found) return { ...found, line };
  }
  return undefined;
}

/** A line that hides, hands on or only logs the header does not set it. */
function isForwarded(line: string): boolean {
  return /proxy_hide_header|proxy_pass_header|proxy_set_header|RequestHeader|unset|log_format|del-header/i.test(line);
}
