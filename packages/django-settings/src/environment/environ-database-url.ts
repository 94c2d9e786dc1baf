/** django-environ's `env.db`: its own schemes, its own query options, its own tolerance. */

import { literalOrText } from '../evaluate/library/literal.js';
import type { Plain } from '../evaluate/library/plain.js';
import { PythonError, Undecided } from '../evaluate/library/plain.js';
import { digitsAsInt, isDigits } from '../evaluate/library/python-text.js';
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
import type { AtLeast } from './version.js';

const POSTGRES = new Set(['postgres', 'postgresql', 'psql', 'pgsql', 'postgis']);

/** What a URL is read with. */
export interface DatabaseRules {
  readonly atLeast: AtLeast;
  readonly schemes: ReadonlyMap<string, string>;
  readonly engine: string | undefined;
  /** `options_cast`, since 0.13: what an option's text becomes, `undefined` where nothing is said of it. */
  readonly castOption?: (name: string, text: string) => Plain | undefined;
  /** `extra_options`, since 0.13. */
  readonly extra?: readonly (readonly [string, Plain])[];
}

/** `Env.db_url_config(url, engine)`. */
export function environDatabase(text: string, rules: DatabaseRules): Map<string, Plain> {
  if (text === 'sqlite://:memory:') {
    return new Map<string, Plain>([
      ['ENGINE', rules.schemes.get('sqlite') ?? ''],
      ['NAME', ':memory:'],
    ]);
  }
  return environDatabaseOf(parsed(text, rules.atLeast), rules);
}

/** The same for a URL that was taken apart before. */
export function environDatabaseOf(given: UrlParts, rules: DatabaseRules): Map<string, Plain> {
  const { atLeast, schemes, engine } = rules;
  const url = given.path === '' && atLeast(0, 11) ? quoted(unparseUrl(given)) : given;
  const path = pathOf(url);
  const { host, port } = placeOf(url, atLeast);
  const { username, password } = userOf(url);
  const decode = atLeast(0, 9) ? unquote : unquotePlus;
  const config = new Map<string, Plain>([
    ['NAME', path],
    ['USER', decode(username ?? '')],
    ['PASSWORD', decode(password ?? '')],
    ['HOST', host],
    ['PORT', typeof port === 'string' ? digitsAsInt(port) : port],
  ]);
  const socket = atLeast(0, 6) ? isPostgres(url.scheme, atLeast) : url.scheme === 'postgres';
  if (path.startsWith('/') && (socket || (atLeast(0, 8) && path.includes('cloudsql')))) {
    const slash = path.lastIndexOf('/');
    config.set('HOST', path.slice(0, slash)).set('NAME', path.slice(slash + 1));
  }
  if (url.scheme === 'oracle') asOracle(config, path, atLeast);
  if (url.query !== '') addOptions(config, url.query, rules);
  if (rules.extra && rules.extra.length > 0) {
    const options = config.get('OPTIONS');
    config.set('OPTIONS', new Map([...(options instanceof Map ? options : []), ...rules.extra]));
  }
  const named = engine === undefined || engine === '' ? url.scheme : engine;
  if (named === '') return new Map();
  return config.set('ENGINE', schemes.get(named) ?? named);
}

function isPostgres(scheme: string, atLeast: AtLeast): boolean {
  const prometheus = scheme === 'prometheus-postgresql' || scheme === 'prometheus-postgis';
  return POSTGRES.has(scheme) || (prometheus && atLeast(0, 13));
}

const quoted = (text: string): UrlParts => parseUrl(quote(text, ':/?&=@'));

/** Since 0.11 what cannot be taken apart is quoted and tried again. */
function parsed(text: string, atLeast: AtLeast): UrlParts {
  try {
    return parseUrl(text);
  } catch (error) {
    if (error instanceof PythonError && atLeast(0, 11)) return quoted(text);
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

function placeOf(url: UrlParts, atLeast: AtLeast): { readonly host: string; readonly port: string | bigint } {
  const raw = url.netloc.slice(url.netloc.lastIndexOf('@') + 1);
  const hosts = atLeast(0, 13) ? unquote(raw) : raw;
  if (!isPostgres(url.scheme, atLeast) || !hosts.includes(',') || !atLeast(0, 9)) {
    return { host: hostOf(url) ?? '', port: portOrNothing(url, atLeast) };
  }
  const split = hosts.split(',').map((host) => (atLeast(0, 13) ? splitPlace(host) : splitAtColon(host)));
  const ports = split.map(([, port]) => port).filter((port) => port !== undefined && port !== '');
  return { host: split.map(([host]) => host).join(','), port: ports.join(',') };
}

function splitAtColon(host: string): readonly [host: string, port?: string] {
  const colon = host.lastIndexOf(':');
  return colon < 0 ? [host] : [host.slice(0, colon), host.slice(colon + 1)];
}

/** One host of several, an IPv6 address in brackets among them. */
function splitPlace(host: string): readonly [host: string, port?: string] {
  if (host.startsWith('[')) {
    const end = host.indexOf(']');
    return end >= 0 && host[end + 1] === ':' ? [host.slice(0, end + 1), host.slice(end + 2)] : [host, ''];
  }
  const [name, port] = splitAtColon(host);
  return port !== undefined && isDigits(port) ? [name, port] : [host, ''];
}

/** 0.12 alone forgives a port that is no number. */
function portOrNothing(url: UrlParts, atLeast: AtLeast): string | bigint {
  try {
    const port = portOf(url);
    return port === null || port === 0n ? '' : port;
  } catch (error) {
    if (error instanceof PythonError && atLeast(0, 12) && !atLeast(0, 13)) return '';
    throw error;
  }
}

function asOracle(config: Map<string, Plain>, path: string, atLeast: AtLeast): void {
  const host = String(config.get('HOST') ?? '');
  if (path === '') config.set('NAME', atLeast(0, 13) ? unquote(host) : host).set('HOST', '');
  const port = config.get('PORT');
  if (port === '' || port === undefined || port === 0n) config.delete('PORT');
  else config.set('PORT', String(port));
}

function addOptions(config: Map<string, Plain>, query: string, { atLeast, castOption }: DatabaseRules): void {
  const top = ['CONN_MAX_AGE', 'ATOMIC_REQUESTS', 'AUTOCOMMIT'];
  if (atLeast(0, 5)) top.push('DISABLE_SERVER_SIDE_CURSORS');
  if (atLeast(0, 10)) top.push('CONN_HEALTH_CHECKS');
  const options = new Map<string, Plain>();
  for (const [name, [value = '']] of parseQuery(query)) {
    if (top.includes(name.toUpperCase())) config.set(name.toUpperCase(), literalOption(value, atLeast));
    else options.set(name, castOption?.(name, value) ?? digitsAsInt(value));
  }
  config.set('OPTIONS', options);
}

/** `_cast`: a Python literal or the text; before 0.7 what is not even Python was an error. */
export function literalOption(text: string, atLeast: AtLeast): Plain {
  const found = literalOrText(text);
  if (!atLeast(0, 7) && found === text && !/^[^\W\d]\w*$/u.test(text))
    throw new Undecided('before 0.7 django-environ stopped at some options');
  return found;
}
