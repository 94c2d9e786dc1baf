/** Response headers that a server in front of Django sets, as far as its files lie in the repository. */
import type { Evidence } from '../../fact.js';
import { lineOfServer, serverFiles } from '../../server-files.js';
import type { Project } from '../../source.js';

/** The line of a server's configuration that sets a header, where one does. */
export function headerAtEdge(project: Project, header: string): Evidence | undefined {
  const sets = new RegExp(`^[^#]*\\b${header}\\b`, 'i');
  return lineOfServer(serverFiles(project), (line) => sets.test(line) && !isForwarded(line), `sets \`${header}\``);
}

/** A line that hides, hands on or only logs the header does not set it. */
function isForwarded(line: string): boolean {
  return /proxy_hide_header|proxy_pass_header|proxy_set_header|RequestHeader|unset|log_format|del-header/i.test(line);
}
