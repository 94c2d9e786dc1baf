/** The unit of an ASGI server for the WebSockets of a project whose pages go through WSGI, where no service runs one. */
import { type Dependencies, type Project, type Settings, stringOf } from '@django-golive/core';
import { websocketRouting } from '../files/websocket-routing.js';
import { serviceUnit } from './service-unit.js';
import type { Service } from './services.js';
import type { WorkerPlace, WorkerUnit } from './worker-unit.js';
import { written } from './written.js';

/** A unit that is still to be written, and the package of its server where the project declares none. */
export interface AsgiUnit extends WorkerUnit {
  readonly installs: readonly string[];
}

const speaksAsgi = ({ server }: Service): boolean =>
  /^(daphne|uvicorn|hypercorn|granian)$/.test(server?.server ?? '') ||
  /uvicorn|asgi/.test(`${server?.workerClass?.text ?? ''} ${server?.application?.text ?? ''}`);

/** The unit; none where a service speaks ASGI, or where the application is not known. `port` is the one that the web server passes WebSockets to. */
export function asgiUnit(
  { project, settings, dependencies }: { project: Project; settings: Settings; dependencies: Dependencies },
  services: readonly Service[],
  port: string,
  { venv, user, environmentFile }: WorkerPlace,
  home: string,
): AsgiUnit | undefined {
  const named = stringOf(settings.get('ASGI_APPLICATION').value);
  if (!named?.includes('.') || websocketRouting(project) === undefined || services.some(speaksAsgi)) return undefined;
  const application = named.replace(/\.(\w+)$/, ':$1');
  const base = project.name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-') || 'app';
  const name = `${base}-asgi.service`;
  const declared = dependencies.get('daphne') !== undefined;
  // uvicorn believes a proxy on the same machine of itself, daphne where it is told to.
  const server = declared
    ? `daphne -b 127.0.0.1 -p ${port} --proxy-headers ${application}`
    : `uvicorn ${application} --host 127.0.0.1 --port ${port}`;
  const text = serviceUnit({
    user,
    home,
    module: settings.module,
    environmentFile,
    holds: undefined,
    command: `${venv}/bin/${server}`,
  });
  return {
    names: [name],
    commands: [written(`/etc/systemd/system/${name}`, text)],
    sentence: ` No service runs \`${application}\` yet, which answers WebSockets: write one.`,
    // Bare uvicorn refuses WebSockets for want of a library.
    installs: declared || dependencies.get('uvicorn') !== undefined ? [] : ["'uvicorn[standard]'"],
  };
}
