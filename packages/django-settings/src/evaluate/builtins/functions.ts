/** The builtin functions on single values: `len`, `round`, `chr`, `format` and their like. */
import { format } from '../formatting.js';
import type { Interpreter } from '../interpreter.js';
import { type Bound, fn, type Handling } from '../native.js';
import { onlyAscii } from '../text.js';
import type { PyValue } from '../value.js';
import { int, none, str } from '../value.js';
import { givenName, wholeNumber } from './arguments.js';
import { lengthValue } from './conversions.js';
import { absolute, powerOf, quotientAndRemainder, roundOf } from './number-functions.js';

/** What is printed is written out: methods of the project run for that, and the terminal may refuse the text. */
function printed(vm: Interpreter, value: PyValue): void {
  const own = ['__str__', '__repr__'].some((name) => {
    const found = value.kind === 'instance' ? vm.special(value, name) : undefined;
    return found?.kind === 'method' && found.callee.kind === 'function';
  });
  const text = own ? vm.str(value) : value;
  if (text.kind === 'str' && /\p{Surrogate}/u.test(text.value))
    vm.unmodelled('what the terminal makes of this is not known');
}

/** Each part is written by itself, as the methods of a file of the project's own see it. */
function printTo(vm: Interpreter, file: PyValue, args: Bound): void {
  const write = (part: PyValue) => vm.invoke(file, 'write', part);
  for (const [index, one] of args.rest.entries()) {
    if (index > 0) write(args.some('sep') ?? str(' '));
    write(vm.str(one));
  }
  write(args.some('end') ?? str('\n'));
  const flush = args.some('flush');
  if (flush && vm.truth(flush) !== 'no') vm.invoke(file, 'flush');
}

export function valueFunctions(vm: Interpreter): Record<string, PyValue> {
  const functions: Record<string, PyValue> = {};
  const define = (
    name: string,
    signature: string,
    run: (args: Bound) => PyValue,
    handling: Handling = { unknowns: 'accept' },
  ) => {
    functions[name] = fn(name, signature, (_machine, args) => run(args), { ...handling, written: 'C' });
  };

  define('len', '(obj, /)', (args) => vm.each(args.get('obj'), (value) => lengthValue(vm, value)));
  define('print', '(*args, sep=, end=, file=, flush=)', (args) => {
    for (const name of ['sep', 'end']) {
      const given = args.some(name);
      if (given && given.kind !== 'str' && !vm.doubt(given))
        vm.raise('TypeError', `${name} must be None or a string, not ${vm.typeName(given)}`);
    }
    const file = args.some('file');
    if (file && vm.doubt(file)) vm.spoil(file, vm.unknown('what is printed there is not followed'));
    else if (file) printTo(vm, file, args);
    else for (const one of args.rest) printed(vm, one);
    return none;
  });
  define('repr', '(obj, /)', (args) => vm.repr(args.get('obj')));
  define('ascii', '(obj, /)', (args) => {
    const text = vm.repr(args.get('obj'));
    return text.kind === 'str' ? str(onlyAscii(text.value)) : text;
  });
  define('format', '(value, spec=, /)', (args) => {
    const spec = args.optional('spec');
    if (spec && spec.kind !== 'str') {
      const doubt = vm.doubt(spec);
      return doubt
        ? vm.derive(doubt, { type: 'str' })
        : vm.raise('TypeError', `format() argument 2 must be str, not ${givenName(vm, spec)}`);
    }
    return format(vm, args.get('value'), spec?.value ?? '');
  });
  define('abs', '(x, /)', (args) => absolute(vm, args.get('x')), {});
  define('round', '(number, ndigits=)', (args) => roundOf(vm, args.get('number'), args.some('ndigits')), {});
  define('divmod', '(a, b, /)', (args) =>
    vm.each(args.get('a'), (a) => vm.each(args.get('b'), (b) => quotientAndRemainder(vm, a, b))),
  );
  define('pow', '(base, exp, mod=)', (args) => powerOf(vm, args.get('base'), args.get('exp'), args.some('mod')));
  define(
    'chr',
    '(i, /)',
    (args) => {
      const value = args.get('i');
      const code = Number(wholeNumber(vm, value));
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
        const number = wholeNumber(vm, value);
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
