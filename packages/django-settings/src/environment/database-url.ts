/** dj-database-url 3: what it reads out of a URL, and what it does for one engine afterwards. */
import type { Plain } from '../evaluate/library/plain.js';
import { digitsAsInt } from '../evaluate/library/python-text.js';
import { hostOf, parseQuery, portOf, type UrlParts, unquote, userOf } from '../evaluate/library/url-parts.js';

/** Everything but ENGINE. `OPTIONS` is always there, possibly empty. Raises ValueError as Python does. */
export function databaseParts(url: UrlParts): Map<string, Plain> {
  const options = new Map<string, Plain>();
  for (const [name, values] of parseQuery(url.query)) {
    const read = values.map(optionValue);
    options.set(name, read.length === 1 ? (read[0] ?? null) : read);
  }
  const { username, password } = userOf(url);
  const port = portOf(url);
  return new Map<string, Plain>([
    ['USER', unquote(username ?? '')],
    ['PASSWORD', unquote(password ?? '')],
    ['HOST', unquote(hostOf(url) ?? '')],
    ['PORT', port === null || port === 0n ? '' : port],
    ['NAME', unquote(url.path.slice(1))],
    ['OPTIONS', options],
  ]);
}

/** An option's value: digits are a number, `true` and `false` in any case truth values, the rest text. */
export function optionValue(text: string): Plain {
  const word = text.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : digitsAsInt(text);
}

/** `str()` of an option's value, as it is put into other text. */
export function shownOption(value: Plain): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => (typeof item === 'string' ? `'${item}'` : shownOption(item))).join(', ')}]`;
  }
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}
