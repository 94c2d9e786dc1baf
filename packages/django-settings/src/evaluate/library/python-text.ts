/** Python's own notions of blanks, lines and digits, which differ from JavaScript's. */

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

/** Whether `int()` reads this text as a number of base ten, and which. */
export function parseInt10(text: string): bigint | undefined {
  const trimmed = strip(text);
  if (!/^[+-]?\d+(?:_\d+)*$/u.test(trimmed)) return undefined;
  const digits = trimmed.replaceAll('_', '').replace(/^\+/u, '');
  return digits.startsWith('-') ? -BigInt(digits.slice(1)) : BigInt(digits);
}

/** What `float()` makes of a text; `undefined` where it raises ValueError. */
export function parseFloat10(text: string): number | undefined {
  const trimmed = strip(text);
  if (/^[+-]?(?:inf|infinity)$/iu.test(trimmed)) return trimmed.startsWith('-') ? -Infinity : Infinity;
  if (/^[+-]?nan$/iu.test(trimmed)) return Number.NaN;
  if (!/^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/u.test(trimmed)) {
    return undefined;
  }
  return Number(trimmed.replaceAll('_', ''));
}

/** `str.isdigit()` for the digits that `int()` reads. */
export function isDigits(text: string): boolean {
  return /^[0-9]+$/u.test(text);
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
