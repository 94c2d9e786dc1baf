/** Durations as whole microseconds: how Python divides and prints them. */
import { roundedQuotient } from '../float-digits.js';

/** Microseconds a day. */
export const MICROSECONDS_A_DAY = 86_400_000_000n;

/** The parameters of `timedelta` in order, each in microseconds. */
export const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['days', MICROSECONDS_A_DAY],
  ['seconds', 1_000_000n],
  ['microseconds', 1n],
  ['milliseconds', 1000n],
  ['minutes', 60_000_000n],
  ['hours', 3_600_000_000n],
  ['weeks', 7n * MICROSECONDS_A_DAY],
]);

/** `.days`, `.seconds` and `.microseconds`: only the days can be negative. */
export function splitDuration(value: bigint): {
  readonly days: bigint;
  readonly seconds: bigint;
  readonly microseconds: bigint;
} {
  const remainder = ((value % MICROSECONDS_A_DAY) + MICROSECONDS_A_DAY) % MICROSECONDS_A_DAY;
  return {
    days: (value - remainder) / MICROSECONDS_A_DAY,
    seconds: remainder / 1_000_000n,
    microseconds: remainder % 1_000_000n,
  };
}

/** The nearest float to the seconds. */
export function secondsOf(value: bigint): number {
  const digits = String(value < 0n ? -value : value).padStart(7, '0');
  return (value < 0n ? -1 : 1) * Number(`${digits.slice(0, -6)}.${digits.slice(-6)}`);
}

/** `str(timedelta)`. */
export function durationText(value: bigint): string {
  const { days, seconds, microseconds } = splitDuration(value);
  const pad = (number: bigint) => String(number).padStart(2, '0');
  const clock = `${seconds / 3600n}:${pad((seconds / 60n) % 60n)}:${pad(seconds % 60n)}`;
  const fraction = microseconds === 0n ? '' : `.${String(microseconds).padStart(6, '0')}`;
  const plural = days === 1n || days === -1n ? '' : 's';
  return `${days === 0n ? '' : `${days} day${plural}, `}${clock}${fraction}`;
}

/** `value * numerator / denominator`, the nearest whole number, halves to the even one. */
export function scaledDuration(value: bigint, numerator: bigint, denominator: bigint): bigint {
  const [above, below] = denominator < 0n ? [-value * numerator, -denominator] : [value * numerator, denominator];
  return above < 0n ? -roundedQuotient(-above, below) : roundedQuotient(above, below);
}

/** What fractions of microseconds come to, added to `whole`: a half goes to the even sum, as in CPython. */
export function withFraction(whole: bigint, fraction: number): bigint {
  // C rounds halves away from zero.
  const round = (value: number) => Math.sign(value) * Math.round(Math.abs(value));
  const odd = whole % 2n === 0n ? 0 : 1;
  const rounded = round(fraction);
  const isHalf = Math.abs(rounded - fraction) === 0.5;
  return whole + BigInt(isHalf ? 2 * round((fraction + odd) * 0.5) - odd : rounded);
}
