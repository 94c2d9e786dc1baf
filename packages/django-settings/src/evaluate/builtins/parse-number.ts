/** Numbers from text, with Python's grammar. */
import { asciiDigits, strip } from '../library/python-text.js';

/** `int(text, base)`; `undefined` for a ValueError. */
export function parseIntText(text: string, base: number): bigint | undefined {
  const match = /^([+-]?)(0[xXoObB])?_?([0-9a-zA-Z](?:_?[0-9a-zA-Z])*)$/.exec(asciiDigits(strip(text)));
  if (!match) return undefined;
  const [, sign, prefix = '', digits = ''] = match;
  const prefixed: Record<string, number> = { '0x': 16, '0o': 8, '0b': 2 };
  let radix = base;
  let body = digits.replaceAll('_', '').toLowerCase();
  if (prefix) {
    const implied = prefixed[prefix.toLowerCase()];
    if (base !== 0 && base !== implied) {
      // `0b1` in base 16 is all digits.
      body = prefix.toLowerCase() + body;
    } else radix = implied ?? base;
  } else if (base === 0) {
    if (/^0+[1-9]/.test(body)) return undefined;
    radix = 10;
  }
  let value = 0n;
  for (const char of body) {
    const digit = Number.parseInt(char, 36);
    if (Number.isNaN(digit) || digit >= radix) return undefined;
    value = value * BigInt(radix) + BigInt(digit);
  }
  return sign === '-' ? -value : value;
}

/** `float(text)`; `undefined` for a ValueError. */
export function parseFloatText(text: string): number | undefined {
  const trimmed = asciiDigits(strip(text));
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(trimmed);
  if (special) {
    const value = /nan/i.test(special[2] ?? '') ? Number.NaN : Number.POSITIVE_INFINITY;
    return special[1] === '-' ? -value : value;
  }
  if (!/^[+-]?(?:\d(?:_?\d)*\.?(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?$/.test(trimmed))
    return undefined;
  return Number(trimmed.replaceAll('_', ''));
}
