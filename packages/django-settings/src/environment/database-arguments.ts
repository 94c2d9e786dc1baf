/** dj-database-url: the arguments that each release takes besides the URL, and what they make certain of a URL that is not known. */
import type { Bound, Machine } from '../evaluate/native.js';
import { int, type PyDict, type PyUnknown, type PyValue, pyFalse, record, str, stringKey } from '../evaluate/value.js';
import type { AtLeast } from './version.js';

/** The arguments of `config` and `parse` besides the URL. */
export interface DatabaseArguments {
  /** `undefined` for None. */
  readonly engine: PyValue | undefined;
  readonly sslRequire: boolean;
  /** `undefined` where it is false. */
  readonly test: PyValue | undefined;
  /** CONN_MAX_AGE and the other keys that are arguments. */
  readonly connection: readonly (readonly [key: string, value: PyValue])[];
}

/** The parameters after the first ones, in their order: each release added some, 2.2 in the middle. */
export function databaseParameters(atLeast: AtLeast, of: 'config' | 'parse'): string {
  const since = (there: boolean, name: string) => (there ? `, ${name}=` : '');
  return [
    ', engine=',
    since(atLeast(0, 4), 'conn_max_age'),
    since(of === 'config' ? atLeast(1, 2) : atLeast(1, 1), 'conn_health_checks'),
    since(atLeast(2, 2), 'disable_server_side_cursors'),
    since(atLeast(0, 5), 'ssl_require'),
    since(atLeast(1, 2), 'test_options'),
  ].join('');
}

/** Read the arguments and go on with them: where a flag is not known, both ways. */
export function withDatabaseArguments(
  machine: Machine,
  args: Bound,
  of: 'config' | 'parse',
  atLeast: AtLeast,
  run: (args: DatabaseArguments) => PyValue,
): PyValue {
  const given = (name: string) => args.optional(name);
  // `config` of 1.1 hands its `ssl_require` on in the place of `conn_health_checks`.
  const shifted = of === 'config' && atLeast(1, 1) && !atLeast(1, 2);
  const health = given(shifted ? 'ssl_require' : 'conn_health_checks');
  const connection: [string, PyValue][] = [];
  if (atLeast(0, 4)) connection.push(['CONN_MAX_AGE', given('conn_max_age') ?? int(0)]);
  if (atLeast(1, 1)) connection.push(['CONN_HEALTH_CHECKS', health ?? pyFalse]);
  if (atLeast(2, 2)) {
    connection.push(['DISABLE_SERVER_SIDE_CURSORS', given('disable_server_side_cursors') ?? pyFalse]);
  }
  const engine = args.some('engine');
  return whether(machine, shifted ? undefined : given('ssl_require'), (sslRequire) =>
    whether(machine, given('test_options'), (tests) =>
      run({ engine, sslRequire, test: tests ? given('test_options') : undefined, connection }),
    ),
  );
}

/** Go on with the truth of a value; an absent one is false. */
export function whether(machine: Machine, value: PyValue | undefined, run: (truth: boolean) => PyValue): PyValue {
  if (!value) return run(false);
  return machine.branch(
    machine.truth(value),
    () => run(true),
    () => run(false),
    machine.doubt(value),
  );
}

/** What is certain of the dictionary although its URL is not known: the arguments of the call. */
export function databaseOfUnknown(machine: Machine, url: PyUnknown, args: DatabaseArguments): PyValue {
  const known = record(args.connection);
  if (args.engine) put(known, 'ENGINE', args.engine);
  if (args.test) put(known, 'TEST', args.test);
  for (const name of ['ENGINE', 'NAME', 'USER', 'PASSWORD', 'HOST']) {
    if (!known.entries.has(stringKey(name))) put(known, name, machine.derive(url, { type: 'str' }));
  }
  put(known, 'PORT', machine.derive(url));
  if (args.sslRequire) {
    const options = record({ sslmode: str('require') });
    options.open = machine.derive(url, { many: true });
    put(known, 'OPTIONS', options);
  }
  known.open = machine.derive(url, { many: true });
  return known;
}

/** Set a key of a dictionary that nobody else has seen yet. */
export function put(dict: PyDict, name: string, value: PyValue): void {
  dict.entries.set(stringKey(name), { key: str(name), value });
}
