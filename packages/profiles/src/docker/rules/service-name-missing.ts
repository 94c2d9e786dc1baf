/** Hosts of the settings that no service of the Compose file has as its name. */
import {
  compareText,
  defineRule,
  deployment,
  hasFinalValues,
  minutes,
  project,
  settings,
  web,
} from '@django-golive/core';
import { readCompose } from '../../files/compose.js';
import { composeFiles } from '../compose-files.js';
import { containers } from '../containers.js';
import { dataServices } from '../data-services.js';
import { addressesOf, isLocal, mayBeSetElsewhere, variablesOfHost } from '../service-addresses.js';

export const serviceNameMissing = defineRule({
  id: 'docker/service-name-missing',
  title: 'The settings look for a service that the Compose file does not have',
  sound: 'The Compose file has the services that the settings look for',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(10),
  risk: 'The name leads nowhere: every connection fails, and so does each page that needs one.',
  references: [web('Docker: Networking in Compose', 'https://docs.docker.com/compose/how-tos/networking/')],
  since: '0.1.0',
  needs: { project, settings, deployment, composeFiles, containers },
  problems: {
    missing: '{what} is `{host}`, and `{path}` has no service of that name.',
  },
  when: ({ settings, containers }) =>
    hasFinalValues(settings) &&
    containers.compose !== undefined &&
    addressesOf((name) => settings.get(name)).some(({ host }) => host !== undefined && isServiceName(host)),
  *check({ project, settings, composeFiles, containers }, { problem }) {
    const { compose } = containers;
    const web = containers.all.find(({ django, role }) => django && role === 'web');
    // In the network of another project or container, names mean what is there.
    if (!compose || !web?.service || compose.joinsOthers) return;
    if (compose.services.some(({ networkMode }) => networkMode !== undefined) || web.service.names.open) return;
    const names = new Set(
      [...compose.services.flatMap((service) => service.names.own), ...web.service.names.known].map((name) =>
        name.toLowerCase(),
      ),
    );
    if (compose.services.some((service) => service.names.open)) return;
    // Whoever starts several files together has the services of all of them.
    for (const path of composeFiles.paths)
      if (!compose.paths.includes(path))
        for (const service of readCompose(project, [path])?.services ?? [])
          for (const name of service.names.own) names.add(name.toLowerCase());
    const open = mayBeSetElsewhere(settings, web);
    const path = compose.paths.at(-1) ?? '';
    for (const { setting, what, host, kind } of addressesOf((name) => settings.get(name))) {
      if (host === undefined || !isServiceName(host) || isKnown(names, host.toLowerCase())) continue;
      if (open && variablesOfHost(setting).length > 0) continue;
      const service = dataServices(compose).find((item) => item.kind === kind)?.service;
      const there = compose.services.map(({ name }) => `\`${name}\``).sort(compareText);
      yield {
        ...problem('missing', { ...setting, subject: `${setting.subject}:${host}` }, { what, host, path }),
        confidence: 'firm',
        evidence: [{ at: web.service.at, note: `The services are ${there.join(', ')}.` }],
        remedy: {
          summary: service
            ? `Use the name of the service, \`${service.name}\`.`
            : `Add a service \`${host}\` to \`${path}\`, or use the address of the server that runs it.`,
          path: service ? setting.at.path : path,
        },
      };
    }
  },
});

/** A name without a dot, which only Docker's own name server could know. */
const isServiceName = (host: string): boolean => /^[a-z][\w-]*$/i.test(host) && !isLocal(host);

/** A stack's service is also `stack_name`, and Compose calls its container `project-name-1`. */
function isKnown(names: ReadonlySet<string>, host: string): boolean {
  return [...names].some(
    (name) => host === name || new RegExp(`(^|[_.-])${name.replace(/[^\w-]/g, '\\$&')}([_-]\\d+)?$`).test(host),
  );
}
