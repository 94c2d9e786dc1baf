/** The names of a deployment on the server: what the project's files say, or what the checklist proposes. */
import type { Project } from '@django-golive/core';
import type { WebApplication } from './web-applications.js';

/** Names that commands are made of. */
export interface ServerNames {
  /** Where the repository lies. */
  readonly root: string;
  readonly venv: string;
  readonly user: string;
  /** The file of the unit, as systemd gets it. */
  readonly unit: string;
  /** What `systemctl restart` names. */
  readonly start: string;
  /** The file of the site below `/etc/nginx/sites-available`. */
  readonly site: string;
  /** Where the application server listens. */
  readonly address: string;
  readonly environmentFile: string | undefined;
  /** The package of the server, where it is one of Python's. */
  readonly installs: string | undefined;
}

/** The names for the application that visitors reach. */
export function serverNames(project: Project, main: WebApplication | undefined): ServerNames {
  const name = project.name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-') || 'app';
  const service = main?.service;
  const root = main?.tree.root ?? service?.directory?.text ?? `/srv/${name}`;
  const program = service?.invocation.python ? undefined : service?.invocation.word.text;
  const venv =
    /^(\/.*)\/bin\/[^/]+$/.exec(program ?? '')?.[1] ?? /(\/[^\s=]+)\/bin\/python/.exec(service?.command ?? '')?.[1];
  const own = venv !== undefined && !/^\/usr(\/local)?$/.test(venv) ? venv : `${root}/venv`;
  const unit = installedName(project, service?.path) ?? service?.unit?.name ?? `${name}.service`;
  const config = main?.servers[0]?.config.path
    .split('/')
    .pop()
    ?.replace(/\.conf$/, '');
  return {
    root,
    venv: own,
    user: service?.user?.text ?? 'www-data',
    unit,
    start: unit.replace(/\.service$/, ''),
    // Many sites on one server cannot all be called `nginx`.
    site: config === undefined || /^(nginx|default|site)$/.test(config) ? name : config,
    address: main?.addresses?.[0]?.text ?? `unix:/run/${name}/gunicorn.sock`,
    environmentFile: service?.environmentFiles[0]?.text,
    installs:
      service === undefined
        ? 'gunicorn'
        : /^(gunicorn|uvicorn|daphne|hypercorn|waitress|granian)$/.test(service.server?.server ?? '')
          ? service.server?.server
          : undefined,
  };
}

/** The name that a script of the project gives to a unit when it installs it. */
function installedName(project: Project, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const file = path.split('/').pop() ?? '';
  for (const script of project.paths) {
    if (!/\.(sh|bash|md)$/.test(script)) continue;
    const text = project.file(script)?.text ?? '';
    for (const line of text.split('\n')) {
      if (!line.includes(file)) continue;
      const found = /\/etc\/systemd\/system\/([\w@.-]+\.service)\b/.exec(line)?.[1];
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
