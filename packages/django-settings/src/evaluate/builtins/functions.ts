/** The builtin functions on single values: `len`, `round`, `chr`, `format` and their like. */
import { fixed } from '../format-spec.js';
import { format } from '../formatting.js';
import type { Interpreter } from '../interpreter.js';
import { type Bound, fn, type Handling } from '../native.js';
import { onlyAscii } from '../text.js';
import type { PyValue } from '../value.js';
import { float, int, none, str, tuple } from '../value.js';
import { lengthValue } from './conversions.js';

export function valueFunctions(vm: Interpreter): Record<string, PyValue> {
  const functions: Record<string, PyValue> = {};
  const define = (
    name: string,
    signature: string,
    run: (args: Bound) => PyValue,
    handling: Handling = { unknowns: 'accept' },
  ) => {
    functions[name] = fn(name, signature, (_machine, args) => run(args), handling);
  };

  define('len', '(obj, /)', (args) => vm.each(args.get('obj'), (value) => lengthValue(vm, value)));
  define('print', '(*args, **kwargs)', () => none);
  define('repr', '(obj, /)', (args) => vm.repr(args.get('obj')));
  define('ascii', '(obj, /)', (args) => {
    const text = vm.repr(args.get('obj'));
    return text.kind === 'str' ? str(onlyAscii(text.value)) : text;
  });
  define('format', '(value, spec=, /)', (args) => {
    const spec = args.optional('spec');
    return spec && spec.kind !== 'str'
      ? vm.derive(spec, { type: 'str' })
      : format(vm, args.get('value'), spec?.value ?? '');
  });
  define(
    'abs',
    '(x, /)',
    (args) => {
      const value = args.get('x');
      if (value.kind === 'float') return float(Math.abs(value.value));
      if (value.kind === 'int') return int(value.value < 0n ? -value.value : value.value);
      if (value.kind === 'bool') return int(Number(value.value));
      const method = vm.special(value, '__abs__');
      return method ? vm.call(method) : vm.raise('TypeError', `bad operand type for abs(): '${vm.typeName(value)}'`);
    },
    {},
  );
  define('round', '(number, ndigits=)', (args) => round(vm, args.get('number'), args.some('ndigits')), {});
  define('divmod', '(a, b, /)', (args) =>
    tuple([vm.binary('//', args.get('a'), args.get('b')), vm.binary('%', args.get('a'), args.get('b'))]),
  );
  define('pow', '(base, exp, mod=)', (args) => {
    const power = vm.binary('**', args.get('base'), args.get('exp'));
    const modulus = args.some('mod');
    return modulus ? vm.binary('%', power, modulus) : power;
  });
  define(
    'chr',
    '(i, /)',
    (args) => {
      const value = args.get('i');
      if (value.kind !== 'int' && value.kind !== 'bool')
        return vm.raise('TypeError', `'${vm.typeName(value)}' object cannot be interpreted as an integer`);
      const code = Number(value.value);
      return code >= 0 && code < 0x110000
        ? str(String.fromCodePoint(code))
        : vm.raise('ValueError', 'chr() arg not in range(0x110000)');
    },
    { gives: { type: 'str', truth: true } },
  );
  define(
    'ord',
    '(c, /)',
    (args) => {
      const value = args.get('c');
      if ((value.kind === 'str' || value.kind === 'bytes') && [...value.value].length === 1)
        return int(value.value.codePointAt(0) ?? 0);
      const found =
        value.kind === 'str' || value.kind === 'bytes'
          ? `string of length ${[...value.value].length}`
          : `${vm.typeName(value)}`;
      return vm.raise(
        'TypeError',
        value.kind === 'str' || value.kind === 'bytes'
          ? `ord() expected a character, but ${found} found`
          : `ord() expected string of length 1, but ${found} found`,
      );
    },
    { gives: { type: 'int' } },
  );
  for (const [name, base, prefix] of [
    ['hex', 16, '0x'],
    ['oct', 8, '0o'],
    ['bin', 2, '0b'],
  ] as const) {
    define(
      name,
      '(number, /)',
      (args) => {
        const value = args.get('number');
        if (value.kind !== 'int' && value.kind !== 'bool')
          return vm.raise('TypeError', `'${vm.typeName(value)}' object cannot be interpreted as an integer`);
        const number = BigInt(value.value);
        return str(`${number < 0n ? '-' : ''}${prefix}${(number < 0n ? -number : number).toString(base)}`);
      },
      { gives: { type: 'str', truth: true } },
    );
  }
  define('input', '(prompt=)', () => vm.unknown('what a person types is not known', { type: 'str' }));
  define('exit', '(code=)', (args) => vm.raise('SystemExit', args.optional('code') ?? none));
  functions.quit = functions.exit ?? none;
  return functions;
}

/** Half to even on the exact value, as Python rounds. */
function round(vm: Interpreter, value: PyValue, digits: PyValue | undefined): PyValue {
  if (value.kind === 'int' || value.kind === 'bool') return digits ? value : int(BigInt(value.value));
  if (value.kind !== 'float')
    return vm.raise('TypeError', `type ${vm.typeName(value)} doesn't define __round__ method`);
  const places = digits?.kind === 'int' ? Number(digits.value) : 0;
  if (places < 0 && places > -20 && Number.isFinite(value.value)) {
    const unit = 10n ** BigInt(-places);
    const size = BigInt(fixed(Math.abs(value.value), 0));
    const [low, rest] = [(size / unit) * unit, (size % unit) * 2n];
    const exact = Number.isInteger(value.value);
    const up = rest > unit || (rest === unit && (!exact || (size / unit) % 2n === 1n));
    return float(Math.sign(value.value) * Number(up ? low + unit : low));
  }
  if (places < 0 || places > 20) return vm.unknown('this rounding is not evaluated', { type: 'float' });
  if (!Number.isFinite(value.value)) return vm.raise('OverflowError', 'cannot convert float infinity to integer');
  if (places > 0) return float(Math.sign(value.value) * Number(fixed(Math.abs(value.value), places)));
  const floor = Math.floor(value.value);
  const rest = value.value - floor;
  const whole = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
  return digits ? float(whole) : int(BigInt(whole));
}
