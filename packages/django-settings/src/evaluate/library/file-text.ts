/** What a text file of the repository says when it is read: decoded as asked, with its line ends as asked. */
import { givenName, wholeNumber } from '../builtins/arguments.js';
import { type Bound, type Machine, textOf } from '../native.js';
import { bytes, type PyValue, str } from '../value.js';
import { universalNewlines } from './python-text.js';
import { encodeUtf8 } from './utf8.js';

/** How `open` or `read_text` was told to read. */
export interface Reading {
  readonly encoding: PyValue | undefined;
  readonly errors: PyValue | undefined;
  readonly newline: PyValue | undefined;
}

/** Raises where `open` is told how to read by what is no word or number for that. */
export function refuseReading(machine: Machine, args: Bound, names: readonly string[]): void {
  for (const name of names) {
    const noNone = name === 'mode' || name === 'buffering';
    const given = noNone ? args.optional(name) : args.some(name);
    if (!given || given.kind === 'unknown' || given.kind === 'choice') continue;
    if (given.kind === 'instance' && machine.isInstance(given, machine.builtinClass('str')) !== 'no') continue;
    if (name === 'buffering') wholeNumber(machine, given);
    else if (given.kind !== 'str') {
      const wanted = `must be ${noNone ? 'str' : 'str or None'}, not ${givenName(machine, given)}`;
      machine.raise('TypeError', `open() argument '${name}' ${wanted}`);
    } else if (given.value.includes('\0')) machine.raise('ValueError', 'embedded null character');
  }
}

/** The text, or an unknown. Raises what `bytes.decode` raises. A server's locale is taken to be UTF-8. */
export function decodedText(machine: Machine, content: string, { encoding, errors, newline }: Reading): PyValue {
  if (newline?.kind === 'str' && !/^\r?\n?$/u.test(newline.value))
    return machine.raise('ValueError', `illegal newline value: ${newline.value}`);
  const [name, handler] = [encoding ? textOf(encoding) : 'utf-8', errors ? textOf(errors) : 'strict'];
  // The text of a file that is not UTF-8 was decoded with losses.
  const data = content.includes('\ufffd') ? undefined : encodeUtf8(content);
  if (name === undefined || handler === undefined || data === undefined)
    return machine.unknown('how the file is encoded is not known', { type: 'str' });
  const text = machine.invoke(bytes(data), 'decode', str(name), str(handler));
  return text.kind === 'str' && newline === undefined ? str(universalNewlines(text.value)) : text;
}
