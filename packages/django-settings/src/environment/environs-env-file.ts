/** environs' `read_env`: the `.env` file that it finds, into the `Env` (since 15) or into `os.environ`. */
import { fsPath } from '../evaluate/library/path-argument.js';
import { probe, workingDirectory } from '../evaluate/library/project-files.js';
import { universalNewlines } from '../evaluate/library/python-text.js';
import { type Bound, type Machine, textOf } from '../evaluate/native.js';
import { bool, none, type PyInstance, type PyValue, str, stringKey } from '../evaluate/value.js';
import { dotenvValues } from './dotenv.js';
import { attributeOf } from './environs-variable.js';
import { callerDirectory, deployedText, findUpwards, variablesText } from './files.js';
import { packageAtLeast } from './package-version.js';
import { readUnknownFile, supplyVariable } from './process.js';

/** `env.read_env(path=None, recurse=True, verbose=False, override=False, return_path=False)` */
export function readEnv(machine: Machine, args: Bound, self: PyInstance | undefined): PyValue {
  const path = pathOf(machine, args);
  if (path !== undefined && typeof path !== 'string') {
    readUnknownFile(machine, path);
    return machine.derive(path);
  }
  const text = path === undefined ? undefined : variablesText(machine, path);
  const override = args.optional('override');
  const force = override !== undefined && machine.truth(override) === 'yes';
  const values = text === undefined ? [] : dotenvValues(machine, universalNewlines(text), self !== undefined || force);
  const own = self && attributeOf(self, '_environ');
  for (const [name, value] of values) {
    if (value.kind === 'none') continue;
    if (!self) supplyVariable(machine, name, value, force, path);
    else if (own?.kind === 'dict' && (force || !own.entries.has(stringKey(name))))
      machine.setItem(own, str(name), value);
  }
  if (self && path !== undefined) machine.setAttribute(self, '_file', str(path));
  const asked = args.optional('return_path');
  if (asked && machine.truth(asked) === 'yes') return path === undefined ? none : str(path);
  if (!packageAtLeast(machine, 'environs', 10)) return none;
  return bool(self ? text !== undefined : values.length > 0);
}

/** The file to read; `undefined` where there is none, an unknown where it is not known which. */
function pathOf(machine: Machine, args: Bound): string | undefined | PyValue {
  const given = args.some('path');
  const start = given ? fsPath(machine, given) : str('.env');
  if (start.kind !== 'str') return start;
  if (given && textOf(machine.str(probe(machine, start.value, 'directory'))) === 'True')
    return machine.raise('ValueError', 'path must be a filename, not a directory.');
  const slash = start.value.lastIndexOf('/');
  const name = start.value.slice(slash + 1);
  const written = slash < 0 ? undefined : start.value.slice(0, slash) || '/';
  const directory = given ? (written ?? workingDirectory(machine)) : callerDirectory(machine);
  if (directory === undefined) return machine.unknown('the directory that the server starts in is not known');
  const recurse = args.optional('recurse');
  if (recurse !== undefined && machine.truth(recurse) === 'no') {
    const path = `${directory}/${name}`;
    return deployedText(machine, path) === undefined ? undefined : path;
  }
  if (given && textOf(machine.str(probe(machine, directory, 'any'))) === 'False')
    return machine.raise('OSError', 'Starting path not found');
  return findUpwards(machine, directory, [name]);
}
