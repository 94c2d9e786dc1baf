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
import { deployedFile, relativeTo } from '../files/deployed-path.js';
import { documentedNames } from '../files/documented-names.js';
import { readEnvFile } from '../files/env-file.js';
import { startsOf } from '../own-server/deployed-tree.js';
import { processOfService } from '../own-server/process.js';
import { type Service, services } from '../own-server/services.js';
import { redirectsToHttps } from './https-redirect.js';
import { type ApacheSites, apacheSites } from './virtual-hosts.js';
import { type WebApplication, webApplication } from './web-application.js';

/** Provides `deployment` for Apache on Ubuntu. */
export const apacheDeployment: Provider = provide(
  deployment,
  { project, apacheSites, webApplication, services },
  ({ project, apacheSites, webApplication, services }): Deployment => {
    const beside = services.flatMap((service) => processOf(project, service, webApplication?.root));
    const web = webApplication?.kind === 'mod_wsgi' ? [webProcess(project, webApplication)] : [];
    return {
      target: 'apache-ubuntu',
      processes: [...web, ...beside.filter((process) => web.length === 0 || process.role !== 'web')],
      platformVariables: {},
      documented: documentedNames(project),
      traits: traitsOf(apacheSites, webApplication, services),
      // A daemon starts in `home=`, or at the home directory of its user; Apache itself in `/`.
      ...(webApplication?.kind === 'proxy' || webApplication?.daemon?.options.has('home')
        ? {}
        : { startsElsewhere: true as const }),
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

function processOf(project: Project, service: Service, root: string | undefined): readonly Process[] {
  const [start] = startsOf(service);
  const directory = start === undefined ? undefined : directoryOfServer(project, root, start);
  return processOfService(project, service, {
    directory,
    application: service.server && applicationOf(project, service.server),
    inRepository: (path) => (root === undefined ? deployedFile(project, path)?.path : relativeTo(root, path)),
  });
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
  beside: readonly Service[],
): ReadonlyMap<Trait, Location | undefined> {
  const traits = new Map<Trait, Location | undefined>();
  if (!web) return traits;
  const secure = web.hosts.find((host) => host.ssl);
  if (web.kind === 'mod_wsgi' && secure) traits.set('tls-in-server', secure.at);
  // A host that is plain HTTP alone leads to a port where nobody answers.
  const [plain] = web.hosts;
  if (plain && !sites.hosts.some(({ ssl, ports }) => ssl || ports.includes('443'))) traits.set('tls-unseen', plain.at);
  if (web.kind === 'proxy') {
    traits.set('tls-at-proxy', (secure ?? web).at);
    const header = sites
      .named('RequestHeader')
      .find(
        (item) =>
          /^(set|setifempty)$/i.test(item.args[0]?.text ?? '') && /^x-forwarded-proto$/i.test(item.args[1]?.text ?? ''),
      );
    const server = beside.find((service) => service.server)?.server;
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
