/** What an entry of ALLOWED_HOSTS can match, by the rules of Django's own comparison. */
import type { Settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { stringsOf } from '../../facts/value-reading.js';

/** Whether any entry is known: of an empty list, or one that is not known, nothing can be said. */
export function namesHosts(settings: Settings): boolean {
  const names = (value: Value): boolean =>
    value.kind === 'choice' ? value.options.some(names) : stringsOf(value).some((entry) => entry.trim() !== '');
  return names(settings.get('ALLOWED_HOSTS').value);
}

/** Why an entry never matches a request's host; `undefined` where it can. */
export function whyNever(entry: string): string | undefined {
  if (entry === '*' || entry === '') return undefined;
  if (entry.includes('://')) return 'it holds a scheme';
  if (/\s/.test(entry)) return 'it holds a space';
  if (entry.includes('/')) return 'it holds a path';
  if (entry.includes('*')) return 'a star stands only alone; subdomains are written with a leading dot';
  if (/^[^[\]:]+:\d+$/.test(entry) || /^\[[^\]]*\]:\d+$/.test(entry)) return 'Django compares hosts without their port';
  return undefined;
}

/** How the entry was probably meant. */
export function meantHost(entry: string): string {
  const host = entry
    .trim()
    .replace(/^\w+:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/(?<=[^:]):\d+$/, '');
  return host.replace(/^\*\./, '.');
}

/** Whether an entry is only ever this machine. */
export function isThisMachine(entry: string): boolean {
  return /^(\.?localhost|127(\.\d+){3}|\[?::1\]?|0\.0\.0\.0|testserver|.+\.localhost)$/i.test(entry);
}
