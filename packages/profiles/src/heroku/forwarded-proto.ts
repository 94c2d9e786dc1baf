/** Whether the application server itself believes the router's X-Forwarded-Proto: the build pack exports FORWARDED_ALLOW_IPS=*. */
import type { Project } from '@django-golive/core';
import type { ServerCommand } from '../files/application-server.js';

/** gunicorn and uvicorn read the variable, unless an option or a configuration file says otherwise. */
export function trustsForwardedProto(project: Project, server: ServerCommand | undefined): boolean {
  if (!server || server.invocation.launchers.some((launcher) => launcher.includes('nginx'))) return false;
  if (server.server !== 'gunicorn' && server.server !== 'uvicorn') return false;
  if (server.forwardedAllowIps) return server.forwardedAllowIps.text === '*';
  if (server.server === 'uvicorn') return !server.options.has('--no-proxy-headers');
  const path = server.config?.text.replace(/^(file:|\.\/)+/, '') ?? 'gunicorn.conf.py';
  const text = project.file(path)?.text;
  if (text === undefined) return server.config === undefined;
  const assigned = /^[ \t]*(forwarded_allow_ips|secure_scheme_headers)[ \t]*=[ \t]*(.*)$/m.exec(text);
  return assigned === null || (assigned[1] === 'forwarded_allow_ips' && /^["']\*["']/.test(assigned[2] ?? ''));
}
