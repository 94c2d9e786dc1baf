/** dj-database-url: which backend each scheme of a URL stands for, release by release. */
import type { AtLeast } from './version.js';

const MODERN: readonly (readonly [scheme: string, backend: string])[] = [
  ['postgres', 'django.db.backends.postgresql'],
  ['postgresql', 'django.db.backends.postgresql'],
  ['pgsql', 'django.db.backends.postgresql'],
  ['postgis', 'django.contrib.gis.db.backends.postgis'],
  ['mysql', 'django.db.backends.mysql'],
  ['mysql2', 'django.db.backends.mysql'],
  ['mysqlgis', 'django.contrib.gis.db.backends.mysql'],
  ['mysql-connector', 'mysql.connector.django'],
  ['mssql', 'sql_server.pyodbc'],
  ['mssqlms', 'mssql'],
  ['spatialite', 'django.contrib.gis.db.backends.spatialite'],
  ['sqlite', 'django.db.backends.sqlite3'],
  ['oracle', 'django.db.backends.oracle'],
  ['oraclegis', 'django.contrib.gis.db.backends.oracle'],
  ['redshift', 'django_redshift_backend'],
  ['cockroach', 'django_cockroachdb'],
  ['timescale', 'timescale.db.backends.postgresql'],
  ['timescalegis', 'timescale.db.backends.postgis'],
];

/** The schemes in order. Before 1.0 PostgreSQL was the backend that Django 3.0 removed. */
export function databaseSchemes(atLeast: AtLeast): readonly (readonly [scheme: string, backend: string])[] {
  const since = (scheme: string): boolean => {
    if (scheme.startsWith('timescale')) return atLeast(1, 1);
    if (scheme === 'mssqlms' || scheme === 'cockroach') return atLeast(1, 0);
    if (['mysql-connector', 'oracle', 'oraclegis', 'redshift'].includes(scheme)) return atLeast(0, 4);
    return scheme !== 'mssql' || atLeast(0, 5);
  };
  const old = (backend: string): string =>
    backend === 'django.db.backends.postgresql' && !atLeast(1, 0) ? `${backend}_psycopg2` : backend;
  return MODERN.filter(([scheme]) => since(scheme)).map(([scheme, backend]) => [scheme, old(backend)]);
}
