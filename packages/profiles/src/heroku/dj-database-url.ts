/** What the installed dj-database-url is called with. */
import { atLeastSeries, type Dependency } from '@django-golive/core';

/** Its options: `conn_max_age` came with 0.4, `conn_health_checks` with 1.1, and Django reads the latter since 4.1. */
function optionsFor(reader: Dependency | undefined, django: string): string {
  if (!isFrom(reader, 0, 4)) return '';
  return isFrom(reader, 1, 1) && atLeastSeries(django, '4.1')
    ? 'conn_max_age=600, conn_health_checks=True'
    : 'conn_max_age=600';
}

/** The lines that read DATABASE_URL for any machine: Heroku's server demands TLS, and the one at home may have none. */
export function fromUrl(reader: Dependency | undefined, django: string): string {
  const options = optionsFor(reader, django);
  return isFrom(reader, 0, 5)
    ? `import os\n\nimport dj_database_url\n\nDATABASES = {'default': dj_database_url.config(${options}, ssl_require='DYNO' in os.environ)}`
    : `import dj_database_url\n\nDATABASES = {'default': dj_database_url.config(${options})}`;
}

/** The lines that read DATABASE_URL and ask for TLS, where they lie in a block: `ssl_require` came with 0.5. */
export function overTls(reader: Dependency | undefined, django: string, defined: boolean): string {
  const options = optionsFor(reader, django);
  const known = isFrom(reader, 0, 5);
  const read = `dj_database_url.config(${options}${known ? ', ssl_require=True' : ''})`;
  const line = defined ? `DATABASES['default'] = ${read}` : `DATABASES = {'default': ${read}}`;
  return known ? line : `${line}\n    DATABASES['default']['OPTIONS'] = {'sslmode': 'require'}`;
}

function isFrom(reader: Dependency | undefined, major: number, minor: number): boolean {
  const [own = 0, line = 0] = reader?.version?.split('.').map(Number) ?? [Number.POSITIVE_INFINITY];
  return own > major || (own === major && line >= minor);
}
