/** UTF-8 both ways over strings of one character a byte, as Python's bytes are held here. */

/** `text.encode('utf-8')`, one character a byte. A lone surrogate gives `undefined`, where Python raises. */
export function encodeUtf8(text: string): string | undefined {
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) return undefined;
    out += utf8Of(code);
  }
  return out;
}

/** The bytes of one code point, also of a surrogate. */
export function utf8Of(code: number): string {
  if (code < 0x80) return String.fromCharCode(code);
  if (code < 0x800) return String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 63));
  if (code < 0x10000) return String.fromCharCode(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  return String.fromCharCode(
    0xf0 | (code >> 18),
    0x80 | ((code >> 12) & 63),
    0x80 | ((code >> 6) & 63),
    0x80 | (code & 63),
  );
}

/** What stands for bytes that are not UTF-8, from `start` up to `end`; `why` is CPython's reason. */
export type OnBadBytes = (start: number, end: number, why: string) => string;

/** `bytes.decode('utf-8', 'replace')`, or with another answer to bytes that are not UTF-8. */
export function decodeUtf8(bytes: string, onBad: OnBadBytes = () => '\ufffd'): string {
  let out = '';
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes.charCodeAt(at);
    const wanted = lead < 0x80 ? 0 : lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : 3;
    if (lead >= 0x80 && (lead < 0xc2 || lead > 0xf4)) {
      out += onBad(at, at + 1, 'invalid start byte');
      at += 1;
      continue;
    }
    let code = wanted === 0 ? lead : lead & (0x3f >> wanted);
    let seen = 0;
    while (seen < wanted && continues(bytes.charCodeAt(at + 1 + seen), lead, seen)) {
      code = (code << 6) | (bytes.charCodeAt(at + 1 + seen) & 63);
      seen += 1;
    }
    const end = at + 1 + seen;
    if (seen === wanted) out += String.fromCodePoint(code);
    else out += onBad(at, end, end >= bytes.length ? 'unexpected end of data' : 'invalid continuation byte');
    at = end;
  }
  return out;
}

function continues(byte: number, lead: number, index: number): boolean {
  if (Number.isNaN(byte) || byte < 0x80 || byte > 0xbf) return false;
  if (index > 0) return true;
  if (lead === 0xe0) return byte >= 0xa0;
  if (lead === 0xed) return byte <= 0x9f;
  if (lead === 0xf0) return byte >= 0x90;
  return lead !== 0xf4 || byte <= 0x8f;
}
