/** How environs finds the text of a variable: prefixes, its own file, `NAME_FILE`, and references to other variables. */

import type { EnvironmentRead } from '../evaluate/environment.js';
import { readProjectFile } from '../evaluate/library/project-files.js';
import { strip, universalNewlines } from '../evaluate/library/python-text.js';
import { type Machine, textOf } from '../evaluate/native.js';
import { ellipsis, type PyInstance, type PyValue, str, stringKey } from '../evaluate/value.js';
import { noteVariable } from './files.js';
import { packageAtLeast } from './package-version.js';
import { type Asking, peekVariable, readVariable } from './process.js';

/** A variable that was asked for. */
export interface Lookup {
  /** The name with the prefix. */
  readonly name: string;
  readonly cast: string | undefined;
  /** What stands for it where it is not set; `undefined` where nothing does. */
  readonly otherwise: PyValue | undefined;
  /** The default before it is put in the place of the text: for the record of what was read. */
  readonly default: PyValue | undefined;
}

/** What was found: the value, if any, and the variable that was meant in the end. */
export interface Variable {
  readonly value: PyValue | undefined;
  readonly source: string;
}

/** An attribute of an `Env`. */
export function attributeOf(self: PyInstance, name: string): PyValue | undefined {
  return self.attributes.entries.get(stringKey(name))?.value;
}

/** Whether an attribute of an `Env` is true. */
export function isSet(machine: Machine, self: PyInstance, name: string): boolean {
  const value = attributeOf(self, name);
  return value !== undefined && machine.truth(value) !== 'no';
}

/** Find a variable and go on with what was found. */
export function findVariable(
  machine: Machine,
  self: PyInstance,
  lookup: Lookup,
  then: (found: Variable) => PyValue,
): PyValue {
  return textOfVariable(machine, self, lookup, (value) => {
    const text = textOf(value);
    if (text === undefined || !isSet(machine, self, 'expand_vars')) return then({ value, source: lookup.name });
    return expand(machine, self, lookup, text, then);
  });
}

function textOfVariable(
  machine: Machine,
  self: PyInstance,
  lookup: Lookup,
  then: (value: PyValue | undefined) => PyValue,
): PyValue {
  const suffix = textOf(attributeOf(self, 'file_suffix'));
  if (suffix === undefined) return ownText(machine, self, lookup, then);
  const fileKey = lookup.name + suffix;
  const named = inFile(self, fileKey);
  return peekVariable(machine, { name: fileKey, required: false }, 'presence', (found) => {
    const path = found && textOf(found) !== '' ? found : named;
    if (!path || textOf(path) === '') return ownText(machine, self, lookup, then);
    machine.recordRead({ name: fileKey, required: false });
    return then(contentOf(machine, self, fileKey, path));
  });
}

function contentOf(machine: Machine, self: PyInstance, fileKey: string, path: PyValue): PyValue {
  const name = textOf(path);
  if (name === undefined) return machine.derive(path, { type: 'str' });
  const file = readProjectFile(machine, name);
  if ('unknown' in file) return machine.unknown(file.unknown, { type: 'str' });
  if (!('text' in file)) return machine.raise('ValueError', `The value of ${fileKey} must be a readable file path.`);
  const text = universalNewlines(file.text);
  return str(isSet(machine, self, 'strip_whitespace') ? strip(text) : text);
}

/** What the file that was read into this `Env` gives, since environs 15. */
function inFile(self: PyInstance, name: string): PyValue | undefined {
  const file = attributeOf(self, '_environ');
  return file?.kind === 'dict' ? file.entries.get(stringKey(name))?.value : undefined;
}

function ownText(
  machine: Machine,
  self: PyInstance,
  { name, cast, otherwise, default: written }: Lookup,
  then: (value: PyValue | undefined) => PyValue,
): PyValue {
  const filed = inFile(self, name);
  const how: Asking = filed ? 'supplied' : (otherwise ?? written) === undefined ? 'required' : 'defaulted';
  const read: EnvironmentRead = {
    name,
    required: how === 'required',
    ...(cast === undefined ? {} : { cast }),
    ...(written === undefined ? {} : { default: written }),
  };
  return readVariable(machine, read, how, (found) => {
    const value = found && filed && fileWins(machine) ? filed : (found ?? filed);
    const path = textOf(attributeOf(self, '_file'));
    if (value === filed && filed && path !== undefined) noteVariable(machine, path, name);
    return then(value ?? otherwise);
  });
}

/** In 15.0.0 alone the file came before the environment. */
function fileWins(machine: Machine): boolean {
  return !packageAtLeast(machine, 'environs', 15, 0, 1);
}

const REFERENCE = /(?<!\\)\$\{([A-Za-z0-9_]+)(:-[^}:]*)?\}/u;

/** `${NAME}` and `${NAME:-fallback}`: a text that is nothing else keeps the default, a mixed one loses it. */
function expand(
  machine: Machine,
  self: PyInstance,
  lookup: Lookup,
  text: string,
  then: (found: Variable) => PyValue,
): PyValue {
  const first = REFERENCE.exec(text);
  if (!first) return then({ value: str(text.replaceAll('\\$', '$')), source: lookup.name });
  // Before 14.6 a reference at the beginning was taken for the whole text.
  const whole = packageAtLeast(machine, 'environs', 14, 6) ? first[0].length === text.length : first.index === 0;
  if (whole) {
    const [, name = '', fallback] = first;
    const { otherwise } = lookup;
    const kept = otherwise && machine.equal(otherwise, str(text)) === 'yes' ? undefined : otherwise;
    const rest = fallback === undefined ? kept : str(fallback.slice(2));
    machine.spend(1000);
    return findVariable(machine, self, { ...lookup, name, otherwise: rest }, ({ value }) =>
      then({ value, source: name }),
    );
  }
  let joined: PyValue = str('');
  let from = 0;
  let source = lookup.name;
  for (const match of text.matchAll(new RegExp(REFERENCE, 'gu'))) {
    const [all, name = '', fallback] = match;
    source = name;
    const otherwise = fallback === undefined ? undefined : str(fallback.slice(2));
    machine.spend(1000);
    const piece = findVariable(
      machine,
      self,
      { name, cast: 'str', otherwise, default: otherwise },
      ({ value }) => value ?? ellipsis,
    );
    if (piece.kind === 'special') return then({ value: undefined, source });
    joined = machine.binary('+', machine.binary('+', joined, str(text.slice(from, match.index))), piece);
    from = match.index + all.length;
  }
  return then({ value: machine.binary('+', joined, str(text.slice(from))), source });
}
