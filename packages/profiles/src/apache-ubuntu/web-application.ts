/** The Django application that Apache serves: its WSGI script in the repository, where the repository lies, who passes requests to it. */
import { defineFact, type Location, type Project, project } from '@django-golive/core';
import type { ApacheDirective } from '../files/apache-config.js';
import { type DeployedPart, deployedFile, deployedPart, relativeTo } from '../files/deployed-path.js';
import { directoryOf } from '../files/paths.js';
import {
  type ApacheSites,
  apacheSites,
  type DaemonProcess,
  optionOf,
  type VirtualHost,
  type WsgiScript,
} from './virtual-hosts.js';

/** One application behind Apache, by mod_wsgi or by a proxied server. */
export interface WebApplication {
  readonly kind: 'mod_wsgi' | 'proxy';
  readonly at: Location;
  readonly hosts: readonly VirtualHost[];
  readonly script: WsgiScript | undefined;
  /** The script's file in the repository. */
  readonly file: string | undefined;
  /** Where the repository's root lies on the server. */
  readonly root: string | undefined;
  /** The part of the repository that the script shows on the server, under whatever name. */
  readonly part: DeployedPart | undefined;
  /** `config.wsgi:application`. */
  readonly application: string | undefined;
  /** The directory imports start from, relative to the project's root. */
  readonly directory: string | undefined;
  /** The group of processes it runs in, by name; `undefined` for Apache's own children. */
  readonly group: string | undefined;
  readonly daemon: DaemonProcess | undefined;
  /** The settings module that a script names by itself. */
  readonly settings: { readonly module: string; readonly at: Location } | undefined;
}

/** The application behind the project's virtual hosts. */
export const webApplication = defineFact({
  id: 'apache-web-application',
  needs: { project, apacheSites },
  derive({ project, apacheSites }): WebApplication | undefined {
    const scripts = [...apacheSites.scripts].sort(
      (a, b) => Number(b.host?.ssl ?? false) - Number(a.host?.ssl ?? false),
    );
    const script = scripts.find((item) => item.url === '/') ?? scripts[0];
    if (!script) return proxied(apacheSites);
    const group = groupOf(apacheSites, script);
    const daemon =
      group === undefined
        ? undefined
        : (apacheSites.daemons.find((item) => item.name === group && item.host === script.host) ??
          apacheSites.daemons.find((item) => item.name === group));
    const found = deployedFile(project, script.target);
    const start = found && importDirectory(project, found.path, found.root, daemon);
    return {
      kind: 'mod_wsgi',
      at: script.at,
      hosts: apacheSites.hosts.filter(
        (host) =>
          host === script.host ||
          apacheSites.scripts.some((item) => item.host === host && item.target === script.target) ||
          inherits(apacheSites, host, script),
      ),
      script,
      file: found?.path,
      // Where a template's variable places it, nobody knows.
      root: found?.root.includes('$') ? undefined : found?.root,
      part: /[$%]/.test(script.target) ? undefined : deployedPart(project, script.target),
      application: found && start !== undefined ? moduleOf(found.path, start) : undefined,
      directory: start,
      group,
      daemon,
      settings: found && settingsIn(project, found.path),
    };
  },
});

/** The group a script's requests go to, by the directives that hold for it. */
export function groupOf(sites: ApacheSites, script: WsgiScript): string | undefined {
  const own = optionOf(script.directive, 'process-group');
  const directive = sites.applying(script.host, 'WSGIProcessGroup').at(-1);
  const name = own ?? directive?.args[0]?.text;
  return name === undefined || name === '%{GLOBAL}' ? undefined : name;
}

/** Whether a host takes a script that stands outside of all hosts, and has no application of its own there. */
function inherits(sites: ApacheSites, host: VirtualHost, script: WsgiScript): boolean {
  const own = sites.scripts.some((item) => item.host === host && item.url === script.url);
  return script.host === undefined && !own && host.config.directives.includes(script.directive);
}

function importDirectory(project: Project, file: string, root: string, daemon: DaemonProcess | undefined): string {
  for (const option of ['python-path', 'home']) {
    for (const part of daemon?.options.get(option)?.value.split(':') ?? []) {
      const inside = relativeTo(root, part);
      if (
        inside !== undefined &&
        (inside === '' || project.isDirectory(inside)) &&
        file.startsWith(inside === '' ? '' : `${inside}/`)
      )
        return inside;
    }
  }
  const directory = directoryOf(file);
  return project.file(`${directory === '' ? '' : `${directory}/`}manage.py`) ? directory : directoryOf(directory);
}

/** A `.wsgi` script is no module: nothing imports it by a name. */
function moduleOf(file: string, directory: string): string | undefined {
  if (!file.endsWith('.py')) return undefined;
  const inside = directory === '' ? file : file.slice(directory.length + 1);
  const module = inside.slice(0, -3).replaceAll('/', '.');
  return /^[A-Za-z_][\w.]*$/.test(module) ? `${module}:application` : undefined;
}

function settingsIn(project: Project, path: string): WebApplication['settings'] {
  const file = project.file(path);
  if (!file || path.endsWith('.py')) return undefined;
  const match = /DJANGO_SETTINGS_MODULE['"]\]?\s*[,=]\s*['"]([\w.]+)['"]/.exec(file.text);
  return match
    ? { module: match[1] ?? '', at: file.at({ start: match.index, end: match.index + match[0].length }) }
    : undefined;
}

/** A host that passes everything to a server of its own. */
function proxied(sites: ApacheSites): WebApplication | undefined {
  const directive = sites.named('ProxyPass').find((item) => isLocal(item) && proxyPathOf(item) === '/');
  if (!directive) return undefined;
  const hosts = sites.hosts.filter((host) => host.directives.includes(directive));
  return {
    kind: 'proxy',
    at: directive.at,
    hosts,
    script: undefined,
    file: undefined,
    root: undefined,
    part: undefined,
    application: undefined,
    directory: undefined,
    group: undefined,
    daemon: undefined,
    settings: undefined,
  };
}

/** The URL path that a ProxyPass covers: its first argument, or that of the Location around it. */
export function proxyPathOf(directive: ApacheDirective): string | undefined {
  const first = directive.args[0]?.text;
  if (first?.startsWith('/')) return first;
  return [...directive.within].reverse().find((section) => section.name === 'location')?.args[0]?.text;
}

function isLocal(directive: ApacheDirective): boolean {
  return directive.args.some((arg) =>
    /^(https?|unix|uwsgi|fcgi):.*(localhost|127\.0\.0\.1|\[::1\]|\.sock)/.test(arg.text),
  );
}
