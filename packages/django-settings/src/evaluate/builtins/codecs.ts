/** The text encodings of Python: which name means which, and what they make of a single character or byte. */

/** How an encoding is evaluated here. */
export type Codec =
  /** A character a byte: the code points below `size`. */
  | { readonly kind: 'narrow'; readonly name: 'ascii' | 'latin-1'; readonly size: number }
  | { readonly kind: 'table'; readonly name: 'charmap'; readonly table: string }
  | { readonly kind: 'utf-8'; readonly name: 'utf-8'; readonly mark: boolean }
  /** Units of `width` bytes; `mark`: a byte order mark comes first, or is looked for. */
  | {
      readonly kind: 'wide';
      readonly name: string;
      readonly width: 2 | 4;
      readonly big: boolean;
      readonly mark: boolean;
    };

const aliases: Readonly<Record<string, string>> = {
  utf8: 'utf_8',
  u8: 'utf_8',
  utf: 'utf_8',
  utf8_ucs2: 'utf_8',
  utf8_ucs4: 'utf_8',
  cp65001: 'utf_8',
  utf8_sig: 'utf_8_sig',
  '646': 'ascii',
  us: 'ascii',
  us_ascii: 'ascii',
  ansi_x3_4_1968: 'ascii',
  iso646_us: 'ascii',
  cp367: 'ascii',
  ibm367: 'ascii',
  latin1: 'latin_1',
  latin: 'latin_1',
  l1: 'latin_1',
  iso8859_1: 'latin_1',
  iso_8859_1: 'latin_1',
  iso8859: 'latin_1',
  '8859': 'latin_1',
  cp819: 'latin_1',
  ibm819: 'latin_1',
  '1252': 'cp1252',
  windows_1252: 'cp1252',
  u16: 'utf_16',
  utf16: 'utf_16',
  utf_16le: 'utf_16_le',
  utf_16be: 'utf_16_be',
  u32: 'utf_32',
  utf32: 'utf_32',
  utf_32le: 'utf_32_le',
  utf_32be: 'utf_32_be',
};

/** The upper part of Windows' Latin; a blank is a byte that stands for nothing. */
const windows = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The codec of an encoding's name, where it is evaluated. */
export function codecOf(encoding: string): Codec | undefined {
  const plain = plainName(encoding);
  const name = aliases[plain] ?? plain;
  if (name === 'utf_8' || name === 'utf_8_sig') return { kind: 'utf-8', name: 'utf-8', mark: name === 'utf_8_sig' };
  if (name === 'ascii') return { kind: 'narrow', name: 'ascii', size: 128 };
  if (name === 'latin_1') return { kind: 'narrow', name: 'latin-1', size: 256 };
  if (name === 'cp1252') {
    const low = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).join('');
    return {
      kind: 'table',
      name: 'charmap',
      table: low.slice(0, 128) + windows.replaceAll(' ', '\0') + low.slice(160),
    };
  }
  const wide = /^utf_(16|32)(?:_(le|be))?$/.exec(name);
  if (!wide) return undefined;
  const [, bits, order] = wide;
  return {
    kind: 'wide',
    name: `utf-${bits}${order ? `-${order}` : ''}`,
    width: bits === '16' ? 2 : 4,
    big: order === 'be',
    mark: order === undefined,
  };
}

/** What Python says of an encoding that is no text encoding, or that it does not have; `undefined` for one that it has. */
export function refusalOf(encoding: string, use: 'encode' | 'decode'): string | undefined {
  const name = plainName(encoding);
  if (
    /^(?:base_?64(?:_codec)?|bz2(?:_codec)?|hex(?:_codec)?|quopri(?:_codec)?|quoted_printable|rot_?13|uu(?:_codec)?|zip|zlib(?:_codec)?)$/.test(
      name,
    )
  )
    return `'${encoding}' is not a text encoding; use codecs.${use}() to handle arbitrary codecs`;
  return mayBeCodec(name) ? undefined : `unknown encoding: ${encoding}`;
}

/** Names that resemble no encoding of CPython are said to be unknown; others might be one. */
function mayBeCodec(name: string): boolean {
  return /^(?:u(?:tf)?_?(?:7|8|16|32)|ascii|646|us_ascii|latin|l\d|iso|cp_?\d|\d|windows|mac|koi8|big5|gb|euc|shift|s_?jis|hz|johab|tis|ptcp|kz|raw|unicode|idna|punycode|mbcs|oem|palmos|undefined|cs|ibm|ms|ansi|charmap|hp|viscii|roman8|r8|u8|u16|u32|chinese|korean|japanese|arabic|hebrew|greek|cyrillic|thai|ks)/.test(
    name,
  );
}

/** As CPython compares names: without case, everything else than letters, digits and points is one underscore. */
function plainName(encoding: string): string {
  return encoding
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '_')
    .replace(/^_|_$/g, '');
}
