/** dj-database-url 3: the registry of engines, to which projects add their own, and what each engine does after parsing. */
import { PythonError } from '../evaluate/library/plain.js';
import { toValue } from '../evaluate/library/plain-value.js';
import { splitUrl, type UrlParts } from '../evaluate/library/url-parts.js';
import { fn, instance, type Machine, nativeClass } from '../evaluate/native.js';
import { none, type PyDict, type PyValue, record, str, stringKey } from '../evaluate/value.js';
import { type DatabaseArguments, put } from './database-arguments.js';
import { databaseSchemes } from './database-schemes.js';
import { databaseParts } from './database-url.js';

const AFTERWARDS: readonly (readonly [run: (machine: Machine, config: PyValue) => void, schemes: string])[] = [
  [memoryWithoutName, 'sqlite'],
  [portAsText, 'oracle mssqlms mssql'],
  [certificateAsDict, 'mysql mysql2'],
  [schemaAsOption, 'postgres postgresql pgsql postgis redshift timescale timescalegis'],
];

/** What `dj_database_url` has of the registry: `ENGINE_SCHEMES`, `Engine` and `register`. */
export function registryMembers(machine: Machine): Readonly<Record<string, PyValue>> {
  return { ENGINE_SCHEMES: engines(machine), Engine: engineClass(machine), register: registerFunction() };
}

function engineClass(machine: Machine) {
  return machine.once('dj_database_url.Engine', () =>
    nativeClass(machine, { name: 'Engine', module: 'dj_database_url', members: {} }),
  );
}

function engines(machine: Machine): PyDict {
  return machine.once('dj_database_url.ENGINE_SCHEMES', () =>
    record(
      databaseSchemes(() => true).map(([scheme, backend]) => {
        const run = AFTERWARDS.find(([, schemes]) => schemes.split(' ').includes(scheme))?.[0];
        return [scheme, engineOf(machine, str(backend), run)] as const;
      }),
    ),
  );
}

function engineOf(machine: Machine, backend: PyValue, run?: (machine: Machine, config: PyValue) => void): PyValue {
  const postprocess = fn('dj_database_url.postprocess', '(parsed_config)', (m, args) => {
    run?.(m, args.get('parsed_config'));
    return none;
  });
  return instance(engineClass(machine), undefined, record({ backend, postprocess }));
}

/** `register(scheme, backend)`: a decorator that gives the engine what to do after parsing. */
function registerFunction(): PyValue {
  return fn('dj_database_url.register', '(scheme, backend)', (machine, args) => {
    const engine = engineOf(machine, args.get('backend'));
    machine.setItem(engines(machine), args.get('scheme'), engine);
    return fn('dj_database_url.register.<locals>.inner', '(func)', (m, inner) => {
      m.setAttribute(engine, 'postprocess', inner.get('func'));
      return inner.get('func');
    });
  });
}

/** `dj_database_url.parse(url, …)`. */
export function parseWithRegistry(machine: Machine, url: PyValue, args: DatabaseArguments): PyValue {
  if (url.kind !== 'str') return parseOther(machine, url);
  const sqlite = 'django.db.backends.sqlite3';
  if (url.value === 'sqlite://:memory:') return record({ ENGINE: str(sqlite), NAME: str(':memory:') });
  const split = asParseError(machine, () => splitUrl(url.value));
  return machine.each(engines(machine), () => {
    const engine = engines(machine).entries.get(stringKey(split.scheme))?.value;
    if (!engine) return unknownScheme(machine, split.scheme);
    return parsed(machine, split, engine, args);
  });
}

function parsed(machine: Machine, url: UrlParts, engine: PyValue, args: DatabaseArguments): PyValue {
  const parts = asParseError(machine, () => databaseParts(url));
  const config = record({ ENGINE: machine.getAttribute(engine, 'backend') });
  for (const [name, value] of parts) put(config, name, toValue(value));
  machine.call(machine.getAttribute(engine, 'postprocess'), [config]);
  if (args.sslRequire) machine.setItem(optionsOf(machine, config), str('sslmode'), str('require'));
  for (const [name, value] of args.connection) machine.setItem(config, str(name), value);
  if (args.engine && machine.truth(args.engine) !== 'no') machine.setItem(config, str('ENGINE'), args.engine);
  if (args.test) machine.setItem(config, str('TEST'), args.test);
  return machine.branch(
    machine.truth(optionsOf(machine, config)),
    () => config,
    () => {
      machine.invoke(config, 'pop', str('OPTIONS'));
      return config;
    },
  );
}

const optionsOf = (machine: Machine, config: PyValue): PyValue => machine.getItem(config, str('OPTIONS'));

function asParseError<T>(machine: Machine, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PythonError) || error.type !== 'ValueError') throw error;
    const message =
      "This string is not a valid url, possibly because some of its parts is not properly urllib.parse.quote()'ed.";
    return machine.raise(machine.classFrom('dj_database_url', 'ParseError'), message);
  }
}

/** `urlsplit` takes None and other nothings for empty bytes, whose scheme nobody registered. */
function parseOther(machine: Machine, url: PyValue): PyValue {
  if (machine.truth(url) === 'no') return unknownScheme(machine, "b''");
  if (url.kind !== 'bytes')
    return machine.raise('AttributeError', `'${machine.typeName(url)}' object has no attribute 'decode'`);
  return unknownScheme(machine, `b'${splitUrl(url.value).scheme}'`);
}

function unknownScheme(machine: Machine, scheme: string): PyValue {
  const { entries, open } = engines(machine);
  if (open) return machine.derive(open);
  const known = [...entries.values()].map(({ key }) => (key.kind === 'str' ? key.value : '…')).sort();
  const message =
    `Scheme '${scheme}://' is unknown. Did you forget to register custom backend?` +
    ` Following schemes have registered backends: ${known.join(', ')}.`;
  return machine.raise(machine.classFrom('dj_database_url', 'UnknownSchemeError'), message);
}

function memoryWithoutName(machine: Machine, config: PyValue): void {
  if (machine.truth(machine.getItem(config, str('NAME'))) === 'no')
    machine.setItem(config, str('NAME'), str(':memory:'));
}

function portAsText(machine: Machine, config: PyValue): void {
  machine.setItem(config, str('PORT'), machine.str(machine.getItem(config, str('PORT'))));
}

function certificateAsDict(machine: Machine, config: PyValue): void {
  takeOption(machine, config, 'ssl-ca', 'ssl', (ca) => record({ ca }));
}

function schemaAsOption(machine: Machine, config: PyValue): void {
  takeOption(machine, config, 'currentSchema', 'options', (schema) =>
    machine.binary('+', str('-c search_path='), machine.str(schema)),
  );
}

/** Take an option out, and where it is true put another one in its place. */
function takeOption(
  machine: Machine,
  config: PyValue,
  from: string,
  to: string,
  make: (value: PyValue) => PyValue,
): void {
  const options = optionsOf(machine, config);
  const value = machine.invoke(options, 'pop', str(from), none);
  if (machine.truth(value) === 'yes') machine.setItem(options, str(to), make(value));
}
