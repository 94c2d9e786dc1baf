/** Python's format mini-language: what a specification says. Source: `Python/formatter_unicode.c`. */
import type { Interpreter } from './interpreter.js';

/** A specification, taken apart. */
export interface Spec {
  readonly fill: string;
  readonly align: string;
  readonly sign: string;
  /** `z`: a zero has no sign. */
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  /** At least 0. */
  readonly width: number;
  /** `,`, `_` or nothing. */
  readonly separator: string;
  readonly precision: number | undefined;
  /** One character, or nothing. */
  readonly type: string;
}

/** Take a specification apart; `align` and `type` are what the kind of value has by default. */
export function parseSpec(
  vm: Interpreter,
  text: string,
  typeName: string,
  defaults: { readonly align: '<' | '>'; readonly type: string },
): Spec {
  const units = [...text];
  const fail = (message: string): never => vm.raise('ValueError', message);
  const isAlign = (char: string | undefined) => char !== undefined && '<>=^'.includes(char);
  let at = 0;
  let fill: string | undefined;
  let align: string | undefined;
  if (isAlign(units[1])) {
    [fill, align] = [units[0], units[1]];
    at = 2;
  } else if (isAlign(units[0])) {
    align = units[0];
    at = 1;
  }
  const take = (chars: string): string => {
    const char = units[at];
    if (char === undefined || !chars.includes(char)) return '';
    at += 1;
    return char;
  };
  const digits = (): number | undefined => {
    let found = '';
    while (/^\p{Nd}$/u.test(units[at] ?? '')) {
      found += units[at];
      at += 1;
    }
    if (found.length > 18) fail('Too many decimal digits in format string');
    return found === '' ? undefined : Number(found);
  };
  const sign = take(' +-');
  const noNegativeZero = !(vm.python && vm.python[1] < 11) && take('z') !== '';
  const alternate = take('#') !== '';
  if (fill === undefined && units[at] === '0') {
    at += 1;
    fill = '0';
    if (align === undefined && (defaults.align === '>' || (vm.python && vm.python[1] < 10))) align = '=';
  }
  const width = digits() ?? 0;
  let separator = take(',');
  if (take('_')) {
    if (separator) fail("Cannot specify both ',' and '_'.");
    separator = '_';
  }
  if (units[at] === ',' && separator === '_') fail("Cannot specify both ',' and '_'.");
  const hasPoint = take('.') !== '';
  const precision = hasPoint ? digits() : undefined;
  if (hasPoint && precision === undefined) fail('Format specifier missing precision');
  if (units.length - at > 1) {
    fail(
      vm.python && vm.python[1] < 10
        ? 'Invalid format specifier'
        : `Invalid format specifier '${text}' for object of type '${typeName}'`,
    );
  }
  const type = units[at] ?? defaults.type;
  if (separator && !/^[defgEG%F]?$/.test(type) && !(separator === '_' && /^[boxX]$/.test(type)))
    fail(`Cannot specify '${separator}' with '${shown(type)}'.`);
  return {
    fill: fill ?? ' ',
    align: align ?? defaults.align,
    sign,
    noNegativeZero,
    alternate,
    width,
    separator,
    precision,
    type,
  };
}

/** A type character as messages show it. */
export function shown(type: string): string {
  const code = type.codePointAt(0) ?? 0;
  return code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
}
