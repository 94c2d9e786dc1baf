/** The project's application servers, each with the locations of nginx that lead to it and its place on the server. */
import { defineFact, type Project, project } from '@django-golive/core';
import { applicationOf } from '../files/application-name.js';
import { type DeployedTree, deployedTree } from '../own-server/deployed-tree.js';
import { type Service, services } from '../own-server/services.js';
import { type Address, addressesOf, sameAddress } from './addresses.js';
import { isLocal } from './pass.js';
import { type NginxLocation, type NginxServer, type NginxSites, nginxSites } from './sites.js';

/** A location that hands requests on. */
export interface Passing {
  readonly location: NginxLocation;
  readonly server: NginxServer;
}

/** One application server behind nginx. */
export interface WebApplication {
  /** What starts it; `undefined` where only nginx's side of it is in the repository. */
  readonly service: Service | undefined;
  readonly addresses: readonly Address[] | undefined;
  /** `config.wsgi:application`. */
  readonly application: string | undefined;
  readonly tree: DeployedTree;
  /** The locations that lead to it. */
  readonly passings: readonly Passing[];
  /** The servers of these locations. */
  readonly servers: readonly NginxServer[];
}

/** The applications of the project. */
export interface WebApplications {
  readonly all: readonly WebApplication[];
  /** The one that visitors reach. */
  readonly main: WebApplication | undefined;
  /** Locations that lead to a port or socket of the machine at which no service of the repository listens. */
  readonly astray: readonly Passing[];
}

/** What nginx and the services say together. */
export const webApplications = defineFact({
  id: 'nginx-web-applications',
  needs: { project, nginxSites, services },
  derive({ project, nginxSites, services }): WebApplications {
    const passings = passingsOf(nginxSites);
    const started = services
      .filter(({ role }) => role === 'web')
      .map((service) => ({ service, addresses: addressesOf(project, service) }));
    const leadsTo = ({ location }: Passing, addresses: readonly Address[]): boolean =>
      (location.pass?.addresses ?? []).some((one) => addresses.some(({ text }) => sameAddress(text, one)));
    const matched = passings.filter((passing) =>
      started.some(({ addresses }) => addresses && leadsTo(passing, addresses)),
    );
    const open = passings.filter(
      (passing) => !matched.includes(passing) && (passing.location.pass?.addresses?.every(isLocal) ?? true),
    );
    const lone = started.length === 1 && started[0]?.addresses === undefined;
    const applications = started.map(({ service, addresses }) =>
      webApplication(
        project,
        service,
        addresses,
        addresses ? matched.filter((passing) => leadsTo(passing, addresses)) : lone ? sameTarget(open) : [],
      ),
    );
    const unstarted =
      started.length === 0 && sameTarget(open).length > 0
        ? [webApplication(project, undefined, undefined, sameTarget(open))]
        : [];
    const all = [...applications, ...unstarted];
    return {
      all,
      main: all.find(({ servers }) => servers.length > 0) ?? all[0],
      astray:
        started.length > 0 && started.every(({ addresses }) => addresses)
          ? open.filter(({ location }) => location.pass?.addresses)
          : [],
    };
  },
});

function webApplication(
  project: Project,
  service: Service | undefined,
  addresses: readonly Address[] | undefined,
  passings: readonly Passing[],
): WebApplication {
  const application = service?.server && applicationOf(project, service.server);
  return {
    service,
    addresses,
    application,
    passings,
    servers: [...new Set(passings.map(({ server }) => server))],
    tree: deployedTree(project, service, application?.split(':')[0]),
  };
}

function passingsOf({ servers }: NginxSites): readonly Passing[] {
  return servers.flatMap((server) =>
    server.locations.flatMap((location) =>
      location.pass && location.pass.protocol !== 'other' ? [{ location, server }] : [],
    ),
  );
}

/** Locations that lead to one place: where they lead to several, which of them is Django's is not known. */
function sameTarget(passings: readonly Passing[]): readonly Passing[] {
  const targets = new Set(
    passings.map(({ location }) => location.pass?.addresses?.join() ?? location.pass?.target.replace(/\/.*$/, '')),
  );
  return targets.size === 1 ? passings : [];
}
