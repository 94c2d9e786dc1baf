/** dj-database-url: the module `dj_database_url`. */

import { raisePython, toValue } from '../evaluate/library/plain-value.js';
import { type Bound, fn, type Machine, type NativeModule, nativeClass, textOf } from '../evaluate/native.js';
import { emptyDict, int, type PyDict, type PyValue, pyFalse, record, str, stringKey } from '../evaluate/value.js';
import { parseDatabaseUrl } from './database-url.js';
import { readVariable } from './process.js';
import { versionOf } from './surroundings.js';

const ARGUMENTS =
  'engine=, conn_max_age=, conn_health_checks=, disable_server_side_cursors=, ssl_require=, test_options=';

/** The module `dj_database_url`. */
export const djDatabaseUrlModule: NativeModule = {
  standard: false,
  load(machine) {
    const accept = { unknowns: 'accept' } as const;
    const error = (name: string) =>
      nativeClass(machine, { name, module: 'dj_database_url', base: machine.builtinClass('ValueError'), members: {} });
    return {
      config: fn('dj_database_url.config', `(env=, default=, ${ARGUMENTS})`, config, accept),
      parse: fn(
        'dj_database_url.parse',
        `(url, ${ARGUMENTS})`,
        (m, args) => m.each(args.get('url'), (url) => parse(m, url, args)),
        accept,
      ),
      DEFAULT_ENV: str('DATABASE_URL'),
      ParseError: error('ParseError'),
      UnknownSchemeError: error('UnknownSchemeError'),
    };
  },
};

function config(machine: Machine, args: Bound): PyValue {
  const variable = args.optional('env') ?? str('DATABASE_URL');
  const otherwise = args.some('default');
  return machine.each(variable, (one) => {
    const name = textOf(one);
    if (name === undefined) return machine.derive(one, { type: 'dict' });
    const read = { name, required: !otherwise, cast: 'database URL', ...(otherwise ? { default: otherwise } : {}) };
    return readVariable(machine, read, otherwise ? 'defaulted' : 'optional', (found) => {
      const value = found ?? otherwise;
      return value ? machine.each(value, (text) => fromText(machine, text, args)) : emptyDict();
    });
  });
}

/** An empty URL gives an empty dictionary, also when the variable is set to nothing. */
function fromText(machine: Machine, value: PyValue, args: Bound): PyValue {
  return textOf(value) === '' ? emptyDict() : parse(machine, value, args);
}

function parse(machine: Machine, url: PyValue, args: Bound): PyValue {
  if (url.kind === 'unknown') return fromUnknown(machine, url, args);
  const text = textOf(url);
  if (text === undefined)
    return machine.unknown('`dj_database_url` was given something that is not a str', { type: 'dict' });
  const parts = toValue(raisePython(machine, () => parseDatabaseUrl(text)));
  if (parts.kind !== 'dict' || text === 'sqlite://:memory:') return parts;
  const options = parts.entries.get(stringKey('OPTIONS'))?.value;
  if (options?.kind === 'dict' && requiresSsl(machine, args)) put(options, 'sslmode', str('require'));
  addArguments(machine, parts, args);
  if (options?.kind === 'dict' && options.entries.size === 0) parts.entries.delete(stringKey('OPTIONS'));
  return parts;
}

function requiresSsl(machine: Machine, args: Bound): boolean {
  const ssl = args.optional('ssl_require');
  return ssl !== undefined && machine.truth(ssl) === 'yes';
}

function addArguments(machine: Machine, parts: PyDict, args: Bound): void {
  put(parts, 'CONN_MAX_AGE', args.optional('conn_max_age') ?? int(0));
  // Health checks are a setting of version 1.1, and cursors one of 2.2; older versions leave the keys out.
  const version = versionOf(machine, 'dj-database-url');
  if (isAtLeast(version, 1, 1)) put(parts, 'CONN_HEALTH_CHECKS', args.optional('conn_health_checks') ?? pyFalse);
  if (isAtLeast(version, 2, 2)) {
    put(parts, 'DISABLE_SERVER_SIDE_CURSORS', args.optional('disable_server_side_cursors') ?? pyFalse);
  }
  const engine = args.some('engine');
  if (engine && machine.truth(engine) !== 'no') put(parts, 'ENGINE', engine);
  const test = args.some('test_options');
  if (test && machine.truth(test) !== 'no') put(parts, 'TEST', test);
}

function isAtLeast(version: string | undefined, major: number, minor: number): boolean {
  const match = /^(\d+)\.(\d+)/u.exec(version ?? '');
  if (!match) return true;
  return Number(match[1]) > major || (Number(match[1]) === major && Number(match[2]) >= minor);
}

function put(dict: PyDict, name: string, value: PyValue): void {
  dict.entries.set(stringKey(name), { key: str(name), value });
}

/** What is certain of the dictionary although its URL is not known: the arguments of the call. */
function fromUnknown(machine: Machine, url: PyValue, args: Bound): PyValue {
  const known = record({});
  addArguments(machine, known, args);
  for (const name of ['ENGINE', 'NAME', 'USER', 'PASSWORD', 'HOST']) {
    if (!known.entries.has(stringKey(name))) put(known, name, machine.derive(url, { type: 'str' }));
  }
  put(known, 'PORT', machine.derive(url));
  if (requiresSsl(machine, args)) {
    const options = record({ sslmode: str('require') });
    options.open = machine.derive(url, { many: true });
    put(known, 'OPTIONS', options);
  }
  known.open = machine.derive(url, { many: true });
  return known;
}
