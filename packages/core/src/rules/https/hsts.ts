/** How long HSTS binds browsers, as far as the settings say. */
import type { Settings } from '../../facts/settings.js';
import { integerOf } from '../../facts/value-reading.js';
import { hasFinalValues } from '../settings/final-values.js';
import { runs, securityMiddleware } from '../settings/middleware.js';
import type { Wanted } from '../settings/where-given.js';

/** What the documentation of Django gives to begin with, and less: tried out, not yet meant to last. */
export const toBeginWith = 3600;

/** A year, which the browsers' preload list asks for. */
export const aYear = 31_536_000;

/** The seconds that Django sends; `undefined` where it sends none or they are not known. */
export function secondsSent(settings: Settings): number | undefined {
  if (!hasFinalValues(settings) || runs(settings, securityMiddleware) !== 'yes') return undefined;
  const seconds = integerOf(settings.get('SECURE_HSTS_SECONDS').value);
  return seconds !== undefined && seconds > 0 ? seconds : undefined;
}

/** A span of seconds in words. */
export function inWords(seconds: number): string {
  for (const [unit, length] of [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const) {
    const count = Math.round(seconds / length);
    if (seconds >= length) return `${count} ${unit}${count === 1 ? '' : 's'}`;
  }
  return `${seconds} second${seconds === 1 ? '' : 's'}`;
}

/** A year, for a variable that gives the seconds. */
export const wantedYear: Wanted = {
  says: 'is a year',
  texts: [String(aYear)],
  is: (value) => integerOf(value) === aYear,
};
