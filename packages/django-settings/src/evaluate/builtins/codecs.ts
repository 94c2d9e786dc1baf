/** Which text encodings Python has, and how it words bytes that are not UTF-8. */

/** Whether a name can be an encoding of CPython: only names that resemble none are said to be unknown. */
export function isCodec(name: string): boolean {
  return /^(?:u(?:tf)?-?_?(?:7|8|16|32)|ascii|646|us-ascii|latin|l1|iso|cp\d|\d|windows|mac|koi8|big5|gb|euc|shift|s-?jis|hz|johab|tis|ptcp|kz|raw|unicode|idna|punycode|mbcs|oem|palmos|base64|hex|bz2|zip|zlib|quopri|rot13|rot-13|uu|undefined|utf-8-sig|cs|ibm|ms|ansi|csiso|charmap|hp|viscii|roman8|r8|u8|u16|u32|chinese|korean|japanese|arabic|hebrew|greek|cyrillic|thai|ks)/.test(
    name,
  );
}

/** The first place where latin-1 characters that stand for bytes are not UTF-8, in CPython's words. */
export function utf8Problem(bytes: string): string | undefined {
  let at = 0;
  while (at < bytes.length) {
    const first = bytes.charCodeAt(at);
    const length =
      first < 0x80
        ? 1
        : first >= 0xc2 && first <= 0xdf
          ? 2
          : first >= 0xe0 && first <= 0xef
            ? 3
            : first >= 0xf0 && first <= 0xf4
              ? 4
              : 0;
    const say = (what: string) =>
      `'utf-8' codec can't decode byte 0x${first.toString(16).padStart(2, '0')} in position ${at}: ${what}`;
    if (length === 0) return say('invalid start byte');
    for (let i = 1; i < length; i += 1) {
      if (at + i >= bytes.length) {
        if (i === 1) return say('unexpected end of data');
        const end = bytes.length - 1;
        return `'utf-8' codec can't decode bytes in position ${at}-${end}: unexpected end of data`;
      }
      const next = bytes.charCodeAt(at + i);
      const low = i === 1 ? (first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80) : 0x80;
      const high = i === 1 ? (first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf) : 0xbf;
      if (next < low || next > high) {
        return i === 1
          ? say('invalid continuation byte')
          : `'utf-8' codec can't decode bytes in position ${at}-${at + i - 1}: invalid continuation byte`;
      }
    }
    at += length;
  }
  return undefined;
}
