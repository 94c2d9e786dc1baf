/** The decimal digits of a float, rounded half to even on its exact value as CPython rounds. Only sizes, no signs. */

/** A float as `numerator / denominator`, exactly. */
export function fraction(value: number): readonly [bigint, bigint] {
  let power = 0;
  let whole = value;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    power += 1;
  }
  return [BigInt(whole), 1n << BigInt(power)];
}

/** `numerator / denominator`, rounded half to even. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const floor = numerator / denominator;
  const rest = (numerator % denominator) * 2n;
  return rest > denominator || (rest === denominator && floor % 2n === 1n) ? floor + 1n : floor;
}

function scaled(value: number, places: number): bigint {
  const [numerator, denominator] = fraction(value);
  return places >= 0
    ? roundedQuotient(numerator * 10n ** BigInt(places), denominator)
    : roundedQuotient(numerator, denominator * 10n ** BigInt(-places));
}

/** `'%.{places}f' % value` of a value that is finite and not below zero. */
export function fixed(value: number, places: number): string {
  const text = scaled(value, places).toString();
  if (places <= 0) return text + '0'.repeat(-places);
  const padded = text.padStart(places + 1, '0');
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

/** The first `count` digits and the power of ten of the first one. */
export function significant(value: number, count: number): readonly [digits: string, power: number] {
  if (value === 0) return ['0'.repeat(count), 0];
  let power = Number(value.toExponential().split('e')[1]);
  let digits = scaled(value, count - 1 - power).toString();
  if (digits.length > count) {
    // Rounded up to the next power of ten.
    power += 1;
    digits = scaled(value, count - 1 - power).toString();
  }
  return [digits, power];
}

/** `'%.{places}e' % value` */
export function exponential(value: number, places: number, point: boolean): string {
  const [digits, power] = significant(value, places + 1);
  const dot = places > 0 || point ? '.' : '';
  return `${digits.slice(0, 1)}${dot}${digits.slice(1)}${powerText(power)}`;
}

/** `'%.{precision}g' % value`; `keepZeros` for the alternate form, `asFloat` where at least `.0` has to be there. */
export function general(value: number, precision: number, keepZeros: boolean, asFloat: boolean): string {
  const count = precision === 0 ? 1 : precision;
  const [digits, power] = significant(value, count);
  const trim = (text: string) => (text.includes('.') && !keepZeros ? text.replace(/\.?0+$/, '') : text);
  // A float's text turns to powers one place earlier, so that `.0` has a place.
  if (power < -4 || power >= (asFloat ? count - 1 : count)) {
    const mantissa = `${digits.slice(0, 1)}${count > 1 || keepZeros ? '.' : ''}${digits.slice(1)}`;
    return trim(mantissa) + powerText(power);
  }
  const whole = power < 0 ? '0' : digits.slice(0, power + 1);
  const rest = power < 0 ? '0'.repeat(-power - 1) + digits : digits.slice(power + 1);
  const text = trim(rest !== '' || keepZeros ? `${whole}.${rest}` : whole);
  return asFloat && !text.includes('.') ? `${text}.0` : text;
}

function powerText(power: number): string {
  return `e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
