/** Whether the application server itself believes the router's X-Forwarded-Proto: the build pack exports FORWARDED_ALLOW_IPS=*. */
import type { ServerCommand } from '../files/application-server.js';

/** gunicorn and uvicorn read the variable, unless an option or a configuration file says otherwise. */
export function trustsForwardedProto(server: ServerCommand | undefined): boolean {
  if (!server || server.invocation.launchers.some((launcher) => launcher.includes('nginx'))) return false;
  if (server.server !== 'gunicorn' && server.server !== 'uvicorn') return false;
  if (server.file?.get('secure_scheme_headers')) return false;
  if (server.forwardedAllowIps) return server.forwardedAllowIps.text === '*';
  if (server.server === 'uvicorn') return !server.options.has('--no-proxy-headers');
  return server.config === undefined || server.file !== undefined;
}
