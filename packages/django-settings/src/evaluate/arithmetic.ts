/** What operators make of two numbers, with CPython's rounding and its errors. */
import type { Interpreter } from './interpreter.js';
import { Exhausted } from './raised.js';
import type { PyValue } from './value.js';
import { bool, float, int } from './value.js';

export type Numeric = Extract<PyValue, { kind: 'bool' | 'int' | 'float' }>;

export function isNumeric(value: PyValue): value is Numeric {
  return value.kind === 'bool' || value.kind === 'int' || value.kind === 'float';
}

export function arithmetic(vm: Interpreter, operator: string, left: Numeric, right: Numeric): PyValue | undefined {
  if (left.kind === 'float' || right.kind === 'float')
    return floatArithmetic(vm, operator, Number(left.value), Number(right.value));
  const [a, b] = [BigInt(left.value), BigInt(right.value)];
  const zero = (message: string): never => vm.raise('ZeroDivisionError', message);
  switch (operator) {
    case '+':
      return int(a + b);
    case '-':
      return int(a - b);
    case '*':
      if (String(a).length + String(b).length > 5000) throw new Exhausted('a number grows too long');
      return int(a * b);
    case '/':
      return b === 0n ? zero('division by zero') : float(Number(a) / Number(b));
    case '//':
      return b === 0n ? zero('integer division or modulo by zero') : int(floorDivide(a, b));
    case '%':
      return b === 0n ? zero('integer modulo by zero') : int(a - floorDivide(a, b) * b);
    case '**':
      if (b < 0n) return a === 0n ? zero(zeroPower(vm)) : float(Number(a) ** Number(b));
      if (b > 10_000n && a !== 0n && a !== 1n && a !== -1n) throw new Exhausted('a number grows too long');
      return int(a ** b);
    case '<<':
      if (b < 0n) return vm.raise('ValueError', 'negative shift count');
      if (b > 10_000n) throw new Exhausted('a number grows too long');
      return int(a << b);
    case '>>':
      return b < 0n ? vm.raise('ValueError', 'negative shift count') : int(a >> b);
    case '&':
    case '|':
    case '^': {
      const value = operator === '&' ? a & b : operator === '|' ? a | b : a ^ b;
      return left.kind === 'bool' && right.kind === 'bool' ? bool(value !== 0n) : int(value);
    }
    default:
      return undefined;
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
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
      if (a === 0 && b < 0) return zero(zeroPower(vm));
      if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b))
        return vm.unknown('complex numbers are not evaluated');
      if (Number.isFinite(a) && Number.isFinite(b) && !Number.isFinite(a ** b))
        return vm.raise('OverflowError', int(34), 'Numerical result out of range');
      return float(a === 1 ? 1 : a ** b);
    default:
      return undefined;
  }
}

/** The remainder has the divisor's sign. */
function floorRemainder(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}

/** Worked out from the exact remainder, as CPython does: the quotient itself may have been rounded up. */
function floorQuotient(a: number, b: number): number {
  const rest = a % b;
  const whole = (a - rest) / b - (rest !== 0 && rest < 0 !== b < 0 ? 1 : 0);
  if (whole === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(whole);
  return whole - floor > 0.5 ? floor + 1 : floor;
}

function zeroPower(vm: Interpreter): string {
  return vm.python && vm.python[1] < 14 ? '0.0 cannot be raised to a negative power' : 'zero to a negative power';
}
