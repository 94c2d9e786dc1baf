/** What a format specification makes of a str, an int or a float. Source: `Python/formatter_unicode.c`. */
import { budgets } from '../budgets.js';
import { intText } from './builtins/number-constructors.js';
import { exponential, fixed, general } from './float-digits.js';
import { parseSpec, type Spec, shown } from './format-spec.js';
import type { Interpreter } from './interpreter.js';
import { Exhausted } from './raised.js';
import { characters, floatText, lengthOf } from './text.js';
import type { PyValue } from './value.js';

type Formattable = Extract<PyValue, { kind: 'str' | 'int' | 'bool' | 'float' }>;

const mostDigits = 5_000;

/** `format(value, text)`, where the specification is not empty. */
export function formatValue(vm: Interpreter, value: Formattable, text: string): string {
  const isText = value.kind === 'str';
  const isFloat = value.kind === 'float';
  const spec = parseSpec(vm, text, value.kind, {
    align: isText ? '<' : '>',
    type: isText ? 's' : isFloat ? '' : 'd',
  });
  if (spec.width > budgets.width || (spec.precision ?? 0) > mostDigits) throw new Exhausted('a string grows too long');
  if (isText) return formatText(vm, value.value, spec);
  if (/^[eEfFgG%]$/.test(spec.type) || (isFloat && /^n?$/.test(spec.type))) {
    const number = Number(value.value);
    if (!isFloat && !Number.isFinite(number)) vm.raise('OverflowError', 'int too large to convert to float');
    return formatFloat(number, spec);
  }
  if (isFloat || !/^[bcdoxXn]$/.test(spec.type)) return unknownCode(vm, spec.type, value.kind);
  return formatInt(vm, BigInt(value.value), spec);
}

function unknownCode(vm: Interpreter, type: string, kind: string): never {
  return vm.raise('ValueError', `Unknown format code '${shown(type)}' for object of type '${kind}'`);
}

function formatText(vm: Interpreter, value: string, spec: Spec): string {
  const fail = (message: string): never => vm.raise('ValueError', message);
  if (spec.type !== 's') return unknownCode(vm, spec.type, 'str');
  if (spec.sign) fail(`${spec.sign === ' ' ? 'Space' : 'Sign'} not allowed in string format specifier`);
  if (spec.noNegativeZero) fail('Negative zero coercion (z) not allowed in string format specifier');
  if (spec.alternate) fail('Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') fail("'=' alignment not allowed in string format specifier");
  return pad(spec.precision === undefined ? value : characters(value).slice(0, spec.precision).join(''), '', spec);
}

const bases: Readonly<Record<string, readonly [base: number, prefix: string]>> = {
  b: [2, '0b'],
  o: [8, '0o'],
  x: [16, '0x'],
  X: [16, '0X'],
};

function formatInt(vm: Interpreter, value: bigint, spec: Spec): string {
  const fail = (message: string): never => vm.raise('ValueError', message);
  if (spec.precision !== undefined) fail('Precision not allowed in integer format specifier');
  if (spec.noNegativeZero) fail('Negative zero coercion (z) not allowed in integer format specifier');
  if (spec.type === 'c') {
    if (spec.sign) fail("Sign not allowed with integer format specifier 'c'");
    if (spec.alternate) fail("Alternate form (#) not allowed with integer format specifier 'c'");
    if (BigInt.asIntN(64, value) !== value) vm.raise('OverflowError', 'Python int too large to convert to C long');
    if (value < 0n || value > 0x10ffffn) vm.raise('OverflowError', '%c arg not in range(0x110000)');
    return pad(String.fromCodePoint(Number(value)), '', spec);
  }
  const [base, prefix] = bases[spec.type] ?? [10, ''];
  const size = value < 0n ? -value : value;
  const digits = base === 10 ? intText(vm, size) : size.toString(base);
  const head = signOf(value < 0n, spec) + (spec.alternate ? prefix : '');
  return padNumber(head, spec.type === 'X' ? digits.toUpperCase() : digits, '', spec, base === 10 ? 3 : 4);
}

function formatFloat(value: number, spec: Spec): string {
  let body = digitsOf(Math.abs(value), spec);
  if (/^[EFG]$/.test(spec.type)) body = body.toUpperCase();
  const negative = value < 0 || Object.is(value, -0);
  const isZero = spec.noNegativeZero && /^[0.]*(?:[eE].*|%)?$/.test(body);
  const [, whole = '', rest = ''] = /^(\d*)(.*)$/.exec(body) ?? [];
  return padNumber(signOf(negative && !isZero, spec), whole, rest, spec, 3);
}

/** The digits of a float that is not below zero. */
function digitsOf(value: number, spec: Spec): string {
  const { type, precision, alternate } = spec;
  const percent = type === '%' ? '%' : '';
  const size = percent ? value * 100 : value;
  if (Number.isNaN(size)) return `nan${percent}`;
  if (!Number.isFinite(size)) return `inf${percent}`;
  if (/^[fF%]$/.test(type)) {
    const digits = fixed(size, precision ?? 6);
    return (alternate && precision === 0 ? `${digits}.` : digits) + percent;
  }
  if (/^[eE]$/.test(type)) return exponential(size, precision ?? 6, alternate);
  if (type === '' && precision === undefined)
    return alternate ? floatText(size).replace(/^(\d)e/u, '$1.e') : floatText(size);
  return general(size, precision ?? 6, alternate, type === '');
}

function signOf(negative: boolean, { sign }: Spec): string {
  return negative ? '-' : sign === '-' ? '' : sign;
}

/** `head` is sign and prefix; zeros that fill up take part in the grouping. */
function padNumber(head: string, digits: string, rest: string, spec: Spec, size: number): string {
  if (!spec.separator || digits === '') return pad(digits + rest, head, spec);
  const least = spec.fill === '0' && spec.align === '=' ? spec.width - head.length - rest.length : 0;
  return pad(grouped(digits, least, size, spec.separator) + rest, head, spec);
}

function grouped(digits: string, least: number, size: number, separator: string): string {
  const groups: string[] = [];
  let rest = digits;
  let wanted = least;
  for (;;) {
    const length = Math.min(size, Math.max(rest.length, wanted, 1));
    groups.unshift(rest.slice(-length).padStart(length, '0'));
    rest = rest.slice(0, -length);
    wanted -= length;
    if (rest === '' && wanted <= 0) break;
    wanted -= separator.length;
  }
  return groups.join(separator);
}

function pad(body: string, head: string, { fill, align, width }: Spec): string {
  const missing = width - lengthOf(body) - head.length;
  if (missing <= 0) return head + body;
  if (align === '=') return head + fill.repeat(missing) + body;
  if (align === '<') return head + body + fill.repeat(missing);
  const left = align === '>' ? missing : Math.floor(missing / 2);
  return fill.repeat(left) + head + body + fill.repeat(missing - left);
}
