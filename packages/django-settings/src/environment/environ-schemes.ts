/** django-environ: the schemes of its URLs and what each stands for, release by release. */
import type { Machine } from '../evaluate/native.js';
import { declares, djangoAtLeast } from './surroundings.js';
import type { AtLeast } from './version.js';

type Schemes = readonly (readonly [scheme: string, target: string])[];

/** `Env.DB_SCHEMES`. */
export function environDbSchemes(atLeast: AtLeast): Schemes {
  const own = 'django.db.backends';
  const gis = 'django.contrib.gis.db.backends';
  const prometheus = (name: string, engine = name): Schemes =>
    atLeast(0, 13) ? [[`prometheus-${name}`, `django_prometheus.db.backends.${engine}`]] : [];
  return [
    ...['postgres', 'postgresql', 'psql', 'pgsql'].map((name) => [name, `${own}.postgresql`] as const),
    ['postgis', `${gis}.postgis`],
    ...prometheus('postgresql'),
    ...prometheus('postgis'),
    ...(atLeast(0, 12) ? [['cockroachdb', 'django_cockroachdb'] as const] : []),
    ['mysql', `${own}.mysql`],
    ['mysql2', `${own}.mysql`],
    ['mysql-connector', 'mysql.connector.django'],
    ['mysqlgis', `${gis}.mysql`],
    ...prometheus('mysql'),
    ['mssql', atLeast(0, 11) ? 'mssql' : 'sql_server.pyodbc'],
    ['oracle', `${own}.oracle`],
    ['pyodbc', 'sql_server.pyodbc'],
    ['redshift', 'django_redshift_backend'],
    ['spatialite', `${gis}.spatialite`],
    ...prometheus('spatialite'),
    ['sqlite', `${own}.sqlite3`],
    ...prometheus('sqlite', 'sqlite3'),
    ['ldap', 'ldapdb.backends.ldap'],
  ];
}

/** `Env.CACHE_SCHEMES`: two of its backends depend on what is installed. */
export function environCacheSchemes(machine: Machine, atLeast: AtLeast): Schemes {
  const own = 'django.core.cache.backends';
  const redis = redisBackend(machine, atLeast);
  const pylibmc = `${own}.memcached.PyLibMCCache`;
  const modern = declares(machine, 'pymemcache') && djangoAtLeast(machine, 3, 2) !== false && atLeast(0, 8);
  const redisSchemes = ['rediscache', 'redis', ...(atLeast(0, 5) ? ['rediss'] : [])];
  if (atLeast(0, 13)) redisSchemes.push('valkey', 'valkeys');
  return [
    ['dbcache', `${own}.db.DatabaseCache`],
    ['dummycache', `${own}.dummy.DummyCache`],
    ['filecache', `${own}.filebased.FileBasedCache`],
    ['locmemcache', `${own}.locmem.LocMemCache`],
    ['memcache', `${own}.memcached.MemcachedCache`],
    ['pymemcache', modern ? `${own}.memcached.PyMemcacheCache` : pylibmc],
    ...(atLeast(0, 8) ? [['pylibmc', pylibmc] as const] : []),
    ...redisSchemes.map((name) => [name, redis] as const),
  ];
}

function redisBackend(machine: Machine, atLeast: AtLeast): string {
  const core = 'django.core.cache.backends.redis.RedisCache';
  const modern = djangoAtLeast(machine, 4, 0) !== false;
  const [theirs, old] = ['django_redis.cache.RedisCache', 'redis_cache.RedisCache'];
  if (atLeast(0, 11)) return declares(machine, 'django_redis') ? theirs : modern ? core : old;
  if (atLeast(0, 10) && modern) return core;
  return declares(machine, 'redis_cache') ? old : theirs;
}

/** `Env.EMAIL_SCHEMES`. */
export function environEmailSchemes(): Schemes {
  const backend = (name: string) => `django.core.mail.backends.${name}.EmailBackend`;
  return [
    ...['smtp', 'smtps', 'smtp+tls', 'smtp+ssl'].map((name) => [name, backend('smtp')] as const),
    ['consolemail', backend('console')],
    ['filemail', backend('filebased')],
    ['memorymail', backend('locmem')],
    ['dummymail', backend('dummy')],
  ];
}

/** `Env.SEARCH_SCHEMES`. */
export function environSearchSchemes(atLeast: AtLeast): Schemes {
  const engine = (name: string) =>
    [name, `haystack.backends.${name}_backend.${name[0]?.toUpperCase()}${name.slice(1)}Engine`] as const;
  const elastic = (version: string) =>
    [
      `elasticsearch${version}`,
      `haystack.backends.elasticsearch${version}_backend.Elasticsearch${version}SearchEngine`,
    ] as const;
  return [
    ...['', '2', ...(atLeast(0, 7) ? ['5', '7'] : [])].map(elastic),
    ...['solr', 'whoosh', 'xapian', 'simple'].map(engine),
  ];
}

/** `Env.CHANNELS_SCHEMES`, since 0.12. */
export function environChannelsSchemes(atLeast: AtLeast): Schemes {
  const core = 'channels_redis.core.RedisChannelLayer';
  const pubsub = 'channels_redis.pubsub.RedisPubSubChannelLayer';
  const secure = atLeast(0, 13);
  return [
    ['inmemory', 'channels.layers.InMemoryChannelLayer'],
    ['redis', core],
    ...(secure ? [['rediss', core] as const] : []),
    ['redis+pubsub', pubsub],
    ...(secure ? [['rediss+pubsub', pubsub] as const] : []),
  ];
}
