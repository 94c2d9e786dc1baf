/** Bytes to text, as the programs that read those files would: byte order marks, and Python's coding cookie. */

const cookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const aliases: Readonly<Record<string, string>> = {
  latin1: 'latin1',
  'latin-1': 'latin1',
  'iso-8859-1': 'latin1',
  'iso-8859-15': 'iso-8859-15',
  cp1252: 'windows-1252',
  'windows-1252': 'windows-1252',
};

const sqliteMark = Buffer.from('SQLite format 3\0');

/** The text of a file. Bytes that are not in its encoding become U+FFFD; a byte order mark is dropped. */
export function decode(path: string, bytes: Uint8Array): string {
  // A database is no text: with a character a byte its pages can be found.
  if (sqliteMark.every((byte, at) => bytes[at] === byte)) return Buffer.from(bytes).toString('latin1');
  // Its mark begins with that of UTF-16.
  const isLittle = startsWith(bytes, [0xff, 0xfe, 0, 0]);
  if (isLittle || startsWith(bytes, [0, 0, 0xfe, 0xff])) return ofUtf32(bytes, isLittle);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const encoding = path.endsWith('.py') ? cookieOf(bytes) : undefined;
  return encoding === undefined ? ofUtf8(bytes) : new TextDecoder(encoding).decode(bytes);
}

/** The same as TextDecoder makes of UTF-8, in a tenth of the time. */
function ofUtf8({ buffer, byteOffset, byteLength }: Uint8Array): string {
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** UTF-32, which no decoder of the platform knows, after its mark. */
function ofUtf32({ buffer, byteOffset, byteLength }: Uint8Array, isLittle: boolean): string {
  const view = new DataView(buffer, byteOffset, byteLength);
  const parts: string[] = [];
  for (let at = 4; at + 4 <= byteLength; at += 4) {
    const code = view.getUint32(at, isLittle);
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    parts.push(isCharacter ? String.fromCodePoint(code) : '\ufffd');
  }
  if (byteLength % 4 !== 0) parts.push('\ufffd');
  return parts.join('');
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** Whether the bytes begin with the mark of UTF-16, in either order, or with that of UTF-32, which begins alike. */
export function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** PEP 263: a comment in the first two lines may name the encoding. */
function cookieOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 400));
  for (const line of head.split(/\r\n|\n|\r/).slice(0, 2)) {
    const name = cookie.exec(line)?.[1]?.toLowerCase().replaceAll('_', '-');
    if (name) return aliases[name];
  }
  return undefined;
}
