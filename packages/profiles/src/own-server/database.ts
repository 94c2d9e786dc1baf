/** The database of a server of one's own, as the settings name it: what makes it, its account, and MySQL's tables of time zones. */
import {
  type ChecklistItem,
  type Dependencies,
  type Features,
  lookup,
  type Setting,
  type Settings,
  stringOf,
  truthOf,
  type Value,
} from '@django-golive/core';
import { item } from '../checklist-item.js';
import { inCode } from '../checklist-variables.js';

type Engine = 'postgresql' | 'mysql';

function engineOf(text: string): Engine | undefined {
  return /postg/.test(text) ? 'postgresql' : /mysql/.test(text) ? 'mysql' : undefined;
}

/** The database that variables alone name, by what the project installs for it. */
function databaseOfVariables({ reads }: Setting, features: Features, dependencies: Dependencies): Engine | undefined {
  const installed = (...names: readonly string[]): boolean =>
    names.some((name) => {
      const found = dependencies.get(name);
      return found !== undefined && found.kind !== 'dev';
    });
  if (reads.length === 0) return undefined;
  if (features.uses('postgresql') || installed('psycopg', 'psycopg2', 'psycopg2-binary')) return 'postgresql';
  return features.uses('mysql') || installed('mysqlclient', 'pymysql') ? 'mysql' : undefined;
}

/** What the settings say of the database `default`. */
interface DefaultDatabase {
  readonly setting: Setting;
  readonly engine: Engine;
  /** Whether they name its engine, in place of variables alone. */
  readonly isNamed: boolean;
  readonly name: string | undefined;
  readonly user: string | undefined;
  readonly host: string | undefined;
  /** A port that is not the engine's own. */
  readonly other: string | undefined;
  readonly isRemote: boolean;
}

const usualPort = (engine: Engine): string => (engine === 'mysql' ? '3306' : '5432');

function defaultDatabase(
  settings: Settings,
  features: Features,
  dependencies: Dependencies,
): DefaultDatabase | undefined {
  const setting = settings.get('DATABASES');
  const database = lookup(setting.value, 'default');
  const option = (key: string): string | undefined => stringOf(lookup(database, key));
  const named = option('ENGINE');
  const engine = named === undefined ? databaseOfVariables(setting, features, dependencies) : engineOf(named);
  if (engine === undefined) return undefined;
  const host = option('HOST');
  const isRemote = host !== undefined && !/^(localhost|127\.0\.0\.1|::1|\/.*)?$/.test(host);
  const port = portOf(lookup(database, 'PORT'));
  // MySQL's client takes the socket for `localhost`, whatever the port.
  const counts = isRemote || engine !== 'mysql' || /^[\d:]/.test(host ?? '');
  return {
    setting,
    engine,
    isNamed: named !== undefined,
    name: option('NAME'),
    user: option('USER'),
    host,
    other: port === undefined || port === usualPort(engine) || !counts ? undefined : port,
    isRemote,
  };
}

/** The variable that has to name an account of the site's own, where the settings fall back on the one that may do everything. */
export function accountInstead(
  settings: Settings,
  features: Features,
  dependencies: Dependencies,
): { readonly variable: string; readonly account: string } | undefined {
  const database = defaultDatabase(settings, features, dependencies);
  if (!database || database.isRemote || database.other !== undefined) return undefined;
  const { setting, engine, name, user, host } = database;
  const variable = setting.reads.find((each) => /USER/.test(each));
  if (variable === undefined || name === undefined || !/^\w+$/.test(name) || name === user) return undefined;
  // PostgreSQL's own administrator needs no password over the socket, and may stay where there is no host.
  const isAdministrator = engine === 'mysql' ? user === 'root' : user === 'postgres' && Boolean(host);
  return isAdministrator ? { variable, account: name } : undefined;
}

/** How to see whether MySQL knows time zones, where Django asks it about them: for `USE_TZ`, and a zone that is not the database's own. */
export function timeZoneQuery(settings: Settings, features: Features, dependencies: Dependencies): string | undefined {
  const database = defaultDatabase(settings, features, dependencies);
  const zone = stringOf(settings.get('TIME_ZONE').value);
  if (database?.engine !== 'mysql' || zone === 'UTC' || truthOf(settings.get('USE_TZ').value) === 'no')
    return undefined;
  return `SELECT CONVERT_TZ('2000-01-01', 'UTC', '${zone !== undefined && /^[\w/+-]+$/.test(zone) ? zone : 'Asia/Tokyo'}')`;
}

/** The step that fills MySQL's tables of time zones, which are empty after its installation. */
export function timeZoneTables(
  settings: Settings,
  features: Features,
  dependencies: Dependencies,
): ChecklistItem | undefined {
  const query = timeZoneQuery(settings, features, dependencies);
  const database = defaultDatabase(settings, features, dependencies);
  if (query === undefined || database === undefined) return undefined;
  const why = 'Django asks MySQL to convert times where a query goes by date, as `USE_TZ` is on';
  return database.isRemote || database.other !== undefined
    ? item(
        'time-zones',
        'during',
        `${why}: its tables of time zones are filled where \`${query}\` answers with a time and not with \`NULL\`.`,
      )
    : item('time-zones', 'during', `${why}: fill its tables of time zones, which are empty at first.`, [
        'mysql_tzinfo_to_sql /usr/share/zoneinfo | sudo mysql mysql',
      ]);
}

/** The database on a server of one's own, as the settings name it: made with commands where it lies on the same machine. */
export function databaseOnServer(
  settings: Settings,
  features: Features,
  dependencies: Dependencies,
): ChecklistItem | undefined {
  const database = defaultDatabase(settings, features, dependencies);
  if (database === undefined) return undefined;
  const { setting, isNamed, engine, name, user, host, other, isRemote } = database;
  const called = `The database ${name ? `\`${name}\` ` : ''}`;
  if (isRemote)
    return item(
      'database',
      'during',
      `${called}on \`${host}\`${other === undefined ? '' : `, port ${other},`} lets this server in.`,
    );
  if (other !== undefined)
    return item(
      'database',
      'during',
      `${called}answers on this server at port ${other}, which \`DATABASES\` names: ${engine === 'mysql' ? 'MySQL' : 'PostgreSQL'} of Ubuntu listens at ${usualPort(engine)}, so something else has to, such as a container or a tunnel.`,
    );
  if (name === undefined || user === undefined || !/^\w+$/.test(name) || !/^\w+$/.test(user))
    return !isNamed
      ? item(
          'database',
          'during',
          `Make the account and its database in ${engine === 'postgresql' ? 'PostgreSQL' : 'MySQL'}, on this server or another, and give ${setting.reads.length === 0 ? 'the settings' : inCode(setting.reads.filter((name) => /^DB|DATABASE|POSTGRES|PG|MYSQL|SQL/i.test(name)).slice(0, 6)) || 'the settings'} their names and the password.`,
        )
      : item('database', 'during', 'Make the database and the account that `DATABASES` names.');
  const text = `Make the account \`${user}\`, with the password that the settings have, and its database \`${name}\`.`;
  const instead = accountInstead(settings, features, dependencies);
  if (engine === 'mysql') {
    // Ubuntu lets MySQL's root in by the socket alone, and only as the root of the machine.
    const account = user === 'root' ? name : user;
    return item(
      'database',
      'during',
      user === 'root'
        ? `Make the database \`${name}\` and an account \`${account}\`, which \`${instead?.variable ?? 'DATABASES'}\` names in place of \`root\`: Ubuntu's MySQL lets \`root\` in by its socket alone.`
        : text,
      [
        `sudo mysql -e 'CREATE DATABASE ${name} CHARACTER SET utf8mb4'`,
        `read -rsp 'Password: ' password && sudo mysql -e "CREATE USER ${account}@localhost IDENTIFIED BY '$password'; GRANT ALL ON ${name}.* TO ${account}@localhost"`,
      ],
    );
  }
  const create = `sudo -u postgres createdb --owner=${user} ${name}`;
  if (instead !== undefined)
    return item(
      'database',
      'during',
      `Make an account \`${name}\`, which \`${instead.variable}\` names in place of \`postgres\`, who may do everything, and its database \`${name}\`.`,
      [`sudo -u postgres createuser --pwprompt ${name}`, `sudo -u postgres createdb --owner=${name} ${name}`],
    );
  // The server's own administrator is there already, without a password: the socket needs none.
  if (user === 'postgres')
    return host
      ? item(
          'database',
          'during',
          `Give \`postgres\` the password that the settings have, and make the database \`${name}\`.`,
          ["sudo -u postgres psql -c '\\password postgres'", create],
        )
      : item('database', 'during', `Make the database \`${name}\`.`, [create]);
  return item('database', 'during', text, [`sudo -u postgres createuser --pwprompt ${user}`, create]);
}

function portOf(value: Value | undefined): string | undefined {
  const text = value?.kind === 'int' ? String(value.value) : stringOf(value);
  return text !== undefined && /^\d+$/.test(text) ? text : undefined;
}
