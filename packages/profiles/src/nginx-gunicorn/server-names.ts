/** The names of a deployment on the server: what the project's files say, or what the checklist proposes. */
import type { Project } from '@django-golive/core';
import { hasHole, withoutTemplateEnding } from '../files/template-holes.js';
import { expandVariables } from '../files/variable-expansion.js';
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

/** What the checklist's own proposal has to carry, where no unit is there. */
export interface Wanted {
  /** The settings demand variables, and load no file that has them. */
  readonly variables: boolean;
  readonly websockets: boolean;
}

/** The names for the application that visitors reach. */
export function serverNames(project: Project, main: WebApplication | undefined, wanted: Wanted): ServerNames {
  const name = project.name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-') || 'app';
  const service = main?.service;
  const root = main?.tree.root ?? known(service?.directory?.text) ?? `/srv/${name}`;
  const program = service?.invocation.python ? undefined : service?.invocation.word.text;
  const venv =
    /^(\/.*)\/bin\/[^/]+$/.exec(program ?? '')?.[1] ?? /(\/[^\s=]+)\/bin\/python/.exec(service?.command ?? '')?.[1];
  const own = venv !== undefined && !/^\/usr(\/local)?$/.test(venv) ? venv : `${root}/venv`;
  const unit =
    installedName(project, service?.unit?.path, '/etc/systemd/system') ?? service?.unit?.name ?? `${name}.service`;
  const config = main?.servers[0]?.config.path;
  const file =
    config === undefined
      ? undefined
      : withoutTemplateEnding(config)
          .split('/')
          .pop()
          ?.replace(/\.conf$/, '');
  return {
    root,
    venv: own,
    user: known(service?.user?.text) ?? 'www-data',
    unit,
    start: unit.replace(/\.service$/, ''),
    // Many sites on one server cannot all be called `nginx`.
    site:
      installedName(project, config, '/etc/nginx/sites-available') ??
      (file === undefined || /^(nginx|default|site)$/.test(file) ? name : file),
    address: main?.addresses?.[0]?.text ?? `unix:/run/${name}/gunicorn.sock`,
    environmentFile:
      service === undefined && wanted.variables ? `/etc/${name}.env` : known(service?.environmentFiles[0]?.text),
    installs:
      service === undefined
        ? wanted.websockets
          ? "'uvicorn[standard]'"
          : 'gunicorn'
        : /^(gunicorn|uvicorn|daphne|hypercorn|waitress|granian)$/.test(service.server?.server ?? '')
          ? service.server?.server
          : undefined,
  };
}

/** What no template leaves open. */
const known = (text: string | undefined): string | undefined =>
  text === undefined || hasHole(text) ? undefined : text;

/** The name that a script of the project gives to a file when it installs it below `directory`. */
function installedName(project: Project, path: string | undefined, directory: string): string | undefined {
  const file = path?.split('/').pop();
  if (file === undefined) return undefined;
  for (const script of project.paths) {
    const text = /\.(sh|bash)$/.test(script) ? (project.file(script)?.text ?? '') : '';
    const line = text
      .split('\n')
      .find((item) => item.includes(`/${file}`) && item.includes(directory) && /\b(cp|install|ln|mv)\b/.test(item));
    const found = line && new RegExp(`${directory}/?([^\\s"';]+)`).exec(line)?.[1];
    const name = found === undefined ? undefined : expandVariables(found, assignedIn(text)).text;
    if (name !== undefined && /^[\w@.-]+$/.test(name)) return name;
  }
  return undefined;
}

/** The variables that a script assigns once, as plain words. */
function assignedIn(text: string): (name: string) => string | undefined {
  return (name) => {
    const found = [
      ...text.matchAll(new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}=["']?([\\w.-]*)["']?[ \\t]*$`, 'gm')),
    ];
    return found.length === 1 ? found[0]?.[1] : undefined;
  };
}
