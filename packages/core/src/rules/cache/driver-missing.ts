/** A cache backend whose client library production does not install. */
import { dependencies } from '../../facts/dependencies.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { confidenceInAbsence, declaredAs, declareRemedy, hasReadableManifest, mayBring } from '../deps/declared.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { cachesOf } from './caches.js';

interface Client {
  readonly distributions: readonly string[];
  readonly bringers: readonly string[];
}

const redis: Client = {
  distributions: ['redis'],
  bringers: [
    'django-redis',
    'channels-redis',
    'django-rq',
    'rq',
    'django-redis-cache',
    'celery-redbeat',
    'hirefire',
    'redis-om',
    'django-cacheops',
    'django-channels',
    'django-redis-sessions',
  ],
};
const clients: Readonly<Record<string, Client>> = {
  'django.core.cache.backends.redis.RedisCache': redis,
  'django_redis.cache.RedisCache': { distributions: ['django-redis'], bringers: [] },
  'redis_cache.RedisCache': { distributions: ['django-redis-cache'], bringers: [] },
  'django.core.cache.backends.memcached.PyMemcacheCache': {
    distributions: ['pymemcache'],
    bringers: ['django-pymemcache', 'django-elasticache'],
  },
  'django.core.cache.backends.memcached.PyLibMCCache': { distributions: ['pylibmc'], bringers: ['django-pylibmc'] },
  'django_valkey.cache.ValkeyCache': { distributions: ['django-valkey'], bringers: [] },
  'diskcache.DjangoCache': { distributions: ['diskcache'], bringers: [] },
};

export const driverMissing = defineRule({
  id: 'cache/driver-missing',
  title: 'The client of the cache is not declared',
  sound: 'The client of the cache is declared',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(5),
  risk: 'The first use of the cache stops with an error, which for sessions in the cache is the first visit.',
  references: [docs('topics/cache', 'setting-up-the-cache')],
  since: '0.1.0',
  needs: { dependencies, settings },
  problems: {
    missing: 'The cache `{alias}` uses `{backend}`, and `{distribution}` is not declared.',
    development: 'The cache `{alias}` uses `{backend}`, and `{distribution}` is not among the packages of production.',
  },
  when: ({ dependencies, settings }) =>
    hasFinalValues(settings) &&
    hasReadableManifest(dependencies) &&
    cachesOf(settings).some(({ backend }) => Object.hasOwn(clients, backend)),
  *check({ dependencies, settings }, { problem }) {
    const setting = settings.get('CACHES');
    for (const { alias, backend } of cachesOf(settings)) {
      const client = Object.hasOwn(clients, backend) ? clients[backend] : undefined;
      if (!client) continue;
      const declared = declaredAs(dependencies, client.distributions);
      if (
        declared === 'runtime' ||
        mayBring(dependencies, [], client.bringers) ||
        broughtByExtra(dependencies.all, client)
      )
        continue;
      const distribution = client.distributions[0] ?? '';
      yield {
        ...problem(
          declared === 'no' ? 'missing' : 'development',
          { ...setting, subject: `${setting.subject}:${alias}` },
          { alias, backend, distribution },
        ),
        confidence:
          declared === 'no' && confidenceIn(settings, setting) === 'certain'
            ? confidenceInAbsence(dependencies)
            : 'firm',
        remedy: declareRemedy(dependencies, distribution, 'Declare it among the packages of production.'),
      };
    }
  },
});

/** `celery[redis]`, `kombu[redis]`, `huey[redis]`: the extra is named after the client. */
function broughtByExtra(all: readonly { readonly extras: readonly string[] }[], client: Client): boolean {
  return all.some(({ extras }) => extras.some((extra) => client.distributions.includes(extra.toLowerCase())));
}
