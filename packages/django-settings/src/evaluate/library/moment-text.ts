/** Dates and times as texts: what `strptime` and `fromisoformat` make of one, and what `strftime` and `isoformat` write. */

import { reprText } from './python-text.js';

/** Year, month, day, hour, minute, second, microsecond. */
export type Fields = readonly number[];

/** What a directive of `strptime` that is a number matches, and the field it gives. */
const DIRECTIVES: Readonly<Record<string, readonly [pattern: string, field: number]>> = {
  Y: ['\\d\\d\\d\\d', 0],
  y: ['\\d\\d', 0],
  m: ['1[0-2]|0[1-9]|[1-9]', 1],
  d: ['3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9]', 2],
  H: ['2[0-3]|[0-1]\\d|\\d', 3],
  M: ['[0-5]\\d|\\d', 4],
  S: ['6[0-1]|[0-5]\\d|\\d', 5],
  f: ['[0-9]{1,6}', 6],
};

/** The fields that a text says in a format, the message of the ValueError, or `undefined` for what is not modelled. */
export function parseMoment(text: string, format: string): Fields | string | undefined {
  // Digits and letters of other scripts are numbers and letters to Python as well.
  if (!isAscii(text + format)) return undefined;
  const directives: string[] = [];
  let pattern = '';
  for (const [part, directive] of format.matchAll(/%(.)|\s+|[^%\s]+|%/gsu)) {
    if (directive === '%') pattern += '%';
    else if (directive !== undefined) {
      const known = DIRECTIVES[directive];
      if (!known || directives.includes(directive)) return undefined;
      directives.push(directive);
      pattern += `(${known[0]})`;
    } else if (part === '%') return undefined;
    else pattern += /^\s/u.test(part) ? '\\s+' : part.replace(/[\\.^$*+?(){}[\]|]/gu, '\\$&');
  }
  const match = new RegExp(`^(?:${pattern})`, 'iu').exec(text);
  if (!match) return `time data ${reprText(text)} does not match format ${reprText(format)}`;
  if (match[0].length < text.length) return `unconverted data remains: ${text.slice(match[0].length)}`;
  const fields = [1900, 1, 1, 0, 0, 0, 0];
  for (const [index, directive] of directives.entries()) {
    const [, field = 0] = DIRECTIVES[directive] ?? [];
    const digits = (match[index + 1] ?? '').trim();
    const number = Number(directive === 'f' ? digits.padEnd(6, '0') : digits);
    fields[field] = directive === 'y' ? number + (number < 69 ? 2000 : 1900) : number;
  }
  return (fields[5] ?? 0) > 59 ? undefined : fields;
}

/** The usual forms of ISO 8601, and the offset in minutes where there is one; `undefined` for others, which may be right too. */
export function parseIso(text: string): { readonly fields: Fields; readonly offset: number | undefined } | undefined {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{3}|\d{6}))?)?(?:(Z)|([+-])(\d\d):(\d\d))?)?$/u.exec(
      text,
    );
  if (!match) return undefined;
  const [, ...parts] = match;
  const fields = parts.slice(0, 6).map((part) => Number(part ?? 0));
  const [fraction, zulu, sign, hours, minutes] = parts.slice(6);
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return { fields: [...fields, Number((fraction ?? '').padEnd(6, '0'))], offset: zulu ? 0 : sign ? offset : undefined };
}

/** `isoformat()`: a date's three fields, or a moment's seven. */
export function isoText(fields: Fields, separator: string): string {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, microsecond = 0] = fields;
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  if (fields.length < 7) return date;
  const fraction = microsecond === 0 ? '' : `.${pad(microsecond, 6)}`;
  return `${date}${separator}${pad(hour)}:${pad(minute)}:${pad(second)}${fraction}`;
}

/** `strftime` of directives that are numbers; `undefined` where another one is asked for. */
export function formatMoment(fields: Fields, format: string): string | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, microsecond = 0] = fields;
  if (year < 1000) return undefined;
  const written: Readonly<Record<string, string>> = {
    '%': '%',
    Y: String(year),
    y: pad(year % 100),
    m: pad(month),
    d: pad(day),
    H: pad(hour),
    M: pad(minute),
    S: pad(second),
    f: pad(microsecond, 6),
    F: `${year}-${pad(month)}-${pad(day)}`,
    T: `${pad(hour)}:${pad(minute)}:${pad(second)}`,
  };
  let known = isAscii(format) && !/%$/u.test(format.replaceAll('%%', ''));
  const text = format.replace(/%(.)/gsu, (_, directive: string) => {
    known &&= directive in written;
    return written[directive] ?? '';
  });
  return known ? text : undefined;
}

function pad(number: number, width = 2): string {
  return String(number).padStart(width, '0');
}

function isAscii(text: string): boolean {
  return [...text].every((letter) => letter < '\x80');
}
