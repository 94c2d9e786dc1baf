/** Python's format mini-language for str, int and float. `undefined` where a spec is not evaluated here. */
import { floatText, lengthOf } from './text.js';
import type { PyValue } from './value.js';

interface Spec {
  readonly fill: string;
  readonly align: string | undefined;
  readonly sign: string;
  readonly alternate: boolean;
  readonly width: number;
  readonly comma: string;
  readonly precision: number | undefined;
  readonly type: string;
}

export type Formatted = { readonly text: string } | { readonly error: string } | undefined;

const widest = 10_000;

export function formatValue(value: PyValue, spec: string): Formatted {
  const parsed = parseSpec(spec);
  if (!parsed || parsed.width > widest || (parsed.precision ?? 0) > 100) return undefined;
  if (value.kind === 'str') {
    if (parsed.type !== '' && parsed.type !== 's') {
      return { error: `Unknown format code '${parsed.type}' for object of type 'str'` };
    }
    if (parsed.comma) return { error: `Cannot specify '${parsed.comma}' with 's'.` };
    if (parsed.sign) return { error: 'Sign not allowed in string format specifier' };
    const cut = parsed.precision === undefined ? value.value : [...value.value].slice(0, parsed.precision).join('');
    return { text: pad(cut, parsed, '<') };
  }
  if (value.kind === 'int' || value.kind === 'bool') {
    const number = value.kind === 'int' ? value.value : BigInt(Number(value.value));
    if (/[eEfFgG%]/.test(parsed.type)) return formatFloat(Number(number), parsed);
    if (parsed.type === 's') return { error: `Unknown format code 's' for object of type '${value.kind}'` };
    return formatInt(number, parsed);
  }
  if (value.kind === 'float') {
    if (/[bcdoxX]/.test(parsed.type))
      return { error: `Unknown format code '${parsed.type}' for object of type 'float'` };
    return formatFloat(value.value, parsed);
  }
  return undefined;
}

function parseSpec(text: string): Spec | undefined {
  const match = /^(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([bcdeEfFgGnosxX%])?$/su.exec(text);
  if (!match) return undefined;
  const [, fill, align, sign, alternate, zero, width, comma, precision, type] = match;
  return {
    fill: fill ?? (zero ? '0' : ' '),
    align: align ?? (zero ? '=' : undefined),
    sign: sign ?? '',
    alternate: alternate !== undefined,
    width: Number(width ?? 0),
    comma: comma ?? '',
    precision: precision === undefined ? undefined : Number(precision),
    type: type ?? '',
  };
}

function pad(text: string, spec: Spec, natural: string, signLength = 0): string {
  const missing = spec.width - lengthOf(text);
  if (missing <= 0) return text;
  const align = spec.align ?? natural;
  if (align === '=') return text.slice(0, signLength) + spec.fill.repeat(missing) + text.slice(signLength);
  if (align === '<') return text + spec.fill.repeat(missing);
  if (align === '>') return spec.fill.repeat(missing) + text;
  const left = Math.floor(missing / 2);
  return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
}

function signed(negative: boolean, spec: Spec): string {
  return negative ? '-' : spec.sign === '-' ? '' : spec.sign;
}

function grouped(digits: string, spec: Spec, size = 3): string {
  if (!spec.comma) return digits;
  return digits.replace(new RegExp(`\\B(?=(?:.{${size}})+$)`, 'g'), spec.comma);
}

function formatInt(value: bigint, spec: Spec): Formatted {
  if (spec.precision !== undefined) return { error: 'Precision not allowed in integer format specifier' };
  const size = value < 0n ? -value : value;
  const sign = signed(value < 0n, spec);
  const bases: Record<string, readonly [number, string]> = { b: [2, '0b'], o: [8, '0o'], x: [16, '0x'], X: [16, '0X'] };
  const base = bases[spec.type];
  if (base) {
    const digits = size.toString(base[0]);
    const prefix = spec.alternate ? base[1] : '';
    const body = grouped(spec.type === 'X' ? digits.toUpperCase() : digits, spec, 4);
    return { text: pad(sign + prefix + body, spec, '>', sign.length + prefix.length) };
  }
  if (spec.type === 'c') return { text: pad(String.fromCodePoint(Number(value)), spec, '<') };
  if (spec.type === 's') return { error: "Unknown format code 's' for object of type 'int'" };
  return { text: pad(sign + grouped(size.toString(), spec), spec, '>', sign.length) };
}

function formatFloat(value: number, spec: Spec): Formatted {
  if (spec.type === 's') return { error: "Unknown format code 's' for object of type 'float'" };
  const negative = value < 0 || Object.is(value, -0);
  const sign = signed(negative, spec);
  const size = Math.abs(value);
  let body: string | undefined;
  if (!Number.isFinite(size)) body = Number.isNaN(size) ? 'nan' : 'inf';
  else if (spec.type === 'f' || spec.type === 'F') body = fixed(size, spec.precision ?? 6);
  else if (spec.type === '%') body = `${fixed(size * 100, spec.precision ?? 6)}%`;
  else if (spec.type === 'e' || spec.type === 'E') body = exponent(size, spec.precision ?? 6);
  else if (spec.type === '' && spec.precision === undefined) body = floatText(size);
  else if (spec.type === 'g' || spec.type === 'G' || spec.type === '')
    body = general(size, spec.precision ?? 6, spec.type === '');
  if (body === undefined) return undefined;
  if (/[EFG]/.test(spec.type)) body = body.toUpperCase();
  const [whole = '', rest = ''] = /^(\d+)(.*)$/.exec(body)?.slice(1) ?? [body, ''];
  return { text: pad(sign + grouped(whole, spec) + rest, spec, '>', sign.length) };
}

/** A positive number with that many decimals, ties to even on its exact binary value, as C's printf and Python do. */
export function fixed(value: number, digits: number): string {
  let power = 0;
  let whole = value;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    power += 1;
  }
  const scaled = BigInt(whole) * 10n ** BigInt(digits);
  const unit = 1n << BigInt(power);
  let rounded = scaled / unit;
  const rest = (scaled % unit) * 2n;
  if (rest > unit || (rest === unit && rounded % 2n === 1n)) rounded += 1n;
  if (digits === 0) return rounded.toString();
  const text = rounded.toString().padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function exponent(value: number, digits: number): string {
  const [mantissa = '', power = '+0'] = value.toExponential(digits).split('e');
  return `${mantissa}e${power[0]}${power.slice(1).padStart(2, '0')}`;
}

function general(value: number, precision: number, keepPoint: boolean): string {
  const digits = precision === 0 ? 1 : precision;
  const power = value === 0 ? 0 : Number(value.toExponential(digits - 1).split('e')[1]);
  const trim = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  if (power < -4 || power >= digits) {
    const [mantissa = '', rest = ''] = exponent(value, digits - 1).split('e');
    return `${trim(mantissa)}e${rest}`;
  }
  const text = trim(fixed(value, Math.max(0, digits - 1 - power)));
  return keepPoint && !text.includes('.') ? `${text}.0` : text;
}
