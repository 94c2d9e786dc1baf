/** python-dotenv: `.env` files into `os.environ` or a dict; only files that would be deployed are read. */

import { dictOf } from '../evaluate/keys.js';
import { fsPath } from '../evaluate/library/path-argument.js';
import { absolutePath, workingDirectory } from '../evaluate/library/project-files.js';
import { universalNewlines } from '../evaluate/library/python-text.js';
import { type Bound, fn, type Machine, type NativeModule, textOf } from '../evaluate/native.js';
import { bool, none, type PyValue, str } from '../evaluate/value.js';
import { dotenvAtoms, parseDotenv } from './dotenv-file.js';
import { callerDirectory, deployedText, findUpwards } from './files.js';
import { peekVariable, readUnknownFile, supplyVariable } from './process.js';

/** The module `dotenv`, and `dotenv.main` with the same members. */
export const dotenvModule: NativeModule = {
  standard: false,
  load() {
    const accept = { unknowns: 'accept' } as const;
    const parameters = '(dotenv_path=, stream=, verbose=, override=, interpolate=, encoding=)';
    return {
      load_dotenv: fn('dotenv.load_dotenv', parameters, loadDotenv, accept),
      dotenv_values: fn(
        'dotenv.dotenv_values',
        '(dotenv_path=, stream=, verbose=, interpolate=, encoding=)',
        (machine, args) => {
          const source = sourceOf(machine, args);
          if (source.kind === 'unclear') return machine.derive(source.why, { type: 'dict' });
          const values = resolved(
            machine,
            source.kind === 'text' ? source.text : '',
            interpolates(machine, args),
            true,
          );
          return dictOf(values.map(([name, value]) => [str(name), value]));
        },
        accept,
      ),
      find_dotenv: fn('dotenv.find_dotenv', '(filename=, raise_error_if_not_found=, usecwd=)', (machine, args) => {
        const name = textOf(args.optional('filename')) ?? '.env';
        const useWorking = args.optional('usecwd');
        const found = find(machine, name, useWorking !== undefined && machine.truth(useWorking) !== 'no');
        if (found !== undefined) return str(found);
        const insist = args.optional('raise_error_if_not_found');
        if (insist && machine.truth(insist) === 'yes' && machine.environment.closed) {
          return machine.raise('OSError', 'File not found');
        }
        return str('');
      }),
      get_key: fn('dotenv.get_key', '(dotenv_path, key_to_get, encoding=)', (machine, args) => {
        const source = sourceOf(machine, args);
        const key = textOf(args.get('key_to_get'));
        if (source.kind === 'unclear') return machine.derive(source.why);
        const values = new Map(resolved(machine, source.kind === 'text' ? source.text : '', true, true));
        return (key === undefined ? undefined : values.get(key)) ?? none;
      }),
      set_key: fn('dotenv.set_key', '(*args, **extra)', (machine) => machine.unknown('it writes a file')),
      unset_key: fn('dotenv.unset_key', '(*args, **extra)', (machine) => machine.unknown('it writes a file')),
    };
  },
};

function loadDotenv(machine: Machine, args: Bound): PyValue {
  const source = sourceOf(machine, args);
  if (source.kind === 'unclear') {
    readUnknownFile(machine, source.why);
    return machine.derive(source.why, { type: 'bool' });
  }
  if (source.kind === 'none') return bool(false);
  const override = args.optional('override');
  const force = override !== undefined && machine.truth(override) === 'yes';
  const values = resolved(machine, source.text, interpolates(machine, args), force);
  for (const [name, value] of values) {
    if (value.kind !== 'none') supplyVariable(machine, name, value, force, source.path);
  }
  return bool(values.length > 0);
}

type Source =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string; readonly path: string | undefined }
  | { readonly kind: 'unclear'; readonly why: PyValue };

function sourceOf(machine: Machine, args: Bound): Source {
  const stream = args.some('stream');
  const given = args.some('dotenv_path');
  if (given?.kind === 'choice') return { kind: 'unclear', why: given };
  // An empty path falls through to the stream, and without one to nothing.
  const path = given ? fsPath(machine, given) : stream ? undefined : str(find(machine, '.env', false) ?? '');
  if (path?.kind === 'unknown' || path?.kind === 'bytes') return { kind: 'unclear', why: path };
  if (path && path.value !== '') {
    if (absolutePath(machine, path.value) === undefined) {
      const why = machine.unknown(`\`${path.value}\` depends on the directory the server starts in`);
      return holdsSuch(machine, path.value) ? { kind: 'unclear', why } : { kind: 'none' };
    }
    const text = deployedText(machine, path.value);
    if (text !== undefined) return { kind: 'text', text: universalNewlines(text), path: path.value };
  }
  if (!stream) return { kind: 'none' };
  const text = machine.invoke(stream, 'read');
  return text.kind === 'str' ? { kind: 'text', text: text.value, path: undefined } : { kind: 'unclear', why: text };
}

/** Whether the repository holds, anywhere, a deployed file with such an ending. */
function holdsSuch(machine: Machine, path: string): boolean {
  const ending = path.replace(/^(?:\.?\.\/)+/u, '');
  const { project } = machine;
  return project.paths.some((one) => (one === ending || one.endsWith(`/${ending}`)) && project.tracked(one) !== false);
}

function find(machine: Machine, name: string, useWorking: boolean): string | undefined {
  const from = useWorking ? workingDirectory(machine) : callerDirectory(machine);
  return from === undefined ? undefined : findUpwards(machine, from, [name]);
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
  return resolved(machine, text, true, override);
}

/** The file's variables with their `${references}` followed: to the environment first, unless the file overrides it. */
function resolved(machine: Machine, text: string, interpolate: boolean, override: boolean): [string, PyValue][] {
  const values = new Map<string, PyValue>();
  for (const { key, value } of parseDotenv(text)) {
    if (value === null) values.set(key, none);
    else if (!interpolate) values.set(key, str(value));
    else {
      let joined: PyValue = str('');
      for (const atom of dotenvAtoms(value)) {
        const piece = 'text' in atom ? str(atom.text) : reference(machine, values, atom.name, atom.fallback, override);
        joined = machine.binary('+', joined, piece);
      }
      values.set(key, joined);
    }
  }
  return [...values];
}

function reference(
  machine: Machine,
  values: ReadonlyMap<string, PyValue>,
  name: string,
  fallback: string,
  override: boolean,
): PyValue {
  const own = values.get(name);
  const ownText = own?.kind === 'none' ? str('') : own;
  if (override && ownText) return ownText;
  return peekVariable(
    machine,
    { name, required: false, default: ownText ?? str(fallback) },
    'supplied',
    (found) => found ?? ownText ?? str(fallback),
  );
}
