/** UTF-8 both ways over strings of one character a byte, as Python's bytes are held here. */

/** `text.encode('utf-8')`, one character a byte. A lone surrogate gives `undefined`, where Python raises. */
export function encodeUtf8(text: string): string | undefined {
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) out += char;
    else if (code < 0x800) out += String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code >= 0xd800 && code <= 0xdfff) return undefined;
    else if (code < 0x10000) {
      out += String.fromCharCode(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    } else {
      out += String.fromCharCode(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
    }
  }
  return out;
}

/** `bytes.decode('utf-8', 'replace')`. */
export function decodeUtf8(bytes: string): string {
  let out = '';
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes.charCodeAt(at);
    const wanted = lead < 0x80 ? 0 : lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : 3;
    if (lead >= 0x80 && (lead < 0xc2 || lead > 0xf4)) {
      out += '\ufffd';
      at += 1;
      continue;
    }
    let code = wanted === 0 ? lead : lead & (0x3f >> wanted);
    let seen = 0;
    while (seen < wanted && continues(bytes.charCodeAt(at + 1 + seen), lead, seen)) {
      code = (code << 6) | (bytes.charCodeAt(at + 1 + seen) & 63);
      seen += 1;
    }
    out += seen === wanted ? String.fromCodePoint(code) : '\ufffd';
    at += 1 + seen;
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
