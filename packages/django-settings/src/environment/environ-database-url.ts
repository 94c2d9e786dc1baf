/** django-environ's `env.db`: its own schemes, its own query options, its own tolerance. */

import { literalOrText } from '../evaluate/library/literal.js';
import type { Plain } from '../evaluate/library/plain.js';
import { PythonError } from '../evaluate/library/plain.js';
import { digitsAsInt } from '../evaluate/library/python-text.js';
import {
  hostOf,
  parseQuery,
  parseUrl,
  portOf,
  quote,
  type UrlParts,
  unparseUrl,
  unquote,
  unquotePlus,
  userOf,
} from '../evaluate/library/url-parts.js';

const POSTGRES = new Set(['postgres', 'postgresql', 'psql', 'pgsql', 'postgis']);

const SCHEMES: Readonly<Record<string, string>> = {
  postgres: 'django.db.backends.postgresql',
  postgresql: 'django.db.backends.postgresql',
  psql: 'django.db.backends.postgresql',
  pgsql: 'django.db.backends.postgresql',
  postgis: 'django.contrib.gis.db.backends.postgis',
  cockroachdb: 'django_cockroachdb',
  mysql: 'django.db.backends.mysql',
  mysql2: 'django.db.backends.mysql',
  'mysql-connector': 'mysql.connector.django',
  mysqlgis: 'django.contrib.gis.db.backends.mysql',
  mssql: 'mssql',
  oracle: 'django.db.backends.oracle',
  pyodbc: 'sql_server.pyodbc',
  redshift: 'django_redshift_backend',
  spatialite: 'django.contrib.gis.db.backends.spatialite',
  sqlite: 'django.db.backends.sqlite3',
  ldap: 'ldapdb.backends.ldap',
};

const TOP_LEVEL = new Set([
  'CONN_MAX_AGE',
  'ATOMIC_REQUESTS',
  'AUTOCOMMIT',
  'DISABLE_SERVER_SIDE_CURSORS',
  'CONN_HEALTH_CHECKS',
]);

/** `Env.db_url_config(url, engine)`, as of django-environ 0.12. */
export function environDatabase(text: string, engine: string | undefined): Map<string, Plain> {
  if (text === 'sqlite://:memory:') {
    return new Map<string, Plain>([
      ['ENGINE', 'django.db.backends.sqlite3'],
      ['NAME', ':memory:'],
    ]);
  }
  return environDatabaseOf(parsed(text), engine);
}

/** The same for a URL that was taken apart before. */
export function environDatabaseOf(given: UrlParts, engine: string | undefined): Map<string, Plain> {
  const url = given.path === '' ? parseUrl(quote(unparseUrl(given), ':/?&=@')) : given;
  const path = pathOf(url);
  const { host, port } = placeOf(url);
  const { username, password } = userOf(url);
  const config = new Map<string, Plain>([
    ['NAME', path],
    ['USER', unquote(username ?? '')],
    ['PASSWORD', unquote(password ?? '')],
    ['HOST', host],
    ['PORT', typeof port === 'string' ? digitsAsInt(port) : port],
  ]);
  if (path.startsWith('/') && (POSTGRES.has(url.scheme) || path.includes('cloudsql'))) {
    const slash = path.lastIndexOf('/');
    config.set('HOST', path.slice(0, slash)).set('NAME', path.slice(slash + 1));
  }
  if (url.scheme === 'oracle') asOracle(config, path);
  if (url.query !== '') addOptions(config, url.query);
  const named = engine === undefined || engine === '' ? url.scheme : engine;
  if (named === '') return new Map();
  return config.set('ENGINE', SCHEMES[named] ?? named);
}

function parsed(text: string): UrlParts {
  try {
    return parseUrl(text);
  } catch (error) {
    if (error instanceof PythonError) return parseUrl(quote(text, ':/?&=@'));
    throw error;
  }
}

function pathOf(url: UrlParts): string {
  const path = unquotePlus(url.path.slice(1).split('?')[0] ?? '');
  if (url.scheme === 'sqlite' && path === '') return ':memory:';
  if (url.scheme !== 'ldap') return path;
  const port = portOf(url);
  return `ldap://${hostOf(url) ?? 'None'}${port === null || port === 0n ? '' : `:${port}`}`;
}

function placeOf(url: UrlParts): { readonly host: string; readonly port: string | bigint } {
  const hosts = url.netloc.slice(url.netloc.lastIndexOf('@') + 1);
  if (POSTGRES.has(url.scheme) && hosts.includes(',')) {
    const split = hosts.split(',').map((host) => {
      const colon = host.lastIndexOf(':');
      return colon < 0 ? [host] : [host.slice(0, colon), host.slice(colon + 1)];
    });
    const ports = split.map(([, port]) => port).filter((port) => port !== undefined && port !== '');
    return { host: split.map(([host]) => host).join(','), port: ports.join(',') };
  }
  return { host: hostOf(url) ?? '', port: portOrNothing(url) };
}

function portOrNothing(url: UrlParts): string | bigint {
  try {
    const port = portOf(url);
    return port === null || port === 0n ? '' : port;
  } catch (error) {
    if (error instanceof PythonError) return '';
    throw error;
  }
}

function asOracle(config: Map<string, Plain>, path: string): void {
  if (path === '') config.set('NAME', config.get('HOST') ?? '').set('HOST', '');
  const port = config.get('PORT');
  if (port === '' || port === undefined) config.delete('PORT');
  else config.set('PORT', String(port));
}

function addOptions(config: Map<string, Plain>, query: string): void {
  const options = new Map<string, Plain>();
  for (const [name, [value = '']] of parseQuery(query)) {
    if (TOP_LEVEL.has(name.toUpperCase())) config.set(name.toUpperCase(), literalOrText(value));
    else options.set(name, digitsAsInt(value));
  }
  config.set('OPTIONS', options);
}
