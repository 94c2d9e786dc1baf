/** One field of `%` formatting: a value, its conversion letter, flags, width and precision. */
import { budgets } from '../budgets.js';
import { intText } from './builtins/number-constructors.js';
import { exponential, fixed, general } from './float-digits.js';
import { convert } from './formatting.js';
import type { Interpreter } from './interpreter.js';
import type { Directive } from './percent.js';
import { Exhausted } from './raised.js';
import { characters, lengthOf } from './text.js';
import type { PyValue } from './value.js';
import { str } from './value.js';

const mostDigits = 5_000;

export function percentField(vm: Interpreter, value: PyValue, directive: Directive, isBytes: boolean): PyValue {
  const { type, precision } = directive;
  if ((directive.width ?? 0) > budgets.width || (precision ?? 0) > mostDigits)
    throw new Exhausted('a string grows too long');
  if (value.kind === 'choice') return vm.each(value, (one) => percentField(vm, one, directive, isBytes));
  if (value.kind === 'unknown') return vm.derive(value, { type: 'str' });
  if (type === 'r' || type === 'a' || (type === 's' && !isBytes)) {
    const text = convert(vm, value, isBytes ? 'a' : type);
    return text.kind === 'str' ? str(padded(cut(text.value, precision), '', '', directive)) : text;
  }
  if ((type === 's' || type === 'b') && isBytes) {
    if (value.kind === 'bytes') return str(padded(cut(value.value, precision), '', '', directive));
    const what = 'a bytes-like object, or an object that implements __bytes__';
    return value.kind === 'instance'
      ? vm.unknown('the bytes of an object are not evaluated')
      : vm.raise('TypeError', `%b requires ${what}, not '${vm.typeName(value)}'`);
  }
  if (/^[diuoxX]$/.test(type)) return wholeField(vm, value, directive, isBytes);
  if (/^[eEfFgG]$/.test(type)) return floatField(vm, value, directive, isBytes);
  if (type === 'c') return charField(vm, value, directive, isBytes);
  const code = type.codePointAt(0) ?? 0;
  return vm.raise(
    'ValueError',
    `unsupported format character '${code >= 31 && code <= 126 ? type : isBytes ? type : '?'}' (0x${code.toString(16)}) at index ${directive.at}`,
  );
}

function cut(text: string, precision: number | undefined): string {
  return precision === undefined ? text : characters(text).slice(0, precision).join('');
}

function wholeField(vm: Interpreter, value: PyValue, directive: Directive, isBytes: boolean): PyValue {
  const { type, flags, precision } = directive;
  // That of bytes takes `%i` for `%d`, and says so.
  const whole = wholeOf(vm, value, isBytes && type === 'i' ? 'd' : type);
  if (typeof whole !== 'bigint') return whole;
  const base = type === 'o' ? 8 : type === 'x' || type === 'X' ? 16 : 10;
  const size = whole < 0n ? -whole : whole;
  const digits = (base === 10 ? intText(vm, size) : size.toString(base)).padStart(precision ?? 0, '0');
  const prefix = flags.includes('#') && base !== 10 ? `0${type}` : '';
  return str(padded(type === 'X' ? digits.toUpperCase() : digits, signOf(whole < 0n, flags), prefix, directive));
}

/** The int that a value is for `%d` (a float is cut) or for `%x` (a float is refused). */
function wholeOf(vm: Interpreter, value: PyValue, type: string): bigint | PyValue {
  if (value.kind === 'int' || value.kind === 'bool') return BigInt(value.value);
  const strict = type === 'o' || type === 'x' || type === 'X';
  if (value.kind === 'float' && !strict) {
    const whole = vm.call(vm.builtinClass('int'), [value]);
    return whole.kind === 'int' ? whole.value : whole;
  }
  const converter =
    value.kind === 'instance'
      ? (vm.special(value, '__index__') ?? (strict ? undefined : vm.special(value, '__int__')))
      : undefined;
  const made = converter ? vm.call(converter) : undefined;
  if (made)
    return made.kind === 'int'
      ? made.value
      : made.kind === 'unknown'
        ? vm.derive(made, { type: 'str' })
        : wholeOf(vm, made, type);
  const what = strict ? 'an integer is required' : 'a real number is required';
  return vm.raise('TypeError', `%${type} format: ${what}, not ${vm.typeName(value)}`);
}

function floatField(vm: Interpreter, value: PyValue, directive: Directive, isBytes: boolean): PyValue {
  const { type, flags, precision = 6 } = directive;
  if (value.kind !== 'int' && value.kind !== 'bool' && value.kind !== 'float') {
    if (value.kind === 'instance' && (vm.special(value, '__float__') ?? vm.special(value, '__index__'))) {
      const made = vm.call(vm.builtinClass('float'), [value]);
      return made.kind === 'float' ? floatField(vm, made, directive, isBytes) : vm.derive(made, { type: 'str' });
    }
    return vm.raise(
      'TypeError',
      isBytes ? `float argument required, not ${vm.typeName(value)}` : `must be real number, not ${vm.typeName(value)}`,
    );
  }
  const number = Number(value.value);
  if (value.kind !== 'float' && !Number.isFinite(number))
    return vm.raise('OverflowError', 'int too large to convert to float');
  const size = Math.abs(number);
  const alternate = flags.includes('#');
  const lower = type.toLowerCase();
  let digits: string;
  if (Number.isNaN(size)) digits = 'nan';
  else if (!Number.isFinite(size)) digits = 'inf';
  else if (lower === 'f') digits = fixed(size, precision) + (alternate && precision === 0 ? '.' : '');
  else if (lower === 'e') digits = exponential(size, precision, alternate);
  else digits = general(size, precision, alternate, false);
  const sign = signOf(number < 0 || Object.is(number, -0), flags);
  return str(padded(type === lower ? digits : digits.toUpperCase(), sign, '', directive));
}

function charField(vm: Interpreter, value: PyValue, directive: Directive, isBytes: boolean): PyValue {
  const plain = { ...directive, flags: directive.flags.replaceAll('0', '') };
  if (value.kind === (isBytes ? 'bytes' : 'str') && lengthOf(value.value) === 1)
    return str(padded(value.value, '', '', plain));
  if (value.kind === 'int' || value.kind === 'bool') {
    const code = Number(value.value);
    if (isBytes && !(code >= 0 && code < 256)) return vm.raise('OverflowError', '%c arg not in range(256)');
    if (!(code >= 0 && code < 0x110000)) return vm.raise('OverflowError', '%c arg not in range(0x110000)');
    return str(padded(isBytes ? String.fromCharCode(code) : String.fromCodePoint(code), '', '', plain));
  }
  if (value.kind === 'instance' && vm.special(value, '__index__'))
    return vm.unknown('the format `%c` of an object is not evaluated', { type: 'str' });
  return vm.raise('TypeError', isBytes ? singleByteWords(vm, value) : '%c requires int or char');
}

/** 3.14 says as well what it was given. */
function singleByteWords(vm: Interpreter, value: PyValue): PyValue | string {
  const words = '%c requires an integer in range(256) or a single byte';
  const later = vm.python !== undefined && vm.python[1] >= 14;
  return later ? vm.unknown(`how \`%c\` refuses ${vm.typeName(value)} is not modelled`, { type: 'str' }) : words;
}

function signOf(negative: boolean, flags: string): string {
  return negative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
}

/** Zeros stand between sign and digits, and only on the left. */
function padded(body: string, sign: string, prefix: string, { flags, width = 0, type }: Directive): string {
  const missing = Math.max(0, width - lengthOf(body) - sign.length - prefix.length);
  if (flags.includes('-')) return sign + prefix + body + ' '.repeat(missing);
  const zeros = flags.includes('0') && /^[diuoxXeEfFgG]$/.test(type);
  return zeros ? sign + prefix + '0'.repeat(missing) + body : ' '.repeat(missing) + sign + prefix + body;
}
