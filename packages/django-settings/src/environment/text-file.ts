/** The text that an environment file gives when a library opens it with an encoding. */
import { fsPath } from '../evaluate/library/path-argument.js';
import { universalNewlines } from '../evaluate/library/python-text.js';
import { encodeUtf8 } from '../evaluate/library/utf8.js';
import { type Machine, textOf } from '../evaluate/native.js';
import type { PyUnknown, PyValue } from '../evaluate/value.js';

/** The text as `open(path, encoding=…).read()` gives it; nothing said means UTF-8, as on every server of today. */
export function openedText(machine: Machine, text: string, encoding: PyValue | undefined): string | PyUnknown {
  const decoded = decodedText(machine, text, encoding);
  return typeof decoded === 'string' ? universalNewlines(decoded) : decoded;
}

function decodedText(machine: Machine, text: string, encoding: PyValue | undefined): string | PyUnknown {
  if (encoding === undefined || encoding.kind === 'none') return text;
  const name = textOf(encoding)?.toLowerCase().replaceAll('_', '-');
  if (name === 'utf-8' || name === 'utf8') return text;
  if (name === 'utf-8-sig') return text.replace(/^\ufeff/u, '');
  if (name === 'latin-1' || name === 'latin1' || name === 'iso-8859-1') return encodeUtf8(text) ?? text;
  if (name !== undefined && SINGLE_BYTE.test(name)) {
    const bytes = Uint8Array.from(encodeUtf8(text) ?? '', (char) => char.charCodeAt(0));
    return new TextDecoder(name.replace('cp', 'windows-')).decode(bytes);
  }
  return machine.unknown('the encoding of the file is not followed', { type: 'str' });
}

/** Encodings of one byte a character of which every byte has a meaning, or nearly so. */
const SINGLE_BYTE = /^(?:cp125[0-8]|koi8-r|iso-8859-(?:[2-9]|1[0-6]))$/u;

/** The text of a path-like argument, or what it is instead. */
export function pathText(machine: Machine, value: PyValue): string | PyValue {
  const path = fsPath(machine, value);
  return path.kind === 'str' ? path.value : path;
}

/** Whether a value is an open text file or a `StringIO`. */
export function isTextStream(value: PyValue): boolean {
  return value.kind === 'instance' && value.cls.mro.some(({ name }) => name === 'StringIO' || name === 'TextIOWrapper');
}
