/** The builtin functions on numbers: `abs`, `round`, `divmod`, `pow`. */
import { arithmetic, floorQuotient, floorRemainder, isNumeric, powerModulo, toDouble } from '../arithmetic.js';
import { unlessRaised } from '../expected-errors.js';
import { fixed, roundedQuotient } from '../float-digits.js';
import type { Interpreter } from '../interpreter.js';
import type { PyValue } from '../value.js';
import { float, int, notImplemented, tuple } from '../value.js';
import { wholeNumber } from './arguments.js';

export function absolute(vm: Interpreter, value: PyValue): PyValue {
  if (value.kind === 'float') return float(Math.abs(value.value));
  if (value.kind === 'int') return int(value.value < 0n ? -value.value : value.value);
  if (value.kind === 'bool') return int(Number(value.value));
  const method = vm.special(value, '__abs__');
  return method ? vm.call(method) : vm.raise('TypeError', `bad operand type for abs(): '${vm.typeName(value)}'`);
}

/** `divmod(a, b)` */
export function quotientAndRemainder(vm: Interpreter, a: PyValue, b: PyValue): PyValue {
  if (isNumeric(a) && isNumeric(b)) {
    if (a.kind === 'float' || b.kind === 'float') {
      const [x, y] = [toDouble(vm, a), toDouble(vm, b)];
      if (y === 0) return vm.raise('ZeroDivisionError', 'float divmod()');
      return tuple([float(floorQuotient(x, y)), float(floorRemainder(x, y))]);
    }
    return tuple([arithmetic(vm, '//', a, b) ?? a, arithmetic(vm, '%', a, b) ?? b]);
  }
  for (const value of [a, b]) if (value.kind === 'unknown') return vm.derive(value, { type: 'tuple' });
  for (const [self, other, name] of [
    [a, b, '__divmod__'],
    [b, a, '__rdivmod__'],
  ] as const) {
    const method = self.kind === 'instance' ? vm.special(self, name) : undefined;
    const result = method ? vm.call(method, [other]) : notImplemented;
    if (result !== notImplemented) return result;
  }
  return vm.raise('TypeError', `unsupported operand type(s) for divmod(): '${vm.typeName(a)}' and '${vm.typeName(b)}'`);
}

/** `pow(base, exponent, modulus)` */
export function powerOf(vm: Interpreter, base: PyValue, exponent: PyValue, modulus: PyValue | undefined): PyValue {
  if (!modulus) return vm.binary('**', base, exponent);
  const all = [base, exponent, modulus];
  const doubt = vm.doubt(tuple(all));
  if (doubt) return vm.derive(doubt, { type: 'int' });
  const own = all.find((one) => one.kind === 'instance');
  if (own) return unlessRaised(vm, own, () => vm.unknown('`pow` of objects is not evaluated'), 'TypeError');
  // A float refuses the third argument wherever it stands.
  if (all.every((one) => one.kind !== 'float') && !all.every(isNumeric)) {
    const types = all.map((one) => `'${vm.typeName(one)}'`).join(', ');
    return vm.raise('TypeError', `unsupported operand type(s) for ** or pow(): ${types}`);
  }
  const whole = all.map((one) =>
    isNumeric(one) && one.kind !== 'float'
      ? BigInt(one.value)
      : vm.raise('TypeError', 'pow() 3rd argument not allowed unless all arguments are integers'),
  ) as [bigint, bigint, bigint];
  return int(powerModulo(vm, ...whole));
}

/** `round(value, digits)`: half to even on the exact value. */
export function roundOf(vm: Interpreter, value: PyValue, digits: PyValue | undefined): PyValue {
  if (!isNumeric(value)) {
    const method = value.kind === 'instance' ? vm.special(value, '__round__') : undefined;
    if (method) return vm.call(method, digits ? [digits] : []);
    return vm.raise('TypeError', `type ${vm.typeName(value)} doesn't define __round__ method`);
  }
  // A number that fits no index is as good as the last that does.
  const places = digits ? Number(clipped(wholeNumber(vm, digits))) : undefined;
  if (value.kind !== 'float') return int(roundWhole(BigInt(value.value), places ?? 0));
  const number = value.value;
  if (places === undefined) {
    if (Number.isNaN(number)) return vm.raise('ValueError', 'cannot convert float NaN to integer');
    if (!Number.isFinite(number)) return vm.raise('OverflowError', 'cannot convert float infinity to integer');
    const size = BigInt(fixed(Math.abs(number), 0));
    return int(number < 0 ? -size : size);
  }
  if (!Number.isFinite(number) || places > 323) return value;
  const size = places < -308 ? 0 : Number(fixed(Math.abs(number), places));
  if (!Number.isFinite(size)) return vm.raise('OverflowError', 'rounded value too large to represent');
  return float(number < 0 || Object.is(number, -0) ? -size : size);
}

const largest = (1n << 63n) - 1n;

function clipped(whole: bigint): bigint {
  return whole > largest ? largest : whole < -largest ? -largest : whole;
}

function roundWhole(value: bigint, places: number): bigint {
  if (places >= 0) return value;
  const size = value < 0n ? -value : value;
  if (-places > size.toString().length) return 0n;
  const unit = 10n ** BigInt(-places);
  const rounded = roundedQuotient(size, unit) * unit;
  return value < 0n ? -rounded : rounded;
}

/** Whether nothing can be added to it by `sum`. */
export const isNoSum = ({ kind }: PyValue): boolean => kind === 'str' || kind === 'bytes';

/** What has been summed up: floats are added with what rounding cut off, as CPython does since 3.12. */
export function sumOf(vm: Interpreter, items: Iterable<PyValue>, start: PyValue): PyValue {
  const { kind } = start;
  if (kind === 'str') return vm.raise('TypeError', "sum() can't sum strings [use ''.join(seq) instead]");
  if (kind === 'bytes') return vm.raise('TypeError', "sum() can't sum bytes [use b''.join(seq) instead]");
  let total: PyValue = start;
  let lost = 0;
  const compensated = !(vm.python && vm.python[1] < 12);
  for (const item of items) {
    if (item.kind === 'unknown' && item.many) return vm.derive(item);
    if (compensated && total.kind === 'float' && isNumeric(item)) {
      const [a, b] = [total.value, toDouble(vm, item)];
      const sum = a + b;
      if (item.kind === 'float') lost += Math.abs(a) >= Math.abs(b) ? a - sum + b : b - sum + a;
      total = float(sum);
      continue;
    }
    total = vm.binary('+', withLost(total, lost), item);
    lost = 0;
  }
  return withLost(total, lost);
}

function withLost(total: PyValue, lost: number): PyValue {
  return total.kind === 'float' && lost !== 0 && Number.isFinite(lost) ? float(total.value + lost) : total;
}
