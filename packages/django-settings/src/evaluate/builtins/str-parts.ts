/** Cutting text as Python does: by code points, at separators, at runs of whitespace. */
import { characters, isPlain, lengthOf } from '../text.js';
import type { PyValue } from '../value.js';

/** Python's whitespace. */
export const space = /[\s\x1c-\x1f\x85]/u;

/** Characters that `gone` names, taken from the ends. */
export function strip(value: string, gone: (char: string) => boolean, left: boolean, right: boolean): string {
  const units = characters(value);
  let start = 0;
  let end = units.length;
  while (left && start < end && gone(units[start] ?? '')) start += 1;
  while (right && end > start && gone(units[end - 1] ?? '')) end -= 1;
  return units.slice(start, end).join('');
}

/** Where `value[start:]` begins. */
export function startOf(value: string, start: PyValue | undefined): number {
  if (start?.kind !== 'int') return 0;
  const at = Number(start.value);
  return Math.max(0, at < 0 ? at + lengthOf(value) : at);
}

/** `value[start:end]`; offsets of astral text are not distinguished, as settings have none. */
export function cut(value: string, start: PyValue | undefined, end: PyValue | undefined): string {
  const units = isPlain(value) ? undefined : characters(value);
  const from = startOf(value, start);
  const to = end?.kind === 'int' ? Number(end.value) : lengthOf(value);
  return units ? units.slice(from, to).join('') : value.slice(from, to < 0 ? to + value.length : to);
}

/** `split` and `rsplit`. `limit` below 0: no limit. Without a separator, runs of whitespace separate. */
export function split(value: string, sep: string | undefined, limit: number, fromRight: boolean): string[] {
  if (sep === undefined) {
    const words = value.split(/[\s\x1c-\x1f\x85]+/u).filter((word) => word !== '');
    if (limit < 0 || words.length <= limit + 1) return words;
    const spaces = '[\\s\\x1c-\\x1f\\x85]';
    const pattern = fromRight
      ? new RegExp(`^(.*?)${`${spaces}+([^\\s]+)`.repeat(limit)}${spaces}*$`, 'su')
      : new RegExp(`^${spaces}*${`([^\\s]+)${spaces}+`.repeat(limit)}(.*)$`, 'su');
    const parts = pattern.exec(value)?.slice(1) ?? words;
    if (fromRight && parts[0] !== undefined) parts[0] = parts[0].replace(/^[\s]+|[\s]+$/gu, '');
    return parts;
  }
  const parts = value.split(sep);
  if (limit < 0 || parts.length <= limit + 1) return parts;
  if (fromRight) {
    const kept = parts.slice(parts.length - limit);
    return [parts.slice(0, parts.length - limit).join(sep), ...kept];
  }
  return [...parts.slice(0, limit), parts.slice(limit).join(sep)];
}
