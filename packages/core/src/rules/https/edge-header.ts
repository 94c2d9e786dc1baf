/** Response headers that a server in front of Django sets, as far as its files lie in the repository. */
import type { Evidence } from '../../fact.js';
import type { Deployment } from '../../facts/deployment.js';
import { lineOfServer, serverFiles } from '../../server-files.js';
import { lineSpan, type Project, type SourceFile } from '../../source.js';
import { isWithin, tidy } from '../structure/repository-path.js';
import { untoldLines } from './nginx-scheme.js';

/** The line of a server's configuration that sets a header, where one does. */
export function headerAtEdge(project: Project, header: string): Evidence | undefined {
  const sets = new RegExp(`^[^#]*\\b${header}\\b`, 'i');
  return lineOfServer(serverFiles(project), (line) => sets.test(line) && !isForwarded(line), `sets \`${header}\``);
}

/** Where nginx or Apache hands requests on and nothing tells Django how the visitor came, with the line that would. */
export function schemeUntold(
  project: Project,
  deployment: Deployment,
): { readonly places: readonly Evidence[]; readonly line: string } | undefined {
  const files = inUse(project, deployment, [...serverFiles(project)]);
  const telling = files.filter(({ text }) => /^[^#\n]*X-Forwarded-Proto/im.test(text));
  const nginx = 'proxy_set_header X-Forwarded-Proto $scheme;';
  for (const file of telling.length > 0 ? telling : files) {
    const places = untoldLines(file.text).map((line) => untoldAt(file, line));
    if (places.length > 0) return { places, line: nginx };
  }
  if (telling.length > 0) return undefined;
  const apache = lineOfServer(files, (text) => /^\s*ProxyPass(Match)?\s/.test(text), untold);
  return apache && { places: [apache], line: 'RequestHeader set X-Forwarded-Proto expr=%{REQUEST_SCHEME}' };
}

/** The files that the Compose files and Dockerfiles in use bring into a container; all of them where these bring none. */
export function inUse(project: Project, { files }: Deployment, all: readonly SourceFile[]): readonly SourceFile[] {
  const compose = files?.filter((path) => /\.ya?ml$/.test(path)) ?? [];
  const sources = compose.flatMap((path) => {
    const directory = path.slice(0, path.lastIndexOf('/') + 1);
    const mounts = (project.file(path)?.text ?? '').matchAll(
      /^[ \t]*(?:-|source:)[ \t]*["']?(\.{1,2}\/[\w./-]*|[\w-]+\/[\w./-]+)/gm,
    );
    return [...mounts].map(([, source = '']) => tidy(`${directory}${source}`));
  });
  sources.push(...(files ?? []).filter((path) => !/\.ya?ml$/.test(path)).flatMap((path) => copiedIn(project, path)));
  const brought = all.filter(({ path }) => sources.some((source) => source !== '' && isWithin(path, source)));
  return brought.length > 0 ? brought : all;
}

/** What a Dockerfile copies to where servers have their configuration, beside it or from the root. */
function copiedIn(project: Project, path: string): readonly string[] {
  const directory = path.slice(0, path.lastIndexOf('/') + 1);
  const copies = (project.file(path)?.text ?? '').split('\n').flatMap((line) => {
    const found =
      line.length < 1000 &&
      /^\s*(?:COPY|ADD)\s(?!.*--from)(?:\s*--\S+\s)*([^[<]+?)\s\/(?:usr\/local\/)?(?:etc|openresty)\/.*(?:nginx|apache2?|httpd|caddy|traefik|haproxy)\b/i.exec(
        line,
      );
    return found ? [found[1] ?? ''] : [];
  });
  return copies.flatMap((sources) =>
    sources
      .trim()
      .split(/\s+/)
      .flatMap((source) => {
        const text = source.replace(/["']/g, '').replace(/^\/+/, '');
        return [tidy(`${directory}${text}`), tidy(text)];
      }),
  );
}

const untold = 'does not tell Django here how the visitor came';

function untoldAt(file: SourceFile, line: number): Evidence {
  return { at: file.at(lineSpan(file.text, line)), note: `\`${file.path}\` ${untold}.` };
}

/** A line that takes away, hands on or only logs the header does not set it. */
function isForwarded(line: string): boolean {
  return /proxy_hide_header|proxy_pass_header|proxy_set_header|RequestHeader|unset|log_format|del-header|header_(up|down)|^\s*header\s+(\S+\s+)?-/i.test(
    line,
  );
}
