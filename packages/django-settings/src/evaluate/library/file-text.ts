/** What a text file of the repository says when it is read: decoded as asked, with its line ends as asked. */
import { type Machine, textOf } from '../native.js';
import { bytes, type PyValue, str } from '../value.js';
import { universalNewlines } from './python-text.js';
import { encodeUtf8 } from './utf8.js';

/** How `open` or `read_text` was told to read. */
export interface Reading {
  readonly encoding: PyValue | undefined;
  readonly errors: PyValue | undefined;
  readonly newline: PyValue | undefined;
}

/** The text, or an unknown. Raises what `bytes.decode` raises. A server's locale is taken to be UTF-8. */
export function decodedText(machine: Machine, content: string, { encoding, errors, newline }: Reading): PyValue {
  const [name, handler] = [encoding ? textOf(encoding) : 'utf-8', errors ? textOf(errors) : 'strict'];
  // The text of a file that is not UTF-8 was decoded with losses.
  const data = content.includes('\ufffd') ? undefined : encodeUtf8(content);
  if (name === undefined || handler === undefined || data === undefined)
    return machine.unknown('how the file is encoded is not known', { type: 'str' });
  const text = machine.invoke(bytes(data), 'decode', str(name), str(handler));
  return text.kind === 'str' && newline === undefined ? str(universalNewlines(text.value)) : text;
}
