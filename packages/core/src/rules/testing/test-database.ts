/** The database server that tests connect to: a service of the workflow's job where it can be one, else a sentence. */
import type { Settings, SettingsWith, VariableRead } from '../../facts/settings.js';
import { integerOf, lookup, stringOf } from '../../facts/value-reading.js';
import { type Database, databasesOf } from '../database/databases.js';
import { ofDatabase, type Variables, variablesFor } from './test-environment.js';

/** What the job needs for its database, and the variables that lead there. */
export interface TestDatabase {
  readonly variables: Variables;
  /** Lines of the job before its steps. */
  readonly services: string;
  /** What a person has to do. */
  readonly sentence: string;
}

type Product = 'PostgreSQL' | 'MySQL';

const servers = {
  PostgreSQL: { name: 'postgres', image: 'postgres:16', port: 5432, health: 'pg_isready' },
  MySQL: { name: 'mysql', image: 'mysql:8.0', port: 3306, health: '"mysqladmin ping"' },
} as const;

/** Of the settings as the job would have them. `itself` says that the tests load these settings and no others. */
export function testDatabase(
  settings: Settings,
  {
    itself,
    tested,
    inContainer,
    settingsWith,
  }: {
    readonly itself: boolean;
    readonly tested: string | undefined;
    readonly inContainer: boolean;
    readonly settingsWith: SettingsWith;
  },
): TestDatabase {
  const noKey = (read: VariableRead): boolean => read.sensitive && isEmptyWithout(settings, 'SECRET_KEY', read);
  const variables = variablesFor(settings, tested, undefined, itself ? noKey : undefined);
  const asked = variables.find(([name]) => ofDatabase.test(name) && /HOST$/.test(name))?.[0];
  const without = {
    variables,
    services: '',
    sentence: asked === undefined ? '' : ` Let the job start the database server that \`${asked}\` is to name.`,
  };
  // Tests of other settings that ask for variables of a database share it with production.
  const concerned = itself || variables.some(([name]) => ofDatabase.test(name));
  // A server is connected to with whatever is not given left empty.
  const unset = (read: VariableRead): boolean =>
    noKey(read) || (ofDatabase.test(read.name) && isEmptyWithout(settings, 'DATABASES', read));
  const evaluated = (of?: Product) =>
    defaultOf(
      settingsWith(
        Object.fromEntries(variablesFor(settings, undefined, of, of && itself ? unset : undefined)),
        'alone',
      ),
    );
  const found = concerned ? evaluated() : undefined;
  const product = found?.product;
  if (product !== 'PostgreSQL' && product !== 'MySQL') return without;
  const given = variablesFor(settings, tested, product, itself ? unset : undefined);
  const database = evaluated(product);
  if (database?.product !== product) return without;
  const services = inContainer ? undefined : serviceFor(database, product, given);
  if (services !== undefined) return { variables: given, services, sentence: '' };
  const host = stringOf(lookup(database.options, 'HOST')) ?? '';
  const place = host === '' ? '' : ` at \`${host}\``;
  return {
    variables: given,
    services: '',
    sentence: ` The settings connect to ${product}${place}: let the job start one that takes their user and password, or the tests load settings of their own.`,
  };
}

/** Whether a setting is made of a variable that may be left out, and has nothing in its place. */
const isEmptyWithout = (settings: Settings, name: string, read: VariableRead): boolean =>
  read.default === undefined && settings.get(name).reads.includes(read.name);

function defaultOf(settings: Settings): Database | undefined {
  return databasesOf(settings).find(({ alias }) => alias === 'default');
}

/** A server with the user and the password that the settings would have, unless they hold real ones. */
function serviceFor(
  { engine, options }: Database,
  product: keyof typeof servers,
  given: Variables,
): string | undefined {
  const server = servers[product];
  const text = (key: string): string | undefined => {
    const value = lookup(options, key);
    return value === undefined || value.kind === 'none' ? '' : stringOf(value);
  };
  const [host, user, password] = [text('HOST'), text('USER'), text('PASSWORD')];
  const port = integerOf(lookup(options, 'PORT')) ?? (text('PORT') === '' ? server.port : Number(text('PORT')));
  // To MySQL `localhost` is a socket, which the service is not.
  const near = product === 'MySQL' ? ['127.0.0.1'] : ['localhost', '127.0.0.1'];
  if (host === undefined || !near.includes(host) || !Number.isInteger(port)) return undefined;
  if (password !== '' && !given.some(([, value]) => value === password)) return undefined;
  if (user === undefined || !/^\w*$/.test(user)) return undefined;
  // Only root may make the database of the tests.
  if (product === 'MySQL' && user !== 'root') return undefined;
  const access =
    product === 'MySQL'
      ? password === ''
        ? "MYSQL_ALLOW_EMPTY_PASSWORD: 'yes'"
        : `MYSQL_ROOT_PASSWORD: ${password}`
      : password === ''
        ? 'POSTGRES_HOST_AUTH_METHOD: trust'
        : `POSTGRES_PASSWORD: ${password}`;
  const owner = product === 'PostgreSQL' && user !== '' ? `          POSTGRES_USER: ${user}\n` : '';
  const image = engine.endsWith('.postgis') ? 'postgis/postgis:16-3.4' : server.image;
  return `    services:
      ${server.name}:
        image: ${image}
        env:
${owner}          ${access}
        ports: ['${port}:${server.port}']
        options: --health-cmd ${server.health} --health-interval 5s --health-retries 20
`;
}
