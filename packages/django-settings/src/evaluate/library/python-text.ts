/** Python's own notions of blanks, lines and digits, which differ from JavaScript's. */
import { PythonError } from './plain.js';

/** What `str.isspace()` and `\s` take for blank, as the inside of a character class. */
export const BLANK = '\\t\\n\\v\\f\\r\\x1c-\\x1f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const LINE_ENDS = '\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029';

/** `str.strip()`. */
export function strip(text: string): string {
  return stripStart(stripEnd(text));
}

/** `str.lstrip()`. */
export function stripStart(text: string): string {
  return text.replace(new RegExp(`^[${BLANK}]+`, 'u'), '');
}

/** `str.rstrip()`. */
export function stripEnd(text: string): string {
  let end = text.length;
  const blank = new RegExp(`[${BLANK}]`, 'u');
  while (end > 0 && blank.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

/** `str.strip(characters)`. */
export function stripOf(text: string, characters: string): string {
  const drop = new Set(characters);
  const all = [...text];
  let start = 0;
  let end = all.length;
  while (start < end && drop.has(all[start] ?? '')) start += 1;
  while (end > start && drop.has(all[end - 1] ?? '')) end -= 1;
  return all.slice(start, end).join('');
}

/** `str.splitlines()`. */
export function splitLines(text: string): string[] {
  const lines = text.split(new RegExp(`\\r\\n|[${LINE_ENDS}]`, 'u'));
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The lines that iterating over an open text file gives, without their line breaks. */
export function fileLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/u);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The text that a file opened with universal newlines gives. */
export function universalNewlines(text: string): string {
  return text.replace(/\r\n?/gu, '\n');
}

/** The text with every decimal digit of Unicode as an ASCII one: `int()` and `float()` read them all. */
export function asciiDigits(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (char) => {
    if (!DECIMAL.test(char)) return char;
    // The ten digits of a script stand in a row, and rows of digits follow each other without a gap.
    let before = 0;
    const code = char.codePointAt(0) ?? 0;
    while (DECIMAL.test(String.fromCodePoint(code - before - 1))) before += 1;
    return String(before % 10);
  });
}

const DECIMAL = /\p{Nd}/u;

/** Whether `int()` reads this text as a number of base ten, and which. */
export function parseInt10(text: string): bigint | undefined {
  const trimmed = asciiDigits(strip(text));
  if (!/^[+-]?\d+(?:_\d+)*$/u.test(trimmed)) return undefined;
  const digits = trimmed.replaceAll('_', '').replace(/^\+/u, '');
  return digits.startsWith('-') ? -BigInt(digits.slice(1)) : BigInt(digits);
}

/** What `float()` makes of a text; `undefined` where it raises ValueError. */
export function parseFloat10(text: string): number | undefined {
  const trimmed = asciiDigits(strip(text));
  if (/^[+-]?(?:inf|infinity)$/iu.test(trimmed)) return trimmed.startsWith('-') ? -Infinity : Infinity;
  if (/^[+-]?nan$/iu.test(trimmed)) return Number.NaN;
  if (!/^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/u.test(trimmed)) {
    return undefined;
  }
  return Number(trimmed.replaceAll('_', ''));
}

/** `str.isdigit()`: raised, lowered and circled digits count too, although `int()` refuses them. */
export function isDigits(text: string): boolean {
  return DIGITS.test(text);
}

const DIGITS =
  /^[\p{Nd}\xb2\xb3\xb9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]+$/u;

/** `int(text)`. Raises ValueError as Python does. */
export function int10(text: string): bigint {
  const number = parseInt10(text);
  if (number === undefined)
    throw new PythonError('ValueError', `invalid literal for int() with base 10: ${reprText(text)}`);
  return number;
}

/** `int(text) if text.isdigit() else text`. */
export function digitsAsInt(text: string): bigint | string {
  return isDigits(text) ? int10(text) : text;
}

/** `repr()` of a str. */
export function reprText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = quote;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (char === quote || char === '\\') out += `\\${char}`;
    else if (char === '\n') out += '\\n';
    else if (char === '\r') out += '\\r';
    else if (char === '\t') out += '\\t';
    else if (code < 0x20 || code === 0x7f || (code >= 0x80 && code < 0xa1) || code === 0xad) {
      out += `\\x${code.toString(16).padStart(2, '0')}`;
    } else if (/[\p{C}\p{Zl}\p{Zp}\p{Zs}]/u.test(char) && char !== ' ') {
      out += code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
    } else out += char;
  }
  return out + quote;
}
