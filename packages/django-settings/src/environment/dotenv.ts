/** python-dotenv: `.env` files into `os.environ` or a dict; only files that would be deployed are read. */

import { dictOf } from '../evaluate/keys.js';
import { type Bound, fn, type Machine, type NativeModule, textOf } from '../evaluate/native.js';
import { bool, none, type PyValue, pyFalse, str } from '../evaluate/value.js';
import { dotenvAtoms, parseDotenv } from './dotenv-file.js';
import { dotenvSource, findDotenv } from './dotenv-source.js';
import { peekVariable, readUnknownFile, supplyVariable } from './process.js';
import { type AtLeast, releaseOf } from './version.js';

/** The module `dotenv`, and `dotenv.main` with the same members. */
export const dotenvModule: NativeModule = {
  standard: false,
  load(machine) {
    const accept = { unknowns: 'accept' } as const;
    const atLeast = releaseOf(machine, 'python-dotenv');
    const interpolate = atLeast(0, 11) ? ', interpolate=' : '';
    // Before 0.16 all further arguments went on to a class, which refused them.
    const others = atLeast(0, 16) ? '' : ', **others';
    return {
      load_dotenv: fn(
        'dotenv.load_dotenv',
        `(dotenv_path=, stream=, verbose=, override=${interpolate}, encoding=${others})`,
        (m, args) => loadUnlessDisabled(m, withoutOthers(m, args), atLeast),
        accept,
      ),
      dotenv_values: fn(
        'dotenv.dotenv_values',
        `(dotenv_path=, stream=, verbose=${interpolate}, encoding=${others})`,
        (m, args) => {
          const source = dotenvSource(m, withoutOthers(m, args), atLeast);
          if (source.kind === 'unclear') return m.derive(source.why, { type: 'dict' });
          const text = source.kind === 'text' ? source.text : '';
          return asDict(m, resolved(m, text, interpolates(m, args), true, atLeast), atLeast);
        },
        accept,
      ),
      find_dotenv: fn('dotenv.find_dotenv', '(filename=, raise_error_if_not_found=, usecwd=)', (m, args) => {
        const name = textOf(args.optional('filename')) ?? '.env';
        const useWorking = args.optional('usecwd');
        const found = findDotenv(m, name, useWorking !== undefined && m.truth(useWorking) !== 'no');
        if (found !== undefined) return str(found);
        const insist = args.optional('raise_error_if_not_found');
        if (insist && m.truth(insist) === 'yes' && m.environment.closed) {
          return m.raise('OSError', 'File not found');
        }
        return str('');
      }),
      get_key: fn('dotenv.get_key', `(dotenv_path, key_to_get${atLeast(0, 20) ? ', encoding=' : ''})`, (m, args) => {
        const source = dotenvSource(m, args, atLeast);
        const key = textOf(args.get('key_to_get'));
        if (source.kind === 'unclear') return m.derive(source.why);
        const text = source.kind === 'text' ? source.text : '';
        const values = new Map(resolved(m, text, true, true, atLeast));
        return (key === undefined ? undefined : values.get(key)) ?? none;
      }),
      set_key: fn('dotenv.set_key', '(*args, **extra)', (m) => m.unknown('it writes a file')),
      unset_key: fn('dotenv.unset_key', '(*args, **extra)', (m) => m.unknown('it writes a file')),
    };
  },
};

function withoutOthers(machine: Machine, args: Bound): Bound {
  for (const name of args.extra.keys())
    machine.raise('TypeError', `DotEnv.__init__() got an unexpected keyword argument '${name}'`);
  return args;
}

const DISABLED = new Set(['1', 'true', 't', 'yes', 'y']);

function loadUnlessDisabled(machine: Machine, args: Bound, atLeast: AtLeast): PyValue {
  if (!atLeast(1, 2)) return loadDotenv(machine, args, atLeast);
  return peekVariable(machine, { name: 'PYTHON_DOTENV_DISABLED', required: false }, 'supplied', (found) =>
    found && DISABLED.has((textOf(found) ?? '').toLowerCase()) ? pyFalse : loadDotenv(machine, args, atLeast),
  );
}

function loadDotenv(machine: Machine, args: Bound, atLeast: AtLeast): PyValue {
  const source = dotenvSource(machine, args, atLeast);
  if (source.kind === 'unclear') {
    readUnknownFile(machine, source.why);
    return machine.derive(source.why, { type: 'bool' });
  }
  const text = source.kind === 'text' ? source.text : '';
  const override = args.optional('override');
  const force = override !== undefined && machine.truth(override) === 'yes';
  const values = resolved(machine, text, interpolates(machine, args), force, atLeast);
  const path = source.kind === 'text' ? source.path : undefined;
  for (const [name, value] of values) {
    if (value.kind !== 'none') supplyVariable(machine, name, value, force, path);
  }
  return bool(values.length > 0 || !atLeast(0, 21));
}

function asDict(machine: Machine, values: readonly (readonly [string, PyValue])[], atLeast: AtLeast): PyValue {
  const dict = dictOf(values.map(([name, value]) => [str(name), value]));
  return atLeast(0, 16) ? machine.call(machine.from('collections', 'OrderedDict'), [dict]) : dict;
}

function interpolates(machine: Machine, args: Bound): boolean {
  const interpolate = args.optional('interpolate');
  return interpolate === undefined || machine.truth(interpolate) !== 'no';
}

/** The variables of a `.env` file's text, as `dotenv_values` gives them where the file `override`s the environment. */
export function dotenvValues(
  machine: Machine,
  text: string,
  override: boolean,
): readonly (readonly [string, PyValue])[] {
  return resolved(machine, text, true, override, releaseOf(machine, 'python-dotenv'));
}

/** The file's variables with their `${references}` followed, in the order in which their names come first. */
function resolved(
  machine: Machine,
  text: string,
  interpolate: boolean,
  override: boolean,
  atLeast: AtLeast,
): [string, PyValue][] {
  const values = new Map<string, PyValue>();
  const bindings = parseDotenv(text, atLeast).map(({ key, value }) => [key, value] as const);
  // Before 0.15 the last of equal names was followed, at the place of the first.
  for (const [key, value] of atLeast(0, 15) ? bindings : new Map(bindings)) {
    if (value === null) values.set(key, none);
    else if (!interpolate) values.set(key, str(value));
    else {
      let joined: PyValue = str('');
      for (const atom of dotenvAtoms(value, atLeast)) {
        const piece = 'text' in atom ? str(atom.text) : reference(machine, values, atom, override, atLeast);
        joined = machine.binary('+', joined, piece);
      }
      values.set(key, joined);
    }
  }
  return [...values];
}

/** A reference goes to the environment first unless the file overrides it; in 0.14 and 0.15 the file went first. */
function reference(
  machine: Machine,
  values: ReadonlyMap<string, PyValue>,
  { name, fallback }: { readonly name: string; readonly fallback: string },
  override: boolean,
  atLeast: AtLeast,
): PyValue {
  const own = values.get(name);
  const ownText = own?.kind === 'none' ? str('') : own;
  const ownFirst = atLeast(0, 16) ? override : atLeast(0, 14);
  if (ownFirst && ownText) return ownText;
  return peekVariable(
    machine,
    { name, required: false, default: ownText ?? str(fallback) },
    'supplied',
    (found) => found ?? ownText ?? str(fallback),
  );
}
