/** Cutting text as Python does: by code points, at separators, at runs of whitespace. */
import { characters } from '../text.js';

/** Python's whitespace: Unicode's, the separators of ASCII, and no byte order mark. */
export function isSpace(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31);
  return code === 0x85 || (code !== 0xfeff && /^\s/u.test(char));
}

/** Where `splitlines` ends lines; `\r\n` is one end. Bytes end lines by these two only. */
export function linesOf(value: string, keepEnds: boolean, isBytes = false): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (!(isBytes ? code === 10 || code === 13 : endsLine(code))) continue;
    const after = code === 13 && value.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
    lines.push(value.slice(start, keepEnds ? after : at));
    start = after;
    at = after - 1;
  }
  if (start < value.length) lines.push(value.slice(start));
  return lines;
}

function endsLine(code: number): boolean {
  return (
    (code >= 10 && code <= 13) || (code >= 28 && code <= 30) || code === 0x85 || code === 0x2028 || code === 0x2029
  );
}

/** Characters that `gone` names, taken from the ends. */
export function strip(value: string, gone: (char: string) => boolean, left: boolean, right: boolean): string {
  const units = characters(value);
  let start = 0;
  let end = units.length;
  while (left && start < end && gone(units[start] ?? '')) start += 1;
  while (right && end > start && gone(units[end - 1] ?? '')) end -= 1;
  return units.slice(start, end).join('');
}

/** `split` and `rsplit`. `limit` below 0: no limit. Without a separator, runs of whitespace separate. */
export function split(
  value: string,
  sep: string | undefined,
  limit: number,
  fromRight: boolean,
  isSpace: (char: string) => boolean,
): string[] {
  if (sep === undefined) return fromRight ? wordsFromRight(value, limit, isSpace) : words(value, limit, isSpace);
  const parts = value.split(sep);
  if (limit < 0 || parts.length <= limit + 1) return parts;
  if (fromRight) {
    const kept = parts.slice(parts.length - limit);
    return [parts.slice(0, parts.length - limit).join(sep), ...kept];
  }
  return [...parts.slice(0, limit), parts.slice(limit).join(sep)];
}

function words(value: string, limit: number, isSpace: (char: string) => boolean): string[] {
  const found: string[] = [];
  let at = 0;
  for (;;) {
    while (at < value.length && isSpace(value[at] ?? '')) at += 1;
    if (at >= value.length) return found;
    if (limit >= 0 && found.length >= limit) {
      // The rest keeps its whitespace, also what ends it.
      return [...found, value.slice(at)];
    }
    const start = at;
    while (at < value.length && !isSpace(value[at] ?? '')) at += 1;
    found.push(value.slice(start, at));
  }
}

function wordsFromRight(value: string, limit: number, isSpace: (char: string) => boolean): string[] {
  const found: string[] = [];
  let at = value.length;
  for (;;) {
    while (at > 0 && isSpace(value[at - 1] ?? '')) at -= 1;
    if (at === 0) return found;
    if (limit >= 0 && found.length >= limit) return [value.slice(0, at), ...found];
    const end = at;
    while (at > 0 && !isSpace(value[at - 1] ?? '')) at -= 1;
    found.unshift(value.slice(at, end));
  }
}
