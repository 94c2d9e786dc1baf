/** How the project runs behind nginx, in the words that the settings reader and core's rules understand. */
import {
  type Deployment,
  deployment,
  type Location,
  type Process,
  type Project,
  type Provider,
  project,
  provide,
  type Trait,
} from '@django-golive/core';
import { documentedNames } from '../files/documented-names.js';
import { deployedTree } from '../own-server/deployed-tree.js';
import { processOfService } from '../own-server/process.js';
import { type Service, services } from '../own-server/services.js';
import { schemeTold } from './forwarded.js';
import { isHostValidated } from './host-validation.js';
import { redirectsToHttps } from './https-redirect.js';
import { isOpenAddress } from './open-address.js';
import { servedFiles } from './served-files.js';
import { type NginxSites, nginxSites } from './sites.js';
import { type WebApplication, type WebApplications, webApplications } from './web-applications.js';

/** Provides `deployment` for a server with nginx. */
export const nginxDeployment: Provider = provide(
  deployment,
  { project, nginxSites, services, webApplications },
  ({ project, nginxSites, services, webApplications }): Deployment => {
    const { main } = webApplications;
    const root = main?.tree.root;
    return {
      target: 'nginx-gunicorn',
      processes: services.flatMap((service) => processOf(project, service, webApplications)),
      platformVariables: {},
      documented: documentedNames(project),
      traits: traitsOf(nginxSites, main),
      volumes: root === undefined ? [] : [root],
      ...(root === undefined ? {} : { root }),
    };
  },
);

function processOf(project: Project, service: Service, { all, main }: WebApplications): readonly Process[] {
  const web = all.find((application) => application.service === service);
  const tree = web?.tree ?? main?.tree ?? deployedTree(project, service, undefined);
  const start = service.directory?.text;
  return processOfService(project, service, {
    directory: web?.tree.directory ?? (start === undefined ? undefined : tree.inRepository(start)),
    application: web?.application,
    inRepository: tree.inRepository,
  });
}

function traitsOf(sites: NginxSites, main: WebApplication | undefined): ReadonlyMap<Trait, Location | undefined> {
  const traits = new Map<Trait, Location | undefined>();
  if (!main) return traits;
  const { servers, addresses } = main;
  const secure = servers.find(({ tls }) => tls);
  const [server] = servers;
  if (server) {
    const told = schemeTold(main);
    // Where the server is not to be seen, neither is whether it believes nginx.
    if (told !== 'unknown') {
      traits.set('tls-at-proxy', secure?.tls ?? server.at);
      if (!secure) traits.set('tls-unseen', server.at);
      if (told !== 'no') traits.set('forwarded-proto-trusted', told.at);
    }
    const redirect = redirectsToHttps(sites, servers);
    if (redirect) traits.set('redirects-to-https', redirect);
    if (isHostValidated(sites, servers)) traits.set('host-validated', server.names[0]?.at);
    const served = servedFiles(servers);
    const statics = served.find(({ url }) => /static|assets/i.test(url));
    const media = served.find(({ url }) => /media|upload/i.test(url));
    if (statics) traits.set('serves-static', statics.at);
    if (media) traits.set('serves-media', media.at);
    if (
      servers.some(({ directives }) => directives.some(({ args }) => /\/letsencrypt\/live\//.test(args[0]?.text ?? '')))
    )
      traits.set('certificate-ordered', server.at);
  }
  const open = addresses?.find(({ text }) => isOpenAddress(text));
  if (server && open) traits.set('app-port-published', open.at);
  return traits;
}
