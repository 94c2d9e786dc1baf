/** How the project runs behind Apache, in the words that the settings reader and core's rules understand. */
import {
  type Deployment,
  deployment,
  type GivenVariable,
  type Location,
  type Process,
  type Project,
  type Provider,
  project,
  provide,
  type Trait,
} from '@django-golive/core';
import { applicationOf } from '../files/application-name.js';
import { serverOf } from '../files/application-server.js';
import { deployedFile, relativeTo } from '../files/deployed-path.js';
import { managementCommandOf, roleOf } from '../files/django-command.js';
import { documentedNames } from '../files/documented-names.js';
import { readEnvFile } from '../files/env-file.js';
import { shownLine } from '../files/shown-line.js';
import type { SystemdUnit } from '../files/systemd-unit.js';
import { systemdUnits } from '../own-server/units.js';
import { redirectsToHttps } from './https-redirect.js';
import { type ApacheSites, apacheSites } from './virtual-hosts.js';
import { type WebApplication, webApplication } from './web-application.js';

/** Provides `deployment` for Apache on Ubuntu. */
export const apacheDeployment: Provider = provide(
  deployment,
  { project, apacheSites, webApplication, systemdUnits },
  ({ project, apacheSites, webApplication, systemdUnits }): Deployment => {
    const units = systemdUnits.flatMap((unit) => processOfUnit(project, unit, webApplication?.root));
    const web = webApplication?.kind === 'mod_wsgi' ? [webProcess(project, webApplication)] : [];
    return {
      target: 'apache-ubuntu',
      processes: [...web, ...units.filter((process) => web.length === 0 || process.role !== 'web')],
      platformVariables: {},
      documented: documentedNames(project),
      traits: traitsOf(apacheSites, webApplication, systemdUnits),
      volumes: webApplication?.root === undefined ? [] : [webApplication.root],
      ...(webApplication?.root === undefined ? {} : { root: webApplication.root }),
    };
  },
);

/** What mod_wsgi starts. SetEnv is not here: it never reaches `os.environ`. */
function webProcess(project: Project, web: WebApplication): Process {
  return {
    name: web.daemon?.name ?? 'apache2',
    role: 'web',
    at: web.at,
    variables: envvarsOf(project),
    ...(web.application === undefined ? {} : { application: web.application }),
    ...(web.settings === undefined ? {} : { settings: web.settings }),
    ...(web.directory === undefined ? {} : { directory: web.directory }),
  };
}

/** Variables that a tracked copy of `/etc/apache2/envvars` exports: the one place that reaches every daemon. */
function envvarsOf(project: Project): readonly GivenVariable[] {
  const path = project.paths.find((item) => /(^|\/)(apache2?|httpd)\/envvars$/.test(item));
  const file = path === undefined ? undefined : project.file(path);
  if (!file) return [];
  return readEnvFile(file)
    .filter((line) => line.exported && line.value !== undefined)
    .map((line) => ({
      name: line.name,
      value: line.expands ? undefined : line.value,
      at: line.at,
      by: `\`${file.path}\``,
    }));
}

function processOfUnit(project: Project, unit: SystemdUnit, root: string | undefined): readonly Process[] {
  const { start } = unit;
  const role = start && roleOf(start);
  const command = unit.get('ExecStart');
  if (!start || !role || !command) return [];
  const server = serverOf(start);
  const workdir = unit.get('WorkingDirectory')?.value.replace(/^[-~]/, '');
  const directory = workdir === undefined ? undefined : directoryOfServer(project, root, workdir);
  const variables: GivenVariable[] = unit.variables.map((item) => ({
    name: item.name,
    value: item.value,
    at: item.at,
    by: `\`Environment=\` of \`${unit.path}\``,
  }));
  for (const item of start.variables)
    variables.push({ name: item.name, value: item.value, at: command.at, by: `\`ExecStart=\` of \`${unit.path}\`` });
  const module = server?.settings?.text ?? managementCommandOf(start)?.settings?.text;
  const given = variables.filter((item) => item.name === 'DJANGO_SETTINGS_MODULE').at(-1);
  const application = server && applicationOf(project, server, directory);
  return [
    {
      name: unit.name,
      role,
      at: command.at,
      command: shownLine(command.value),
      variables: [...new Map(variables.map((item) => [item.name, item])).values()],
      ...(application === undefined ? {} : { application }),
      ...(module !== undefined
        ? { settings: { module, at: command.at } }
        : given?.value !== undefined
          ? { settings: { module: given.value, at: given.at } }
          : {}),
      ...(directory === undefined ? {} : { directory }),
    },
  ];
}

function directoryOfServer(project: Project, root: string | undefined, path: string): string | undefined {
  const inside = root === undefined ? undefined : relativeTo(root, path);
  if (inside !== undefined) return inside === '' || project.isDirectory(inside) ? inside : undefined;
  const manage = deployedFile(project, `${path}/manage.py`);
  return manage?.path.includes('/') ? manage.path.slice(0, manage.path.lastIndexOf('/')) : manage ? '' : undefined;
}

function traitsOf(
  sites: ApacheSites,
  web: WebApplication | undefined,
  units: readonly SystemdUnit[],
): ReadonlyMap<Trait, Location | undefined> {
  const traits = new Map<Trait, Location | undefined>();
  if (!web) return traits;
  const secure = web.hosts.find((host) => host.ssl);
  if (web.kind === 'mod_wsgi' && secure) traits.set('tls-in-server', secure.at);
  if (web.kind === 'proxy') {
    traits.set('tls-at-proxy', (secure ?? web).at);
    const header = sites
      .named('RequestHeader')
      .find(
        (item) =>
          /^(set|setifempty)$/i.test(item.args[0]?.text ?? '') && /^x-forwarded-proto$/i.test(item.args[1]?.text ?? ''),
      );
    const server = units.map((unit) => unit.start && serverOf(unit.start)).find((item) => item !== undefined);
    // gunicorn and uvicorn believe a proxy on the same machine by default.
    if (header && server && /^(gunicorn|uvicorn)$/.test(server.server) && !server.forwardedAllowIps)
      traits.set('forwarded-proto-trusted', header.at);
  }
  const redirect = redirectsToHttps(sites, web);
  if (redirect) traits.set('redirects-to-https', redirect);
  const alias = (pattern: RegExp): Location | undefined =>
    sites.named('Alias').find((item) => pattern.test(item.args[0]?.text ?? ''))?.at;
  const statics = alias(/static|assets/i);
  const media = alias(/media|upload/i);
  if (statics) traits.set('serves-static', statics);
  if (media) traits.set('serves-media', media);
  return traits;
}
