/** dj-database-url: the dictionary it makes of a URL, which differs from django-environ's in every corner. */
import type { Plain } from '../evaluate/library/plain.js';
import { PythonError } from '../evaluate/library/plain.js';
import { isDigits } from '../evaluate/library/python-text.js';
import { hostOf, parseQuery, portOf, splitUrl, unquote, userOf } from '../evaluate/library/url-parts.js';

const SCHEMES: Readonly<Record<string, string>> = {
  postgres: 'django.db.backends.postgresql',
  postgresql: 'django.db.backends.postgresql',
  pgsql: 'django.db.backends.postgresql',
  postgis: 'django.contrib.gis.db.backends.postgis',
  mysql: 'django.db.backends.mysql',
  mysql2: 'django.db.backends.mysql',
  mysqlgis: 'django.contrib.gis.db.backends.mysql',
  'mysql-connector': 'mysql.connector.django',
  sqlite: 'django.db.backends.sqlite3',
  spatialite: 'django.contrib.gis.db.backends.spatialite',
  oracle: 'django.db.backends.oracle',
  oraclegis: 'django.contrib.gis.db.backends.oracle',
  mssql: 'sql_server.pyodbc',
  mssqlms: 'mssql',
  redshift: 'django_redshift_backend',
  cockroach: 'django_cockroachdb',
  timescale: 'timescale.db.backends.postgresql',
  timescalegis: 'timescale.db.backends.postgis',
};

const SEARCH_PATH = new Set(['postgres', 'postgresql', 'pgsql', 'postgis', 'redshift', 'timescale', 'timescalegis']);
const PORT_AS_TEXT = new Set(['oracle', 'mssqlms', 'mssql']);

const NOT_A_URL =
  "This string is not a valid url, possibly because some of its parts is not properly urllib.parse.quote()'ed.";

/**
 * The parts of `dj_database_url.parse(url)` that come from the URL (version 3.1): without CONN_MAX_AGE and the other
 * arguments. `OPTIONS` is always there, possibly empty. For `sqlite://:memory:` it is the whole answer, without OPTIONS.
 */
export function parseDatabaseUrl(text: string): Map<string, Plain> {
  if (text === 'sqlite://:memory:') {
    return new Map<string, Plain>([
      ['ENGINE', 'django.db.backends.sqlite3'],
      ['NAME', ':memory:'],
    ]);
  }
  try {
    return parsed(text);
  } catch (error) {
    if (error instanceof PythonError && error.type === 'ValueError') {
      throw new PythonError('dj_database_url.ParseError', NOT_A_URL);
    }
    throw error;
  }
}

function parsed(text: string): Map<string, Plain> {
  const url = splitUrl(text);
  const engine = Object.hasOwn(SCHEMES, url.scheme) ? SCHEMES[url.scheme] : undefined;
  if (engine === undefined) throw new PythonError('dj_database_url.UnknownSchemeError', unknownScheme(url.scheme));
  const options = new Map<string, Plain>();
  for (const [name, values] of parseQuery(url.query)) {
    const read = values.map(optionValue);
    options.set(name, read.length === 1 ? (read[0] ?? null) : read);
  }
  const { username, password } = userOf(url);
  const port = portOf(url);
  const config = new Map<string, Plain>([
    ['ENGINE', engine],
    ['USER', unquote(username ?? '')],
    ['PASSWORD', unquote(password ?? '')],
    ['HOST', unquote(hostOf(url) ?? '')],
    ['PORT', port === null || port === 0n ? '' : port],
    ['NAME', unquote(url.path.slice(1))],
    ['OPTIONS', options],
  ]);
  adapt(url.scheme, config, options);
  return config;
}

/** What dj-database-url does for one engine after parsing. */
function adapt(scheme: string, config: Map<string, Plain>, options: Map<string, Plain>): void {
  if (scheme === 'sqlite' && config.get('NAME') === '') config.set('NAME', ':memory:');
  if (PORT_AS_TEXT.has(scheme)) config.set('PORT', String(config.get('PORT') ?? ''));
  if (scheme === 'mysql' || scheme === 'mysql2') {
    const ca = take(options, 'ssl-ca');
    if (isTrue(ca)) options.set('ssl', new Map<string, Plain>([['ca', ca ?? null]]));
  }
  if (SEARCH_PATH.has(scheme)) {
    const schema = take(options, 'currentSchema');
    if (isTrue(schema)) options.set('options', `-c search_path=${shown(schema)}`);
  }
}

function take(options: Map<string, Plain>, name: string): Plain | undefined {
  const value = options.get(name);
  options.delete(name);
  return value;
}

function isTrue(value: Plain | undefined): boolean {
  return value !== undefined && value !== 0n && value !== false && value !== '';
}

function shown(value: Plain | undefined): string {
  if (Array.isArray(value))
    return `[${value.map((item) => (typeof item === 'string' ? `'${item}'` : shown(item))).join(', ')}]`;
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}

function optionValue(text: string): Plain {
  if (isDigits(text)) return BigInt(text);
  const word = text.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : text;
}

function unknownScheme(scheme: string): string {
  return (
    `Scheme '${scheme}://' is unknown. Did you forget to register custom backend?` +
    ` Following schemes have registered backends: ${Object.keys(SCHEMES).sort().join(', ')}.`
  );
}
