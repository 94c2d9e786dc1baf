/** Options of django-redis under Django's own Redis cache: they look at home, and the first use of the cache stops. */
import { dependencies } from '../../facts/dependencies.js';
import { settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { entriesOf, lookup } from '../../facts/value-reading.js';
import { defineRule, docs, minutes, web } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { cachesOf } from './caches.js';

const own = 'django.core.cache.backends.redis.RedisCache';

/** What django-redis reads and a connection of redis-py refuses: its own parameters are all in small letters. */
const foreign = new Set([
  'CLIENT_CLASS',
  'COMPRESSOR',
  'CONNECTION_FACTORY',
  'CONNECTION_POOL_CLASS',
  'CONNECTION_POOL_KWARGS',
  'IGNORE_EXCEPTIONS',
  'MAX_CONNECTIONS',
  'PARSER_CLASS',
  'PASSWORD',
  'PICKLE_VERSION',
  'REDIS_CLIENT_CLASS',
  'REDIS_CLIENT_KWARGS',
  'SENTINELS',
  'SENTINEL_KWARGS',
  'SERIALIZER',
  'SOCKET_CONNECT_TIMEOUT',
  'SOCKET_TIMEOUT',
]);

export const optionsOfAnotherBackend = defineRule({
  id: 'cache/options-of-another-backend',
  title: 'The cache has options that its backend refuses',
  sound: 'The options of the Redis cache are ones that it takes',
  category: 'deployment',
  severity: 'high',
  effort: minutes(10),
  risk: 'The first use of the cache raises `TypeError`: every page that needs it, sessions or throttles among them, answers 500.',
  references: [
    docs('topics/cache', 'cache-arguments'),
    web(
      'django-redis: Configure as cache backend',
      'https://github.com/jazzband/django-redis#configure-as-cache-backend',
    ),
  ],
  since: '0.1.0',
  needs: { dependencies, settings },
  problems: {
    foreign:
      "`CACHES['{alias}']['OPTIONS']` holds {options} of django-redis, which `{backend}` hands to the connection: `TypeError` at its first use.",
  },
  // A pool class of the project's own may take what it likes.
  when: ({ settings }) =>
    hasFinalValues(settings) && cachesOf(settings).some(({ backend, options }) => backend === own && given(options)),
  *check({ dependencies, settings }, { problem }) {
    const setting = settings.get('CACHES');
    for (const { alias, backend, options } of cachesOf(settings)) {
      if (backend !== own || !given(options)) continue;
      const names = namesIn(options).filter((name) => foreign.has(name));
      if (names.length === 0) continue;
      const installed = dependencies.get('django-redis')?.kind === 'runtime';
      yield {
        ...problem(
          'foreign',
          { ...setting, subject: `${setting.subject}:${alias}` },
          { alias, backend, options: names.map((name) => `\`${name}\``).join(', ') },
        ),
        confidence: confidenceIn(settings, setting),
        remedy: installed
          ? writeInSettings(
              settings,
              'Name the backend whose options they are.',
              "'BACKEND': 'django_redis.cache.RedisCache',",
            )
          : {
              summary: `Take ${names.map((name) => `\`${name}\``).join(', ')} out of \`OPTIONS\`, or install django-redis and name its backend.`,
              path: setting.at.path,
            },
      };
    }
  },
});

const namesIn = (options: Value): readonly string[] => entriesOf(lookup(options, 'OPTIONS')).map(([name]) => name);

function given(options: Value): boolean {
  const names = namesIn(options);
  return names.length > 0 && !names.includes('pool_class');
}
