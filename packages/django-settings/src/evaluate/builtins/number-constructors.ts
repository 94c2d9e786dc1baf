/** `int(…)` and `float(…)`. */
import { unlessRaised } from '../expected-errors.js';
import type { Interpreter } from '../interpreter.js';
import { resultOfKind } from '../special-results.js';
import type { PyArguments, PyUnknown, PyValue } from '../value.js';
import { float, int } from '../value.js';
import { wholeNumber } from './arguments.js';
import { digitCount, parseFloatText, parseIntText } from './parse-number.js';

/** Digits that CPython converts between text and int (`sys.get_int_max_str_digits()`). */
const mostDigits = 4300;

/** `int(value, base)` */
export function toInt(vm: Interpreter, value: PyValue | undefined, args: PyArguments): PyValue {
  const given = args.positional[1] ?? args.keywords.get('base');
  if (given?.kind === 'unknown' || given?.kind === 'choice') return vm.derive(given, { type: 'int' });
  if (!value) return given ? vm.raise('TypeError', 'int() missing string argument') : int(0);
  if (value.kind === 'unknown') return numberOf(vm, value, 'int');
  if (given) {
    const base = Number(wholeNumber(vm, given));
    if (base !== 0 && (base < 2 || base > 36)) return vm.raise('ValueError', 'int() base must be >= 2 and <= 36, or 0');
    if (value.kind !== 'str' && value.kind !== 'bytes')
      return vm.raise('TypeError', "int() can't convert non-string with explicit base");
    return parsedInt(vm, value, base);
  }
  if (value.kind === 'int') return value.cls ? int(value.value) : value;
  if (value.kind === 'bool') return int(Number(value.value));
  if (value.kind === 'float') {
    if (Number.isFinite(value.value)) return int(BigInt(Math.trunc(value.value)));
    return Number.isNaN(value.value)
      ? vm.raise('ValueError', 'cannot convert float NaN to integer')
      : vm.raise('OverflowError', 'cannot convert float infinity to integer');
  }
  if (value.kind === 'str' || value.kind === 'bytes') return parsedInt(vm, value, 10);
  const converter = vm.special(value, '__int__') ?? vm.special(value, '__index__');
  if (converter) {
    const name = vm.special(value, '__int__') ? '__int__' : '__index__';
    const made = resultOfKind(
      vm,
      vm.call(converter),
      ['int', 'bool'],
      (type) => `${name} returned non-int (type ${type})`,
    );
    return made.kind === 'bool' ? int(Number(made.value)) : made;
  }
  return vm.raise(
    'TypeError',
    `int() argument must be a string, a bytes-like object or a real number, not '${vm.typeName(value)}'`,
  );
}

function parsedInt(vm: Interpreter, value: Extract<PyValue, { kind: 'str' | 'bytes' }>, base: number): PyValue {
  vm.spend(value.value.length >> 3);
  const parsed = parseIntText(asciiOf(value), base);
  const count = digitCount(value.value);
  if (parsed !== undefined && count > mostDigits && (base === 0 || (base & (base - 1)) !== 0))
    return vm.raise(
      'ValueError',
      `Exceeds the limit (${mostDigits} digits) for integer string conversion: value has ${count} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  if (parsed !== undefined) return int(parsed);
  const text = vm.repr(value);
  return vm.raise(
    'ValueError',
    `invalid literal for int() with base ${base}: ${text.kind === 'str' ? cut(text.value, 200) : ''}`,
  );
}

/** Of bytes only ASCII's are digits and blanks. */
function asciiOf({ kind, value }: Extract<PyValue, { kind: 'str' | 'bytes' }>): string {
  return kind === 'bytes' && [...value].some((char) => !/^[\t-\r -~]$/.test(char)) ? '?' : value;
}

/** The decimal digits of an int, as `str` gives them. */
export function intText(vm: Interpreter, value: bigint): string {
  const text = value.toString();
  if (text.length > mostDigits && text.length - (value < 0n ? 1 : 0) > mostDigits)
    return vm.raise(
      'ValueError',
      `Exceeds the limit (${mostDigits} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
    );
  return text;
}

/** `int`'s message shows 200 characters of what it could not read. */
function cut(text: string, most: number): string {
  return [...text].slice(0, most).join('');
}

/** The number that something not known stands for; what is known to be one can be converted. */
function numberOf(vm: Interpreter, value: PyUnknown, type: 'int' | 'float'): PyValue {
  const number = () => vm.derive(value, { type });
  if (value.type === 'int' || value.type === 'bool' || value.type === 'float') return number();
  return unlessRaised(vm, value, number, 'ValueError');
}

/** `float(value)` */
export function toFloat(vm: Interpreter, value: PyValue | undefined): PyValue {
  if (!value) return float(0);
  if (value.kind === 'unknown') return numberOf(vm, value, 'float');
  if (value.kind === 'float') return value;
  if (value.kind === 'int' || value.kind === 'bool') {
    const number = Number(value.value);
    return Number.isFinite(number) ? float(number) : vm.raise('OverflowError', 'int too large to convert to float');
  }
  if (value.kind === 'str' || value.kind === 'bytes') {
    const parsed = parseFloatText(asciiOf(value));
    if (parsed !== undefined) return float(parsed);
    const text = vm.repr(value);
    return vm.raise('ValueError', `could not convert string to float: ${text.kind === 'str' ? text.value : ''}`);
  }
  const converter = vm.special(value, '__float__') ?? vm.special(value, '__index__');
  if (converter) {
    const made = vm.call(converter);
    const isOwn = vm.special(value, '__float__') !== undefined;
    if (!isOwn) {
      const whole = resultOfKind(vm, made, ['int', 'bool'], (type) => `__index__ returned non-int (type ${type})`);
      return whole.kind === 'int' || whole.kind === 'bool' ? toFloat(vm, whole) : whole;
    }
    const refusal = (type: string) => `${vm.typeName(value)}.__float__ returned non-float (type ${type})`;
    return resultOfKind(vm, made, ['float'], refusal);
  }
  return vm.raise('TypeError', `float() argument must be a string or a real number, not '${vm.typeName(value)}'`);
}
