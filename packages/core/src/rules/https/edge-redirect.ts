/** Redirects to HTTPS in the files of servers and proxies, for deployments that no profile has read. */
import { caddyRedirectIn, isCaddyOpen } from '../../caddy-https.js';
import type { Evidence } from '../../fact.js';
import { lineOfServer, serverFiles } from '../../server-files.js';
import type { Project } from '../../source.js';
import { traefikRedirectIn } from '../../traefik-redirect.js';

const redirects = [
  /^\s*(return\s+30[178]\s+https:|rewrite\s.+https:)/i,
  /^\s*Redirect(Match)?\s+(permanent\s+|30[178]\s+)?\S+\s+"?https:/i,
  /^\s*RewriteRule\s.+https:.+\bR\b/i,
  /^\s*force_https\s*=\s*true/i,
  /redirect\s+scheme\s+https/i,
];

/** The line that redirects, where one does. */
export function redirectAtEdge(project: Project): Evidence | undefined {
  const files = [...serverFiles(project, 'steering')];
  const own = traefikRedirectIn(files) ?? caddyRedirectIn(files);
  if (own) return { at: own, note: `\`${own.path}\` redirects to HTTPS.` };
  return lineOfServer(files, (line) => redirects.some((pattern) => pattern.test(line)), 'redirects to HTTPS');
}

/** Whether a server's files leave it to something else whether it redirects. */
export function mayRedirectAtEdge(project: Project): boolean {
  return isCaddyOpen(serverFiles(project));
}
