/** dj-database-url before 3: one function that grew with each release, kept apart by what each of them does. */
import type { Plain } from '../evaluate/library/plain.js';
import { PythonError } from '../evaluate/library/plain.js';
import { raisePython, toValue } from '../evaluate/library/plain-value.js';
import { parseInt10 } from '../evaluate/library/python-text.js';
import {
  hostOf,
  parseQuery,
  parseUrl,
  portOf,
  splitUrl,
  type UrlParts,
  unquote,
  userOf,
} from '../evaluate/library/url-parts.js';
import type { Machine } from '../evaluate/native.js';
import { type PyDict, type PyValue, record, str } from '../evaluate/value.js';
import type { DatabaseArguments } from './database-arguments.js';
import { optionValue, shownOption } from './database-url.js';
import type { AtLeast } from './version.js';

/** What a call gives besides the URL. */
export interface LegacyArguments {
  readonly schemes: ReadonlyMap<string, string>;
  /** The argument `engine`; `undefined` for None. */
  readonly engine: string | undefined;
  readonly sslRequire: boolean;
  /** CONN_MAX_AGE and the other keys that are arguments, in their order. */
  readonly connection: ReadonlyMap<string, Plain>;
  readonly test: Plain | undefined;
}

const SEARCH_PATH_SCHEMES = new Set('postgres postgresql pgsql postgis redshift timescale timescalegis'.split(' '));
const SEARCH_PATH_ENGINES = [
  'django.contrib.gis.db.backends.postgis',
  'django.db.backends.postgresql_psycopg2',
  'django_redshift_backend',
];

const TIMESCALE_ENGINES = ['timescale.db.backends.postgresql', 'timescale.db.backends.postgis'];

/** `dj_database_url.parse(url, …)` in the evaluated program. */
export function parseLegacy(
  machine: Machine,
  url: PyValue,
  args: DatabaseArguments,
  schemes: PyDict,
  atLeast: AtLeast,
): PyValue {
  const engine = args.engine === undefined || args.engine.kind === 'str' ? args.engine?.value : null;
  if (schemes.open || engine === null) return machine.unknown('which backend the URL stands for is not known');
  return machine.each(schemes, () => {
    const names = [...schemes.entries.values()].flatMap(({ key, value }) =>
      key.kind === 'str' && value.kind === 'str' ? [[key.value, value.value] as const] : [],
    );
    const given: LegacyArguments = {
      schemes: new Map(names),
      engine,
      sslRequire: args.sslRequire,
      connection: new Map(args.connection.map(([key, ready]) => [key, { ready }])),
      test: args.test && { ready: args.test },
    };
    if (url.kind !== 'str') return parseOther(machine, url, given, atLeast);
    if (url.value === 'sqlite://:memory:') {
      return record({ ENGINE: str(given.schemes.get('sqlite') ?? ''), NAME: str(':memory:') });
    }
    return toValue(raisePython(machine, () => legacyDatabase(url.value, given, atLeast)));
  });
}

/** `urlsplit` takes bytes, and None and other nothings for empty bytes: they do not go far. */
function parseOther(machine: Machine, url: PyValue, given: LegacyArguments, atLeast: AtLeast): PyValue {
  if (url.kind !== 'bytes' && machine.truth(url) !== 'no')
    return machine.raise('AttributeError', `'${machine.typeName(url)}' object has no attribute 'decode'`);
  const { scheme, netloc } = splitUrl(url.kind === 'bytes' ? url.value : '');
  if (!atLeast(1, 3) || netloc !== '') return machine.raise('TypeError', "a bytes-like object is required, not 'str'");
  if (given.engine !== undefined) return machine.unknown('a URL of bytes is not followed', { type: 'dict' });
  return machine.raise('ValueError', noSupport(`b'${scheme}'`, given.schemes));
}

/** `dj_database_url.parse(text, …)` of a release before 3. Raises what Python raises. */
export function legacyDatabase(text: string, given: LegacyArguments, atLeast: AtLeast): Map<string, Plain> {
  const url = atLeast(1, 1) ? splitUrl(text) : parseUrl(text);
  const path = url.path.slice(1);
  if (!atLeast(0, 4)) return asWritten(url, path, given);
  const host = hostBefore3(url, atLeast);
  if (!atLeast(0, 5)) portOf(url);
  const engine = given.engine ?? engineOf(url.scheme, given.schemes, atLeast);
  const port = portOf(url);
  const { username, password } = userOf(url);
  const config = new Map<string, Plain>([
    ['NAME', unquote(url.scheme === 'sqlite' && path === '' ? ':memory:' : path)],
    ['USER', unquote(username ?? '')],
    ['PASSWORD', unquote(password ?? '')],
    ['HOST', host],
    ['PORT', port === null || port === 0n ? '' : portAsText(engine, given.schemes, atLeast) ? String(port) : port],
    ...given.connection,
  ]);
  if (atLeast(1, 3)) config.set('ENGINE', engine);
  if (given.test !== undefined) config.set('TEST', given.test);
  const options = optionsOf(url, engine, given, atLeast);
  if (options.size > 0) config.set('OPTIONS', options);
  if (!atLeast(1, 3) && engine !== '') config.set('ENGINE', engine);
  return config;
}

/** Before 0.4 nothing is unquoted, a query is left out, and a scheme that is not known gives no engine. */
function asWritten(url: UrlParts, path: string, { schemes, engine }: LegacyArguments): Map<string, Plain> {
  const { username, password } = userOf(url);
  const backend = engine || schemes.get(url.scheme);
  return new Map<string, Plain>([
    ['NAME', url.scheme === 'sqlite' && path === '' ? ':memory:' : path],
    ['USER', username ?? ''],
    ['PASSWORD', password ?? ''],
    ['HOST', hostOf(url) ?? ''],
    ['PORT', portOf(url) || ''],
    ...(backend === undefined ? [] : [['ENGINE', backend] as const]),
  ]);
}

function engineOf(scheme: string, schemes: ReadonlyMap<string, string>, atLeast: AtLeast): string {
  const engine = schemes.get(scheme);
  if (engine !== undefined) return engine;
  if (!atLeast(1, 3)) throw new PythonError('KeyError', scheme);
  throw new PythonError('ValueError', noSupport(scheme, schemes));
}

function noSupport(scheme: string, schemes: ReadonlyMap<string, string>): string {
  return `No support for '${scheme}'. We support: ${[...schemes.keys()].sort().join(', ')}`;
}

/** A host may be a directory with a socket, percent-encoded: each release sees that in its own way. */
function hostBefore3(url: UrlParts, atLeast: AtLeast): string {
  const raw = url.netloc.slice(url.netloc.lastIndexOf('@') + 1);
  const [beforePort = ''] = raw.split(':');
  const slashes = (text: string) => text.replaceAll(/%2[fF]/gu, '/');
  if (!atLeast(0, 5)) return slashes(beforePort);
  const host = hostOf(url) ?? '';
  if (!atLeast(1, 2)) return /%2f/iu.test(host) ? slashes(beforePort) : host;
  if (!host.includes('%')) return host;
  return unquote(atLeast(1, 3) ? raw : beforePort);
}

function portAsText(engine: string, schemes: ReadonlyMap<string, string>, atLeast: AtLeast): boolean {
  if (!atLeast(0, 5)) return false;
  const names = atLeast(1, 0) ? ['oracle', 'mssql', 'mssqlms'] : ['oracle'];
  return names.some((name) => schemes.get(name) === engine);
}

function optionsOf(url: UrlParts, engine: string, given: LegacyArguments, atLeast: AtLeast): Map<string, Plain> {
  const options = new Map<string, Plain>();
  for (const [name, values] of parseQuery(url.query)) {
    const last = values.at(-1) ?? '';
    if (url.scheme === 'mysql' && name === 'ssl-ca') options.set('ssl', new Map<string, Plain>([['ca', last]]));
    else if (atLeast(2, 2)) options.set(name, optionValue(last));
    else options.set(name, (atLeast(2, 1) ? parseInt10(last) : undefined) ?? last);
  }
  if (given.sslRequire) options.set('sslmode', 'require');
  const schema = options.get('currentSchema');
  if (schema !== undefined && takesSearchPath(url.scheme, engine, atLeast)) {
    options.delete('currentSchema');
    options.set('options', `-c search_path=${shownOption(schema)}`);
  }
  return options;
}

function takesSearchPath(scheme: string, engine: string, atLeast: AtLeast): boolean {
  if (atLeast(2, 2)) return SEARCH_PATH_SCHEMES.has(scheme);
  if (SEARCH_PATH_ENGINES.includes(engine)) return true;
  if (engine === 'django.db.backends.postgresql') return atLeast(1, 0);
  return atLeast(1, 1) && TIMESCALE_ENGINES.includes(engine);
}
