/** Settings that look for the database, the cache or the broker in the application's own container. */
import {
  defineRule,
  deployment,
  describeValue,
  entriesOf,
  hasFinalValues,
  lookup,
  minutes,
  project,
  type Setting,
  settings,
  stringOf,
  type Value,
} from '@django-golive/core';
import { type Container, containers } from '../containers.js';
import { dataServices } from '../data-services.js';

interface Address {
  readonly setting: Setting;
  readonly what: string;
  /** `undefined` where it is not known. */
  readonly host: string | undefined;
  readonly kind: string;
}

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
    // What is not in the repository may set the variable: a file that is not there, the line that starts the image, or
    // whoever gives the other variables that production is judged with.
    const open =
      web.service === undefined ||
      web.service.envFiles.some((file) => !file.present) ||
      settings.assumptions.length > 0 ||
      settings.environment.some(({ required, given }) => required && !given);
    for (const { setting, what, host, kind } of addressesOf((name) => settings.get(name))) {
      if (host === undefined) {
        yield question('unknown', setting, { what });
        continue;
      }
      if (!isLocal(host)) continue;
      if (kind === 'MySQL' && host === 'localhost' && sharesMysqlSocket(web)) continue;
      const service = dataServices(containers.compose).find((item) => item.kind === kind)?.service;
      const data = { what, host: describeValue('HOST', { kind: 'str', value: host }) };
      const deciding = setting.reads.filter((name) =>
        /HOST|UR[IL]|SERVER|ADDR|ENDPOINT|LOCATION|DSN|REDIS|MEMCACHE|RABBIT|AMQP|BROKER|BACKEND/i.test(name),
      );
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

function addressesOf(get: (name: string) => Setting): readonly Address[] {
  const found: Address[] = [];
  const databases = get('DATABASES');
  for (const [alias, database] of entriesOf(databases.value)) {
    const engine = stringOf(lookup(database, 'ENGINE')) ?? '';
    const kind = /postg/.test(engine) ? 'PostgreSQL' : /mysql/.test(engine) ? 'MySQL' : undefined;
    const value = lookup(database, 'HOST');
    const host = stringOf(value);
    // An empty host is a socket, which a volume may share.
    if (kind && (host || isOpen(value)))
      found.push({ setting: databases, what: `The host of \`DATABASES['${alias}']\``, host, kind });
  }
  const caches = get('CACHES');
  for (const [alias, cache] of entriesOf(caches.value)) {
    const value = lookup(cache, 'LOCATION');
    const location = stringOf(value);
    const host = location === undefined ? undefined : hostOf(location);
    const backend = stringOf(lookup(cache, 'BACKEND')) ?? '';
    if ((host !== undefined || isOpen(value)) && /redis|memcached/i.test(backend))
      found.push({
        setting: caches,
        what: `The location of \`CACHES['${alias}']\``,
        host,
        kind: /redis/i.test(backend) ? 'Redis' : 'Memcached',
      });
  }
  for (const name of ['CELERY_BROKER_URL', 'BROKER_URL', 'CELERY_RESULT_BACKEND']) {
    const setting = get(name);
    const url = stringOf(setting.value);
    const host = url === undefined || !url.includes('://') ? undefined : hostOf(url);
    if (host !== undefined || (setting.origin === 'assigned' && isOpen(setting.value)))
      found.push({
        setting,
        what: `The host of \`${name}\``,
        host,
        kind: /^redis/.test(url ?? '') ? 'Redis' : 'RabbitMQ',
      });
  }
  return found;
}

function isOpen(value: Value | undefined): boolean {
  return value?.kind === 'unknown' || value?.kind === 'choice';
}

function hostOf(address: string): string | undefined {
  return /^(?:[\w+.-]+:\/\/)?(?:[^@/]*@)?(\[[^\]]+\]|[^:/?#]+)/.exec(address)?.[1];
}

function isLocal(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/i.test(host);
}
