/** Redirects to HTTPS in the files of servers and proxies, for deployments that no profile has read. */
import { caddyRedirectIn, isCaddyOpen } from '../../caddy-https.js';
import { caddyLabelIn, isCaddyLabelOpen } from '../../caddy-labels.js';
import type { Evidence } from '../../fact.js';
import type { Deployment } from '../../facts/deployment.js';
import { isServerFile, lineOfServer, serverFiles } from '../../server-files.js';
import type { Project, SourceFile } from '../../source.js';
import { traefikRedirectIn } from '../../traefik-redirect.js';
import { inUse } from './edge-header.js';

const redirects = [
  /^\s*(return\s+30[178]\s+https:|rewrite\s.+https:)/i,
  /^\s*Redirect(Match)?\s+(permanent\s+|30[178]\s+)?\S+\s+"?https:/i,
  /^\s*RewriteRule\s.+https:.+\bR\b/i,
  /^\s*force_https\s*=\s*true/i,
  /redirect\s+scheme\s+https/i,
];

/** The line that redirects, where one does in a file that production uses. */
export function redirectAtEdge(project: Project, deployment: Deployment): Evidence | undefined {
  return redirectIn(filesOf(project, deployment).used);
}

function redirectIn(files: readonly SourceFile[]): Evidence | undefined {
  const own = traefikRedirectIn(files) ?? caddyRedirectIn(files) ?? caddyLabelIn(files);
  if (own) return { at: own, note: `\`${own.path}\` redirects to HTTPS.` };
  return lineOfServer(files, (line) => redirects.some((pattern) => pattern.test(line)), 'redirects to HTTPS');
}

/** Whether a server's files leave it to something else whether it redirects, or files that nothing shows in use do. */
export function mayRedirectAtEdge(project: Project, deployment: Deployment): boolean {
  const { used, unused, samples } = filesOf(project, deployment);
  return (
    isCaddyOpen(serverFiles(project)) ||
    isCaddyLabelOpen(used) ||
    redirectIn(unused) !== undefined ||
    (!used.some(({ path }) => isServerFile(path)) && redirectIn(samples) !== undefined)
  );
}

/** A sample is copied to the server and changed, or it is not: what runs is the file without that word, where there is one. */
function filesOf(project: Project, deployment: Deployment) {
  const all = [...serverFiles(project, 'steering')];
  const own = all.filter(({ path }) => !sample.test(path));
  const servers = inUse(
    project,
    deployment,
    own.filter(({ path }) => isServerFile(path)),
  );
  const used = own.filter((file) => !isServerFile(file.path) || servers.includes(file));
  return {
    used,
    unused: own.filter((file) => !used.includes(file)),
    samples: all.filter((file) => !own.includes(file)),
  };
}

const sample = /(^|[/._-])(samples?|examples?(?!\.(com|org|net)\b))([._-][^/]*)?$|\.dist$/i;
