/** Where the settings look for the database, the cache and the broker. */
import { entriesOf, lookup, type Setting, type Settings, stringOf, type Value } from '@django-golive/core';
import type { Container } from './containers.js';

/** One address of the settings. */
export interface ServiceAddress {
  readonly setting: Setting;
  readonly what: string;
  /** `undefined` where it is not known. */
  readonly host: string | undefined;
  readonly kind: string;
}

/** Whether a host is the container itself. */
export function isLocal(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/i.test(host);
}

/** The variables that may name the host of a service. */
export function variablesOfHost({ reads }: Setting): readonly string[] {
  return reads.filter((name) =>
    /HOST|UR[IL]|SERVER|ADDR|ENDPOINT|LOCATION|DSN|REDIS|MEMCACHE|RABBIT|AMQP|BROKER|BACKEND/i.test(name),
  );
}

/**
 * Whether what is not in the repository may set a variable: a file that is not there, the line that starts the image, or
 * whoever gives the other variables that production is judged with.
 */
export function mayBeSetElsewhere(settings: Settings, { service }: Container): boolean {
  return (
    service === undefined ||
    service.envFiles.some((file) => !file.present) ||
    settings.assumptions.length > 0 ||
    settings.environment.some(({ required, given }) => required && !given)
  );
}

/** All of them. */
export function addressesOf(get: (name: string) => Setting): readonly ServiceAddress[] {
  const found: ServiceAddress[] = [];
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
