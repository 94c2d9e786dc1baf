/** Numbers from text, with Python's grammar. */
import { asciiDigits, strip } from '../library/python-text.js';

const prefixes: Readonly<Record<string, number>> = { '0x': 16, '0o': 8, '0b': 2 };

/** `int(text, base)`; `undefined` for a ValueError. */
export function parseIntText(text: string, base: number): bigint | undefined {
  const plain = asciiDigits(strip(text)).toLowerCase();
  const sign = /^[+-]/.exec(plain)?.[0] ?? '';
  let body = plain.slice(sign.length);
  const implied = prefixes[body.slice(0, 2)];
  let radix = base;
  if (implied !== undefined && (base === 0 || base === implied)) {
    radix = implied;
    body = body.slice(2).replace(/^_/, '');
  } else if (base === 0) {
    if (/^0[0_]*[1-9]/.test(body)) return undefined;
    radix = 10;
  }
  if (!/^[0-9a-z]+(?:_[0-9a-z]+)*$/.test(body)) return undefined;
  const digits = body.replaceAll('_', '');
  if ([...digits].some((char) => Number.parseInt(char, 36) >= radix)) return undefined;
  const size = radix === 10 ? BigInt(digits) : digitsIn(digits, radix);
  return sign === '-' ? -size : size;
}

function digitsIn(digits: string, radix: number): bigint {
  let value = 0n;
  for (const char of digits) value = value * BigInt(radix) + BigInt(Number.parseInt(char, 36));
  return value;
}

/** How many digits a text has, of which CPython takes 4300 at most in bases that are no power of two. */
export function digitCount(text: string): number {
  return text.replace(/[^0-9a-zA-Z]/g, '').length;
}

/** `float(text)`; `undefined` for a ValueError. */
export function parseFloatText(text: string): number | undefined {
  const plain = asciiDigits(strip(text));
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(plain);
  if (special) {
    const value = /nan/i.test(special[2] ?? '') ? Number.NaN : Number.POSITIVE_INFINITY;
    return special[1] === '-' ? -value : value;
  }
  if (!/^[+-]?(?:\d(?:_?\d)*\.?(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?$/.test(plain)) return undefined;
  return Number(plain.replaceAll('_', ''));
}
