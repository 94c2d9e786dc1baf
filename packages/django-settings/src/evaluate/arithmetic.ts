/** What operators make of two numbers, with CPython's rounding and its errors. */
import { budgets } from '../budgets.js';
import type { Interpreter } from './interpreter.js';
import { Exhausted } from './raised.js';
import { payForNumber } from './sizes.js';
import type { PyValue } from './value.js';
import { bool, float, int } from './value.js';

export type Numeric = Extract<PyValue, { kind: 'bool' | 'int' | 'float' }>;

export function isNumeric(value: PyValue): value is Numeric {
  return value.kind === 'bool' || value.kind === 'int' || value.kind === 'float';
}

/** An int as a float; one that is too large raises. */
export function toDouble(vm: Interpreter, value: Numeric): number {
  const number = Number(value.value);
  return value.kind === 'float' || Number.isFinite(number)
    ? number
    : vm.raise('OverflowError', 'int too large to convert to float');
}

export function arithmetic(vm: Interpreter, operator: string, left: Numeric, right: Numeric): PyValue | undefined {
  if (left.kind === 'float' || right.kind === 'float') {
    if (/^(?:<<|>>|[&|^@])$/.test(operator)) return undefined;
    return floatArithmetic(vm, operator, toDouble(vm, left), toDouble(vm, right));
  }
  const [a, b] = [BigInt(left.value), BigInt(right.value)];
  const zero = (message: string): never => vm.raise('ZeroDivisionError', message);
  switch (operator) {
    case '+':
      return int(payForNumber(a + b));
    case '-':
      return int(payForNumber(a - b));
    case '*':
      if (digitsOf(a) + digitsOf(b) > mostDigits) throw new Exhausted('a number grows too long');
      return int(a * b);
    case '/':
      return b === 0n ? zero('division by zero') : float(quotient(vm, a, b));
    case '//':
      return b === 0n ? zero('integer division or modulo by zero') : int(floorDivide(a, b));
    case '%':
      return b === 0n ? zero('integer modulo by zero') : int(a - floorDivide(a, b) * b);
    case '**':
      return power(vm, a, b);
    case '<<':
      if (b < 0n) return vm.raise('ValueError', 'negative shift count');
      if (a === 0n) return int(0);
      if (b > mostBits) throw new Exhausted('a number grows too long');
      return int(a << b);
    case '>>':
      return b < 0n ? vm.raise('ValueError', 'negative shift count') : int(b > mostBits ? (a < 0n ? -1n : 0n) : a >> b);
    case '&':
    case '|':
    case '^': {
      const value = operator === '&' ? a & b : operator === '|' ? a | b : a ^ b;
      if (left.kind === 'bool' && right.kind === 'bool') return bool(value !== 0n);
      const cls = left.kind === 'int' && left.cls ? left.cls : right.kind === 'int' ? right.cls : undefined;
      return cls ? { ...int(value), cls } : int(value);
    }
    default:
      return undefined;
  }
}

const mostDigits = budgets.bits / 3;
const mostBits = BigInt(budgets.bits);

/** Digits in base 10, about: a hexadecimal digit is 1.2 of them. */
function digitsOf(value: bigint): number {
  return value.toString(16).length * 1.21;
}

function power(vm: Interpreter, a: bigint, b: bigint): PyValue {
  if (b < 0n) {
    if (a === 0n) return vm.raise('ZeroDivisionError', zeroPower(vm));
    return floatArithmetic(vm, '**', toDouble(vm, int(a)), toDouble(vm, int(b))) as PyValue;
  }
  const small = a === 0n || a === 1n || a === -1n;
  if (small) return int(b % 2n === 0n && a === -1n ? 1n : b === 0n ? 1n : a);
  const digits = digitsOf(a) * Number(b);
  if (b > mostBits || digits > mostDigits * 2) throw new Exhausted('a number grows too long');
  // From the digits of some hundred on it takes more than other steps.
  vm.spend(digits / 100);
  return int(a ** b);
}

/** `pow(base, exponent, modulus)` of whole numbers. */
export function powerModulo(vm: Interpreter, base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus === 0n) return vm.raise('ValueError', 'pow() 3rd argument cannot be 0');
  const size = modulus < 0n ? -modulus : modulus;
  let factor = ((base % size) + size) % size;
  let rest = exponent;
  if (exponent < 0n) {
    factor = inverse(factor, size) ?? vm.raise('ValueError', 'base is not invertible for the given modulus');
    rest = -exponent;
  }
  let result = 1n % size;
  while (rest > 0n) {
    vm.spend(1);
    if (rest & 1n) result = (result * factor) % size;
    factor = (factor * factor) % size;
    rest >>= 1n;
  }
  return modulus < 0n && result > 0n ? result + modulus : result;
}

function inverse(value: bigint, modulus: bigint): bigint | undefined {
  let [a, b, x, y] = [value, modulus, 1n, 0n];
  while (b !== 0n) {
    const times = a / b;
    [a, b, x, y] = [b, a - times * b, y, x - times * y];
  }
  return a === 1n ? ((x % modulus) + modulus) % modulus : modulus === 1n ? 0n : undefined;
}

export function floorDivide(a: bigint, b: bigint): bigint {
  const whole = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? whole - 1n : whole;
}

/** `a / b` rounded once, from the exact quotient. */
function quotient(vm: Interpreter, a: bigint, b: bigint): number {
  if (isExact(a) && isExact(b)) return Number(a) / Number(b);
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const shift = Math.max(0, 66 - (x.toString(2).length - y.toString(2).length));
  const scaled = x << BigInt(shift);
  // The lowest bit says whether anything was cut off, so that rounding to 53 bits sees it.
  const found = Number((scaled / y) * 2n + (scaled % y === 0n ? 0n : 1n));
  const size = shift > 1000 ? found / 2 ** 1000 / 2 ** (shift + 1 - 1000) : found / 2 ** (shift + 1);
  if (!Number.isFinite(size)) return vm.raise('OverflowError', 'integer division result too large for a float');
  return a < 0n === b < 0n ? size : -size;
}

function isExact(value: bigint): boolean {
  return BigInt.asIntN(54, value) === value;
}

function floatArithmetic(vm: Interpreter, operator: string, a: number, b: number): PyValue | undefined {
  const zero = (message: string): never => vm.raise('ZeroDivisionError', message);
  switch (operator) {
    case '+':
      return float(a + b);
    case '-':
      return float(a - b);
    case '*':
      return float(a * b);
    case '/':
      return b === 0 ? zero('float division by zero') : float(a / b);
    case '//':
      return b === 0 ? zero('float floor division by zero') : float(floorQuotient(a, b));
    case '%':
      return b === 0
        ? zero(vm.python && vm.python[1] < 13 ? 'float modulo' : 'float modulo by zero')
        : float(floorRemainder(a, b));
    case '**':
      return floatPower(vm, a, b);
    default:
      return undefined;
  }
}

function floatPower(vm: Interpreter, a: number, b: number): PyValue {
  if (a === 1 || b === 0) return float(1);
  if (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) return float(1);
  if (a === 0 && b < 0 && Number.isFinite(b)) return vm.raise('ZeroDivisionError', zeroPower(vm));
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b))
    return vm.unknown('complex numbers are not evaluated');
  const result = exactPower(vm, a, b);
  if (result === undefined) return vm.unknown('a power with a fractional exponent is not evaluated', { type: 'float' });
  if (Number.isFinite(a) && Number.isFinite(b) && !Number.isFinite(result))
    return vm.raise('OverflowError', int(34), 'Numerical result out of range');
  return float(result);
}

/** A power rounded once, which JavaScript's own is not; `undefined` for exponents that are no whole number. */
function exactPower(vm: Interpreter, a: number, b: number): number | undefined {
  if (!Number.isFinite(a) || !Number.isFinite(b) || a === 0) return a ** b;
  if (b === 0.5) return Math.sqrt(a);
  if (b === 1) return a;
  if (!Number.isInteger(b)) return undefined;
  const roughly = Math.abs(a) ** b;
  if (!Number.isFinite(roughly) || roughly === 0 || Math.abs(b) > 1100) return a ** b;
  vm.spend(Math.abs(b));
  let [top, bottom] = [Math.abs(a), 0];
  while (!Number.isInteger(top)) {
    top *= 2;
    bottom += 1;
  }
  const times = BigInt(Math.abs(b));
  const [upper, lower] = [BigInt(top) ** times, 1n << (BigInt(bottom) * times)];
  const size = b < 0 ? quotient(vm, lower, upper) : quotient(vm, upper, lower);
  return a < 0 && b % 2 !== 0 ? -size : size;
}

/** The remainder has the divisor's sign. */
export function floorRemainder(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}

/** Worked out from the exact remainder, as CPython does: the quotient itself may have been rounded up. */
export function floorQuotient(a: number, b: number): number {
  const rest = a % b;
  const whole = (a - rest) / b - (rest !== 0 && rest < 0 !== b < 0 ? 1 : 0);
  if (whole === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(whole);
  return whole - floor > 0.5 ? floor + 1 : floor;
}

function zeroPower(vm: Interpreter): string {
  return vm.python && vm.python[1] < 14 ? '0.0 cannot be raised to a negative power' : 'zero to a negative power';
}
