/** The texts that environs has rules of its own for: URLs, log levels and durations. */

import { microsecondsOf } from '../evaluate/library/datetime.js';
import { parseInt10 } from '../evaluate/library/python-text.js';
import { type Bound, type Machine, textOf } from '../evaluate/native.js';
import { float, int, list, type PyValue, str } from '../evaluate/value.js';
import { validationError } from './marshmallow.js';
import { packageAtLeast } from './package-version.js';

/** The levels of `logging` by name. */
export const LOG_LEVELS: ReadonlyMap<string, number> = new Map([
  ['CRITICAL', 50],
  ['FATAL', 50],
  ['ERROR', 40],
  ['WARNING', 30],
  ['WARN', 30],
  ['INFO', 20],
  ['DEBUG', 10],
  ['NOTSET', 0],
]);

const DOMAIN = '(?:[A-Z0-9](?:[A-Z0-9-]{0,61}[A-Z0-9])?\\.)+(?:[A-Z]{2,6}\\.?|[A-Z0-9-]{2,}\\.?)';
const DOTLESS = '(?:[A-Z0-9](?:[A-Z0-9-]{0,61}[A-Z0-9])?\\.?)';
const HOSTS = [DOMAIN, 'localhost', '\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}', '\\[[A-F0-9]*:[A-F0-9:]+\\]'];

/** marshmallow's URL: a scheme it knows, a host with a dot (or `localhost`), a path without blanks. */
function isUrl(text: string, schemes: readonly string[], dotless: boolean): boolean {
  if (text === '') return false;
  if (text.includes('://') && !schemes.includes(text.slice(0, text.indexOf('://')).toLowerCase())) return false;
  const hosts = dotless ? [...HOSTS, DOTLESS] : HOSTS;
  const user = "(?:(?:[a-z0-9\\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?";
  const pattern = `^(?:[a-z0-9.+-]*)://${user}(?:${hosts.join('|')})(?::\\d+)?(?:/?|[/?]\\S+)$`;
  return new RegExp(pattern, 'iu').test(text) && !text.endsWith('\n');
}

/** `env.url`: a `ParseResult`, or marshmallow's complaint. */
export function castUrl(machine: Machine, value: PyValue, args: Bound): PyValue {
  const text = textOf(value);
  if (text === undefined) return machine.raise(validationError(machine), 'Not a valid URL.');
  const given = args.extra.get('schemes');
  const schemes = given && given.kind !== 'none' ? machine.iterate(given).map((one) => textOf(one) ?? '') : undefined;
  const tld = args.extra.get('require_tld');
  if (!isUrl(text, schemes ?? ['http', 'https', 'ftp', 'ftps'], tld !== undefined && machine.truth(tld) === 'no'))
    return machine.raise(validationError(machine), list([str('Not a valid URL.')]));
  return machine.call(machine.from('urllib.parse', 'urlparse'), [str(text)]);
}

const DURATION =
  /^\s*(?:(-?\d+)\s*w\s*)?(?:(-?\d+)\s*d\s*)?(?:(-?\d+)\s*h\s*)?(?:(-?\d+)\s*m\s*)?(?:(-?\d+)\s*s\s*)?(?:(-?\d+)\s*ms\s*)?(?:(-?\d+)\s*[µu]s\s*)?\n?$/u;
const UNITS = ['weeks', 'days', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds'];

/** `env.timedelta`: since 11.2 also `1h 30m`; otherwise a number of seconds. */
export function castDuration(machine: Machine, value: PyValue, args: Bound): PyValue {
  if (microsecondsOf(value) !== undefined && packageAtLeast(machine, 'environs', 11, 2, 1)) return value;
  const text = textOf(value);
  const timedelta = machine.from('datetime', 'timedelta');
  const groups = text === undefined ? undefined : DURATION.exec(text)?.slice(1);
  if (
    groups?.some((group) => group !== undefined && Number(group) !== 0) &&
    packageAtLeast(machine, 'environs', 11, 2)
  ) {
    const parts = groups.map((group, index) => [UNITS[index] ?? '', int(BigInt(group ?? '0'))] as const);
    return machine.call(timedelta, [], new Map<string, PyValue>(parts));
  }
  const precision = textOf(args.extra.get('precision')) ?? 'seconds';
  const refuse = () => machine.raise(validationError(machine), 'Not a valid period of time.');
  const whole = text === undefined ? undefined : parseInt10(text);
  const asFloat = () => machine.call(machine.builtin('float'), [value]);
  const number = machine.attempt(asFloat, ['TypeError', 'ValueError'], refuse);
  if (whole === undefined && value.kind !== 'int')
    return machine.unknown('marshmallow 3 and 4 differ in what such a number of seconds is');
  const exact = whole === undefined ? number : int(whole);
  return machine.attempt(
    () => machine.call(timedelta, [], new Map([[precision, exact.kind === 'unknown' ? float(0) : exact]])),
    ['OverflowError'],
    refuse,
  );
}
