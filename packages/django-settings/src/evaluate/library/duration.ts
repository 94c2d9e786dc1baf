/** Durations as whole microseconds: how Python divides and prints them. */

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

/** `str(timedelta)`. */
export function durationText(value: bigint): string {
  const { days, seconds, microseconds } = splitDuration(value);
  const pad = (number: bigint) => String(number).padStart(2, '0');
  const clock = `${seconds / 3600n}:${pad((seconds / 60n) % 60n)}:${pad(seconds % 60n)}`;
  const fraction = microseconds === 0n ? '' : `.${String(microseconds).padStart(6, '0')}`;
  const plural = days === 1n || days === -1n ? '' : 's';
  return `${days === 0n ? '' : `${days} day${plural}, `}${clock}${fraction}`;
}

/** The nearest whole number, halves to the even one. */
export function roundHalfEven(value: number): bigint {
  const floor = Math.floor(value);
  const rest = value - floor;
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0);
  return BigInt(up ? floor + 1 : floor);
}
