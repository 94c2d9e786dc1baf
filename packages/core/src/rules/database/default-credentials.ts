/** A site that opens its database as the account which may do anything on the server. */
import { deployment } from '../../facts/deployment.js';
import { settings } from '../../facts/settings.js';
import { lookup, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { isPlaceholder } from '../secrets/placeholder.js';
import { hasFinalValues, openVariables } from '../settings/final-values.js';
import { type Database, databasesOf, type Product, remoteHost } from './databases.js';

/** The accounts that a server is installed with. */
const installed: Readonly<Partial<Record<Product, RegExp>>> = {
  PostgreSQL: /^postgres$/,
  MySQL: /^root$/,
  Oracle: /^(sys|system)$/i,
};

/** What makes an account that owns this database alone. */
function grantsFor(database: Database): string | undefined {
  const name = stringOf(lookup(database.options, 'NAME'));
  const known = name !== undefined && /^[\w-]+$/.test(name) ? name : undefined;
  if (database.product === 'PostgreSQL')
    return `CREATE ROLE site LOGIN PASSWORD …;\nALTER DATABASE ${known === undefined ? '…' : `"${known}"`} OWNER TO site;`;
  if (database.product !== 'MySQL') return undefined;
  // The server knows an account by where it comes from as well.
  const account = `'site'@'${remoteHost(database) === undefined ? 'localhost' : '%'}'`;
  return `CREATE USER ${account} IDENTIFIED BY …;\nGRANT ALL ON ${known === undefined ? '…' : `\`${known}\``}.* TO ${account};`;
}

export const defaultCredentials = defineRule({
  id: 'database/default-credentials',
  title: 'The site opens the database as its administrator',
  sound: 'The site has a database account of its own',
  category: 'database',
  severity: 'medium',
  effort: minutes(30),
  risk: 'One injected query reads every database of the server and files of its disk, or runs programs there.',
  references: [cwe(250), docs('ref/settings', 'user')],
  since: '0.1.0',
  needs: { deployment, settings },
  problems: {
    administrator: 'The database `{alias}` is opened as `{user}`, the account that {product} is installed with.',
  },
  when: ({ deployment, settings }) =>
    hasFinalValues(settings) &&
    // A default is what a developer works with.
    !openVariables(settings, settings.get('DATABASES')).some((name) => /user|role|url|uri|dsn|login/i.test(name)) &&
    databasesOf(settings).some((database) => judged(database, deployment.traits)),
  *check({ deployment, settings }, { problem }) {
    const setting = settings.get('DATABASES');
    for (const database of databasesOf(settings)) {
      const { alias, options, product } = database;
      const user = stringOf(lookup(options, 'USER'));
      if (!judged(database, deployment.traits) || product === undefined || user === undefined) continue;
      if (!installed[product]?.test(user)) continue;
      // PythonAnywhere gives each of its customers one account on its own servers, and no way to make others.
      const given = deployment.target === 'pythonanywhere' && product === 'MySQL';
      const code = given ? undefined : grantsFor(database);
      yield {
        ...problem(
          'administrator',
          { ...setting, subject: `${setting.subject}:${alias}:USER` },
          { alias, user, product },
        ),
        confidence: 'firm',
        remedy: {
          summary: given
            ? 'Name the account and the host that the Databases tab of PythonAnywhere shows.'
            : 'Make an account that owns this one database and nothing else, and name it as `USER`.',
          ...(code === undefined ? {} : { code, language: 'text' as const, place: 'terminal' as const }),
          path: setting.at.path,
        },
      };
    }
  },
});

/** A known account on a server that is not the project's own container: there the one account is the administrator, whatever its name. */
function judged(database: Database, traits: ReadonlyMap<string, unknown>): boolean {
  const user = stringOf(lookup(database.options, 'USER'));
  if (database.product === undefined || database.product === 'SQLite' || user === undefined || user === '')
    return false;
  // With a stock word for its password it is asked whether production uses this account at all.
  if (isPlaceholder(stringOf(lookup(database.options, 'PASSWORD')) ?? 'not known to anybody')) return false;
  const host = remoteHost(database);
  return !(traits.has('containers') && host !== undefined && !host.includes('.'));
}
