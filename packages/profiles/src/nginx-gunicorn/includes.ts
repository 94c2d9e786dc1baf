/** `include` in nginx's configuration: parts that lie in the repository, and those that the distribution brings. */
import type { Project } from '@django-golive/core';
import { type NginxDirective, readNginxConfig } from '../files/nginx-config.js';
import { directoryOf, normalizePath } from '../files/paths.js';

/** What Debian's `/etc/nginx/proxy_params` says. */
const proxyParams = [
  ['proxy_set_header', 'Host', '$http_host'],
  ['proxy_set_header', 'X-Real-IP', '$remote_addr'],
  ['proxy_set_header', 'X-Forwarded-For', '$proxy_add_x_forwarded_for'],
  ['proxy_set_header', 'X-Forwarded-Proto', '$scheme'],
];
/** The line of `/etc/nginx/uwsgi_params` that tells the scheme. */
const uwsgiParams = [['uwsgi_param', 'HTTPS', '$https']];

const maximumDepth = 4;
const maximumDirectives = 5_000;

/** Directives with their includes in place. One that is not to be had stays as it is. */
export function withIncludes(
  project: Project,
  directives: readonly NginxDirective[],
  from: string,
  depth = 0,
): readonly NginxDirective[] {
  const found = directives.flatMap((directive): readonly NginxDirective[] => {
    const pattern = directive.name === 'include' ? directive.args[0]?.text : undefined;
    if (pattern === undefined || depth >= maximumDepth) return [directive];
    const paths = includedPaths(project, pattern, from);
    if (paths.length > 0)
      return paths.flatMap((path) => {
        const file = project.file(path);
        return file ? withIncludes(project, readNginxConfig(file).directives, path, depth + 1) : [];
      });
    const lines = /(^|\/)proxy_params$/.test(pattern)
      ? proxyParams
      : /(^|\/)uwsgi_params$/.test(pattern)
        ? uwsgiParams
        : undefined;
    return (
      lines?.map(([name = '', ...args]) => ({
        name,
        args: args.map((text) => ({ text, at: directive.at })),
        at: directive.at,
      })) ?? [directive]
    );
  });
  return found.slice(0, maximumDirectives);
}

/** The files of the repository that an include names: beside the file, or below a directory like `/etc/nginx`. */
function includedPaths(project: Project, pattern: string, from: string): readonly string[] {
  if (/[${]/.test(pattern)) return [];
  const beside = normalizePath(`${directoryOf(from)}/${pattern}`);
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  // A name alone would be found anywhere: its directory must agree as well.
  const ends = [beside, parts.length > 1 ? parts.slice(-2).join('/') : undefined].filter((end) => end !== undefined);
  return project.paths.filter(
    (path) => path !== from && ends.some((end) => (end === beside ? fits(path, end) : fits(lastTwo(path), end))),
  );
}

function fits(path: string, pattern: string): boolean {
  if (!pattern.includes('*')) return path === pattern;
  const source = pattern.split('*').map((part) => part.replace(/[.+?^()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('[^/]*')}$`).test(path);
}

function lastTwo(path: string): string {
  return path.split('/').slice(-2).join('/');
}
