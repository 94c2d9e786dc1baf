/** `include` in nginx's configuration: parts that lie in the repository, and those that the distribution brings. */
import type { Project } from '@django-golive/core';
import { includedPaths } from '../files/included-paths.js';
import { type NginxDirective, readNginxConfig } from '../files/nginx-config.js';

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
