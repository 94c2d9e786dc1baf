/** Options of one database's driver under the engine of another: no connection is made. */
import { settings } from '../../facts/settings.js';
import { entriesOf, lookup } from '../../facts/value-reading.js';
import { defineRule, docs, minutes, web } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { choosingVariables, type Database, databasesOf, type Product } from './databases.js';

/** What each driver refuses and another one's takes, tried with `sqlite3`, psycopg2 2.9, PyMySQL 1.2. */
const refused: Readonly<Partial<Record<Product, readonly string[]>>> = {
  SQLite: [
    ...['charset', 'connect_timeout', 'init_command', 'keepalives', 'options', 'pool', 'read_default_file'],
    ...['sql_mode', 'ssl', 'ssl_mode', 'sslcert', 'sslkey', 'sslmode', 'sslrootcert', 'unix_socket', 'use_unicode'],
  ],
  PostgreSQL: [
    ...['charset', 'check_same_thread', 'init_command', 'read_default_file', 'read_default_group', 'sql_mode'],
    ...['ssl', 'ssl_mode', 'timeout', 'unix_socket', 'use_unicode'],
  ],
  MySQL: [
    'check_same_thread',
    'keepalives',
    'options',
    'pool',
    'sslcert',
    'sslkey',
    'sslmode',
    'sslrootcert',
    'timeout',
  ],
};

export const optionsOfAnotherEngine = defineRule({
  id: 'database/options-of-another-engine',
  title: 'The database has options that its driver refuses',
  sound: 'The options of the database are ones that its driver takes',
  category: 'database',
  severity: 'critical',
  effort: minutes(5),
  risk: 'No connection to the database is made: `migrate` stops, and so does every page that asks for data.',
  references: [
    docs('ref/databases'),
    web(
      'PostgreSQL: connection parameters',
      'https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS',
    ),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: {
    refused: "`DATABASES['{alias}']['OPTIONS']` holds {options}, which the driver of {product} refuses: {error}.",
  },
  when: ({ settings }) => hasFinalValues(settings) && databasesOf(settings).some((one) => namesIn(one).length > 0),
  *check({ settings }, { problem }) {
    const setting = settings.get('DATABASES');
    // A variable that is yet to be given brings another database along, and with it the driver that takes them.
    if (choosingVariables(settings).length > 0) return;
    for (const database of databasesOf(settings)) {
      const { alias, product } = database;
      const names = namesIn(database).filter((name) => isRefused(product, name, settings.django));
      if (product === undefined || names.length === 0) continue;
      yield {
        ...problem(
          'refused',
          { ...setting, subject: `${setting.subject}:${alias}` },
          {
            alias,
            options: names.map((name) => `\`${name}\``).join(', '),
            product,
            error: product === 'PostgreSQL' ? '`invalid connection option`' : '`TypeError`',
          },
        ),
        confidence: confidenceIn(settings, setting) === 'certain' ? 'certain' : 'firm',
        remedy: { summary: summaryFor(product, names), path: setting.at.path },
      };
    }
  },
});

/** SQLite's engine runs statements of its own on a new connection since 5.1. */
function isRefused(product: Product | undefined, name: string, django: string): boolean {
  if (product === 'SQLite' && name === 'init_command' && atLeastSeries(django, '5.1')) return false;
  return product !== undefined && (refused[product]?.includes(name) ?? false);
}

function summaryFor(product: Product, names: readonly string[]): string {
  const listed = names.map((name) => `\`${name}\``).join(', ');
  const charset = product === 'PostgreSQL' && names.includes('charset');
  return `Take ${listed} out of \`OPTIONS\`${charset ? '; a database of PostgreSQL has its encoding by itself' : ', or name the engine that they belong to'}.`;
}

const namesIn = ({ options }: Database): readonly string[] =>
  entriesOf(lookup(options, 'OPTIONS')).map(([name]) => name);
