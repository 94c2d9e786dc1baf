/** Settings that look for the database, the cache or the broker in the application's own container. */
import { defineRule, deployment, describeValue, hasFinalValues, minutes, project, settings } from '@django-golive/core';
import { type Container, containers } from '../containers.js';
import { dataServices } from '../data-services.js';
import { addressesOf, isLocal, mayBeSetElsewhere, variablesOfHost } from '../service-addresses.js';

export const serviceAtLocalhost = defineRule({
  id: 'docker/service-at-localhost',
  title: "The settings look for a service in the application's own container",
  sound: "The settings look for no service in the application's own container",
  category: 'deployment',
  severity: 'critical',
  effort: minutes(10),
  risk: 'Every connection is refused: in a container, `localhost` is the container itself.',
  references: [],
  since: '0.1.0',
  needs: { project, settings, deployment, containers },
  problems: { local: '{what} is {host}, which is the container of the application itself.' },
  questions: {
    overridden: '{what} is {host} unless {variables} says otherwise. Does the environment of production set it?',
    unknown: '{what} is not known. Is it another container or server, and not `localhost`?',
  },
  when: ({ settings, deployment }) =>
    hasFinalValues(settings) &&
    deployment.traits.has('containers') &&
    addressesOf((name) => settings.get(name)).length > 0,
  *check({ settings, containers }, { problem, question }) {
    const web = containers.all.find(({ django, role }) => django && role === 'web');
    if (!web) return;
    const open = mayBeSetElsewhere(settings, web);
    for (const { setting, what, host, kind } of addressesOf((name) => settings.get(name))) {
      if (host === undefined) {
        yield question('unknown', setting, { what });
        continue;
      }
      if (!isLocal(host)) continue;
      if (kind === 'MySQL' && host === 'localhost' && sharesMysqlSocket(web)) continue;
      const service = dataServices(containers.compose).find((item) => item.kind === kind)?.service;
      const data = { what, host: describeValue('HOST', { kind: 'str', value: host }) };
      const deciding = variablesOfHost(setting);
      if (deciding.length > 0 && open) {
        yield question('overridden', setting, { ...data, variables: deciding.map((name) => `\`${name}\``).join(', ') });
        continue;
      }
      yield {
        ...problem('local', setting, data),
        confidence: service ? containers.confidence : 'firm',
        evidence: [{ at: web.at, note: `\`${web.name}\` runs in a container of its own.` }],
        remedy: {
          summary: service
            ? `Use the name of the service, \`${service.name}\`.`
            : 'Use the name of the service, or the address of the server that runs it.',
          path: setting.at.path,
        },
      };
    }
  },
});

/** MySQL's client library takes `localhost` for the socket, whatever the port, and a volume may share its directory. */
function sharesMysqlSocket({ service }: Container): boolean {
  return (service?.mounts ?? []).some(({ target }) => /^(\/var)?\/run(\/mysqld(\/mysqld\.sock)?)?\/?$/.test(target));
}
