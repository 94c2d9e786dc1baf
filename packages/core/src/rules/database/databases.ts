/** The databases of the settings, as far as they are known: what the rules about them look at. */
import { truthOf } from '../../describe.js';
import { defineFact, type Facts } from '../../fact.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings, settingsWith } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { entriesOf, lacks, lookup, stringOf } from '../../facts/value-reading.js';
import type { Project } from '../../source.js';
import { hasFinalValues, isGiven, openVariables } from '../settings/final-values.js';

export type Product = 'PostgreSQL' | 'MySQL' | 'SQLite' | 'Oracle';

/** One entry of DATABASES whose engine is known. */
export interface Database {
  readonly alias: string;
  readonly engine: string;
  readonly product: Product | undefined;
  readonly options: Value;
}

const products: Readonly<Record<string, Product>> = {
  'django.db.backends.postgresql': 'PostgreSQL',
  'django.db.backends.postgresql_psycopg2': 'PostgreSQL',
  'django.contrib.gis.db.backends.postgis': 'PostgreSQL',
  'django.db.backends.mysql': 'MySQL',
  'django.contrib.gis.db.backends.mysql': 'MySQL',
  'django.db.backends.sqlite3': 'SQLite',
  'django.contrib.gis.db.backends.spatialite': 'SQLite',
  'django.db.backends.oracle': 'Oracle',
  'django.contrib.gis.db.backends.oracle': 'Oracle',
};

/** Every database whose engine is known. */
export function databasesOf(settings: Settings): readonly Database[] {
  return databasesIn(settings.get('DATABASES').value);
}

/** The same, with those that a condition which is not known chooses between. */
export function possibleDatabases(settings: Settings): readonly Database[] {
  return optionsOf(settings.get('DATABASES').value).flatMap((value) => databasesIn(value, optionsOf));
}

function optionsOf(value: Value): readonly Value[] {
  return value.kind === 'choice' ? value.options : [value];
}

function databasesIn(value: Value, options = (one: Value): readonly Value[] => [one]): readonly Database[] {
  const entries = entriesOf(value).flatMap(([alias, entry]) => options(entry).map((one) => [alias, one] as const));
  return entries.flatMap(([alias, options]) => {
    const engine = stringOf(lookup(options, 'ENGINE'));
    if (engine === undefined || engine === '') return [];
    const product = Object.hasOwn(products, engine) ? products[engine] : undefined;
    return [{ alias, engine, product, options }];
  });
}

/** Whether anything goes to a database: Django uses `default` by itself, and another where a router or code names it. */
export function isUsed(project: Project, settings: Settings, alias: string): boolean {
  if (alias === 'default' || truthOf(settings.get('DATABASE_ROUTERS').value) !== 'no') return true;
  const named = [`'${alias}'`, `"${alias}"`, `--database=${alias}`, `--database ${alias}`];
  return project.paths.some(
    (path) =>
      /\.(py|sh|ya?ml)$|(^|\/)(Procfile|Makefile|[\w.-]*Dockerfile[\w.-]*)$/.test(path) &&
      !settings.files.includes(path) &&
      named.some((text) => project.file(path)?.text.includes(text)),
  );
}

/** Whether a SQLite database lives in memory alone, as test settings have it. */
export function inMemory({ options }: Database): boolean {
  return /:memory:|mode=memory/.test(stringOf(lookup(options, 'NAME')) ?? '');
}

/** Variables that choose between database servers: which one is named, not where a file lies. */
const choosing = /(^|_)(URL|URI|DSN|ENGINE|BACKEND|DIALECT|DB_TYPE|DATABASE_TYPE)$/i;

/** A variable that is about a database by its name, wherever the settings read it. */
const aboutDatabase = /^(\w+_)?(DATABASE|DB|POSTGRES\w*|PG|MYSQL|SQL|JAWSDB|CLEARDB)(_\w+)?$/i;

/** The variables that nothing gives and that would put another database in the place of the fallback. */
export function choosingVariables(settings: Settings): readonly string[] {
  const direct = openVariables(settings, settings.get('DATABASES')).filter((name) => choosing.test(name));
  // Read in a condition (`if 'DATABASE_URL' in os.environ:`), a variable that is not given leaves no trace in the value.
  const conditional = settings.environment.filter(
    ({ name, given }) => given === undefined && choosing.test(name) && aboutDatabase.test(name),
  );
  return [...new Set([...direct, ...conditional.map(({ name }) => name)])];
}

/** What variables that lead away from SQLite hold: a switch, the address of a server, the name of an engine. */
const leading = ['1', 'True', 'postgres://u:p@db.example.com/n', 'postgresql', 'django.db.backends.postgresql'];

/** A database of SQLite that the site has where variables are missing that nothing gives. */
export interface Fallback {
  readonly variables: readonly string[];
  readonly database: Database;
}

const needs = { project, settings, settingsWith };

/** What `default` falls back to without its variables, where that is a file of SQLite and with them it is something else. */
export const databaseFallback = defineFact<Fallback | undefined, typeof needs>({
  id: 'database-fallback',
  needs,
  derive(facts) {
    const { project, settings, settingsWith } = facts;
    if (!hasFinalValues(settings)) return undefined;
    const chosen = choosingVariables(settings);
    const speaks = settings.files.some((path) => /sqlite|spatialite/.test(project.file(path)?.text ?? ''));
    const variables = chosen.length > 0 || !speaks ? chosen : switching(facts);
    const database =
      sqliteOf(settings) ??
      (variables.length > 0 && speaks ? sqliteOf(settingsWith({}, undefined, variables)) : undefined);
    return database && variables.length > 0 ? { variables, database } : undefined;
  },
});

function switching({ settings, settingsWith }: Facts<typeof needs>): readonly string[] {
  const open = settings.get('DATABASES').reads.filter((name) => !isGiven(settings, name));
  const without = (names: readonly string[]): boolean => sqliteOf(settingsWith({}, undefined, names)) !== undefined;
  const single = open.slice(0, 8).filter((name) => without([name]));
  const names = single.length > 0 || open.length < 2 || !without(open) ? single : open;
  // Where the file of SQLite lies, and how it is opened, chooses no other database.
  return sqliteOf(settings)
    ? names.filter((name) => leading.some((text) => leadsAway(settingsWith({ [name]: text }))))
    : names;
}

/** A text at which the settings stop before any database is named leads nowhere: it was not meant for that variable. */
function leadsAway(settings: Settings): boolean {
  return !sqliteOf(settings) && (settings.startup.ok !== false || databasesOf(settings).length > 0);
}

function sqliteOf(settings: Settings): Database | undefined {
  const main = databasesOf(settings).find(({ alias }) => alias === 'default');
  return hasFinalValues(settings) && main?.product === 'SQLite' && !inMemory(main) ? main : undefined;
}

/** The host, where it names another machine; `undefined` for sockets, this machine and what is not known. */
export function remoteHost({ options }: Database): string | undefined {
  const host = stringOf(lookup(options, 'HOST'));
  if (host === undefined || host === '' || host.startsWith('/')) return undefined;
  return /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\]|0\.0\.0\.0)$/i.test(host) ? undefined : host;
}

/** Whether the server is certainly the machine's own: no host, a socket, or an address that leads back. */
export function isOnThisMachine({ options }: Database): boolean {
  const host = lacks(options, 'HOST') ? '' : stringOf(lookup(options, 'HOST'));
  return host !== undefined && /^($|\/|(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$)/i.test(host);
}

/** Whether a host lies in a network of its own: a neighbour without a dot, a private address, a name that only insiders resolve. */
export function isPrivateHost(host: string): boolean {
  return (
    !host.includes('.') ||
    /^(10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(host) ||
    /\.(internal|local|lan|intranet|svc|docker|rds\.amazonaws\.com|pythonanywhere-services\.com)$/i.test(host) ||
    /(^|\.)(private|vpc)[.-]|\.svc\./i.test(host)
  );
}
