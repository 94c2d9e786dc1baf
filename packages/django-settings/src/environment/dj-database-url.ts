/** dj-database-url: the module `dj_database_url`, as each release has it. */

import { type Bound, fn, type Machine, type NativeModule, nativeClass } from '../evaluate/native.js';
import { emptyDict, type PyValue, record, str } from '../evaluate/value.js';
import {
  type DatabaseArguments,
  databaseOfUnknown,
  databaseParameters,
  withDatabaseArguments,
} from './database-arguments.js';
import { parseWithRegistry, registryMembers } from './database-registry.js';
import { databaseSchemes } from './database-schemes.js';
import { parseLegacy } from './database-url-legacy.js';
import { readVariable, withVariableName } from './process.js';
import { type AtLeast, releaseOf } from './version.js';

/** The module `dj_database_url`. */
export const djDatabaseUrlModule: NativeModule = {
  standard: false,
  load(machine) {
    const accept = { unknowns: 'accept' } as const;
    const atLeast = releaseOf(machine, 'dj-database-url');
    const error = (name: string) =>
      nativeClass(machine, { name, module: 'dj_database_url', base: machine.builtinClass('ValueError'), members: {} });
    const schemes = record(databaseSchemes(atLeast).map(([scheme, backend]) => [scheme, str(backend)] as const));
    const parse = (m: Machine, url: PyValue, args: DatabaseArguments): PyValue => {
      if (url.kind === 'unknown') {
        for (const type of atLeast(3, 0) ? ['ValueError'] : ['ValueError', 'KeyError']) m.mayRaise(url, type);
        return databaseOfUnknown(m, url, args);
      }
      return atLeast(3, 0) ? parseWithRegistry(m, url, args) : parseLegacy(m, url, args, schemes, atLeast);
    };
    return {
      config: fn(
        'dj_database_url.config',
        `(env=, default=${databaseParameters(atLeast, 'config')})`,
        (m, args) => config(m, args, atLeast, parse),
        accept,
      ),
      parse: fn(
        'dj_database_url.parse',
        `(url${databaseParameters(atLeast, 'parse')})`,
        (m, args) =>
          withDatabaseArguments(m, args, 'parse', atLeast, (rest) =>
            m.each(args.get('url'), (url) => parse(m, url, rest)),
          ),
        accept,
      ),
      DEFAULT_ENV: str('DATABASE_URL'),
      ...(atLeast(3, 0)
        ? {
            ParseError: error('ParseError'),
            UnknownSchemeError: error('UnknownSchemeError'),
            ...registryMembers(machine),
          }
        : { SCHEMES: schemes }),
    };
  },
};

/** An empty URL gives an empty dictionary, also when the variable is set to nothing: the default is not for that. */
function config(
  machine: Machine,
  args: Bound,
  atLeast: AtLeast,
  parse: (machine: Machine, url: PyValue, args: DatabaseArguments) => PyValue,
): PyValue {
  const otherwise = args.some('default');
  return withVariableName(machine, args.optional('env') ?? str('DATABASE_URL'), (name) => {
    const read = { name, required: !otherwise, cast: 'database URL', ...(otherwise ? { default: otherwise } : {}) };
    return readVariable(machine, read, otherwise ? 'defaulted' : 'optional', (found) => {
      const value = found ?? otherwise;
      if (!value) return emptyDict();
      return withDatabaseArguments(machine, args, 'config', atLeast, (rest) =>
        machine.each(value, (url) =>
          machine.branch(
            machine.truth(url),
            () => parse(machine, url, rest),
            () => emptyDict(),
            machine.doubt(url),
          ),
        ),
      );
    });
  });
}
