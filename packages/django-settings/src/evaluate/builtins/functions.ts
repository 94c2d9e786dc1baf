/** Python's builtin functions. */
import { objectNames } from '../attributes.js';
import { fixed } from '../format-spec.js';
import { format } from '../formatting.js';
import type { Interpreter } from '../interpreter.js';
import { checkIterable, inAnyOrder } from '../iterate.js';
import { type Bound, fn, type Handling } from '../native.js';
import { Raised } from '../raised.js';
import { onlyAscii } from '../text.js';
import type { PyClass, PyDict, PyValue } from '../value.js';
import { bool, emptyDict, float, int, iterator, none, str, stringKey, tuple } from '../value.js';
import { extreme, sorted } from './sorting.js';
import { lengthValue } from './types.js';

export function builtinFunctions(vm: Interpreter): Record<string, PyValue> {
  const functions: Record<string, PyValue> = {};
  const define = (
    name: string,
    signature: string,
    run: (args: Bound) => PyValue,
    handling: Handling = { unknowns: 'accept' },
  ) => {
    functions[name] = fn(name, signature, (_machine, args) => run(args), handling);
  };
  const flag = (value: PyValue | undefined) => value !== undefined && vm.truth(value) === 'yes';

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
  define('sum', '(iterable, /, start=)', (args) => {
    let total: PyValue = args.optional('start') ?? int(0);
    for (const item of inAnyOrder(vm, args.get('iterable'))) {
      if (item.kind === 'unknown' && item.many) return vm.derive(item);
      total = vm.binary('+', total, item);
    }
    return total;
  });
  for (const [name, largest] of [
    ['min', false],
    ['max', true],
  ] as const) {
    define(name, '(*args, key=, default=)', (args) => {
      const [first] = args.rest;
      if (!first) return vm.raise('TypeError', `${name} expected at least 1 argument, got 0`);
      const all = args.rest.length > 1 ? args.rest : inAnyOrder(vm, first);
      if (all.length === 0) {
        return args.optional('default') ?? vm.raise('ValueError', `${name}() iterable argument is empty`);
      }
      return extreme(vm, all, args.some('key'), largest);
    });
  }
  for (const [name, ends] of [
    ['any', true],
    ['all', false],
  ] as const) {
    define(name, '(iterable, /)', (args) => {
      let doubt: PyValue | undefined;
      for (const item of inAnyOrder(vm, args.get('iterable'))) {
        const truth = item.kind === 'unknown' && item.many ? 'maybe' : vm.truth(item);
        if (truth === 'maybe') doubt = doubt ?? vm.doubt(item) ?? item;
        else if ((truth === 'yes') === ends) return bool(ends);
      }
      return doubt ? vm.derive(doubt, { type: 'bool' }) : bool(!ends);
    });
  }
  define('sorted', '(iterable, /, *, key=, reverse=)', (args) =>
    vm.each(args.get('iterable'), (source) =>
      vm.fresh({
        kind: 'list',
        items: sorted(vm, inAnyOrder(vm, source), args.some('key'), args.optional('reverse')),
        options: undefined,
      }),
    ),
  );
  define('reversed', '(sequence, /)', (args) =>
    iterator('reversed', () => [...vm.iterate(args.get('sequence'))].reverse()),
  );
  define('enumerate', '(iterable, start=)', (args) => {
    checkIterable(vm, args.get('iterable'));
    return iterator('enumerate', () => {
      const start = args.optional('start');
      let number: PyValue = start ?? int(0);
      return vm.iterate(args.get('iterable')).map((item) => {
        if (item.kind === 'unknown' && item.many) {
          number = vm.derive(item, { type: 'int' });
          return item;
        }
        const pair = tuple([number, item]);
        number = vm.binary('+', number, int(1));
        return pair;
      });
    });
  });
  define('zip', '(*iterables, strict=)', (args) =>
    iterator('zip', () => {
      const twice = args.rest.some((one, at) => one.kind === 'iterator' && args.rest.indexOf(one) !== at);
      const all = twice ? interleaved(vm, args.rest) : args.rest.map((one) => vm.iterate(one));
      const open = all.flat().find((item) => item.kind === 'unknown' && item.many);
      if (open) return [{ ...vm.derive(open), many: true } as PyValue];
      const length = all.length === 0 ? 0 : Math.min(...all.map((items) => items.length));
      return Array.from({ length }, (_, at) => tuple(all.map((items) => items[at] ?? none)));
    }),
  );
  define('map', '(function, *iterables)', (args) =>
    iterator('map', () => {
      const all = args.rest.map((one) => vm.iterate(one));
      const length = Math.min(...all.map((items) => items.length));
      return Array.from({ length }, (_, at) => {
        const items = all.map((one) => one[at] ?? none);
        const open = items.find((item) => item.kind === 'unknown' && item.many);
        return open ? ({ ...vm.derive(open), many: true } as PyValue) : vm.call(args.get('function'), items);
      });
    }),
  );
  define('filter', '(function, iterable)', (args) =>
    iterator('filter', () => {
      const test = args.get('function');
      return vm.iterate(args.get('iterable')).flatMap((item): PyValue[] => {
        if (item.kind === 'unknown' && item.many) return [item];
        const verdict = test.kind === 'none' ? item : vm.call(test, [item]);
        const truth = vm.truth(verdict);
        if (truth === 'maybe') return [{ ...vm.derive(vm.doubt(verdict) ?? item), many: true } as PyValue];
        return truth === 'yes' ? [item] : [];
      });
    }),
  );
  define('iter', '(object, sentinel=, /)', (args) => {
    const value = args.get('object');
    if (value.kind === 'iterator' || value.kind === 'unknown') return value;
    return iterator(`${vm.typeName(value)}_iterator`, () => vm.iterate(value));
  });
  define('next', '(iterator, default=, /)', (args) => next(vm, args.get('iterator'), args.optional('default')));
  define('isinstance', '(obj, cls, /)', (args) => truthOfTypes(vm, args.get('obj'), args.get('cls'), false));
  define('issubclass', '(cls, base, /)', (args) => truthOfTypes(vm, args.get('cls'), args.get('base'), true));
  define('callable', '(obj, /)', (args) => {
    const value = args.get('obj');
    if (value.kind === 'unknown' || value.kind === 'choice') return vm.derive(value, { type: 'bool' });
    if (['function', 'native', 'method', 'class'].includes(value.kind)) return bool(true);
    return bool(value.kind === 'instance' && vm.special(value, '__call__') !== undefined);
  });
  define('id', '(obj, /)', () => vm.unknown('an address in memory is not known', { type: 'int' }));
  define('hash', '(obj, /)', () => vm.unknown('a hash depends on the process', { type: 'int' }));
  define('getattr', '(obj, name, default=, /)', (args) =>
    vm.each(args.get('obj'), (value) => {
      const name = args.get('name');
      if (name.kind !== 'str') return vm.derive(vm.doubt(name) ?? vm.unknown('an attribute name is not known'));
      const found = vm.findAttribute(value, name.value);
      const otherwise = args.optional('default');
      if (found && value.kind === 'unknown' && otherwise) return vm.join([found, otherwise]);
      return found ?? otherwise ?? vm.getAttribute(value, name.value);
    }),
  );
  define('hasattr', '(obj, name, /)', (args) =>
    vm.each(args.get('obj'), (value) => {
      const name = args.get('name');
      if (name.kind !== 'str') return vm.derive(vm.doubt(name) ?? name, { type: 'bool' });
      const found = vm.findAttribute(value, name.value);
      if (
        found &&
        (value.kind === 'unknown' || (found.kind === 'unknown' && value.kind === 'module' && value.missing))
      ) {
        return vm.derive(found, { type: 'bool' });
      }
      return bool(found !== undefined);
    }),
  );
  define('setattr', '(obj, name, value, /)', (args) => {
    const name = args.get('name');
    if (name.kind === 'str') vm.setAttribute(args.get('obj'), name.value, args.get('value'));
    else vm.spoil(args.get('obj'), vm.derive(vm.doubt(name) ?? vm.unknown('an attribute name is not known')));
    return none;
  });
  define('delattr', '(obj, name, /)', (args) => {
    const [owner, name] = [args.get('obj'), args.get('name')];
    const dict =
      owner.kind === 'module'
        ? owner.namespace
        : owner.kind === 'instance' || owner.kind === 'class'
          ? owner.attributes
          : undefined;
    if (!dict || name.kind !== 'str') return none;
    if (!dict.entries.has(stringKey(name.value)) && !dict.open) return vm.raise('AttributeError', name.value);
    vm.journal.touchName(dict, stringKey(name.value));
    dict.entries.delete(stringKey(name.value));
    return none;
  });
  define('globals', '()', () => vm.globals());
  define('locals', '()', () => vm.locals());
  define('vars', '(obj=, /)', (args) => {
    const value = args.optional('obj');
    if (!value) return vm.locals();
    return vm.findAttribute(value, '__dict__') ?? vm.raise('TypeError', 'vars() argument must have __dict__ attribute');
  });
  define('dir', '(obj=, /)', (args) => namesIn(vm, args.optional('obj')));
  define(
    'chr',
    '(i, /)',
    (args) => {
      const value = args.get('i');
      if (value.kind !== 'int' && value.kind !== 'bool')
        return vm.raise('TypeError', `'${vm.typeName(value)}' object cannot be interpreted as an integer`);
      return value.kind === 'int' && value.value >= 0n && value.value < 0x110000n
        ? str(String.fromCodePoint(Number(value.value)))
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
        if (value.kind !== 'int')
          return vm.raise('TypeError', `'${vm.typeName(value)}' object cannot be interpreted as an integer`);
        return str(
          `${value.value < 0n ? '-' : ''}${prefix}${(value.value < 0n ? -value.value : value.value).toString(base)}`,
        );
      },
      { gives: { type: 'str', truth: true } },
    );
  }
  define('input', '(prompt=)', () => vm.unknown('what a person types is not known', { type: 'str' }));
  define('exit', '(code=)', (args) => vm.raise('SystemExit', args.optional('code') ?? none));
  functions.quit = functions.exit ?? none;
  define('exec', '(source, globals=, locals=)', (args) => {
    const source = args.get('source');
    const space = args.some('globals') ?? vm.globals();
    if (source.kind !== 'str' || space.kind !== 'dict') {
      const doubt = vm.doubt(source) ?? vm.unknown('code that is not known is run');
      vm.spoil(space, vm.derive(doubt));
      return none;
    }
    vm.exec(source.value, space);
    return none;
  });
  define('eval', '(source, globals=, locals=)', (args) => {
    const source = args.get('source');
    return source.kind === 'str'
      ? vm.evaluateText(source.value.trim(), args.some('globals'))
      : vm.derive(vm.doubt(source) ?? source);
  });
  define('compile', '(source, filename, mode, **kwargs)', (args) => args.get('source'));
  define('__import__', '(name, globals=, locals=, fromlist=, level=)', (args) => {
    const name = args.get('name');
    if (name.kind !== 'str') return vm.derive(vm.doubt(name) ?? name);
    const whole = vm.importDotted(name.value);
    return flag(args.optional('fromlist')) ? whole : vm.importDotted(name.value.split('.')[0] ?? name.value);
  });
  return functions;
}

/** One iterator given several times is used by all of them in turn. */
function interleaved(vm: Interpreter, sources: readonly PyValue[]): PyValue[][] {
  const whole = new Map<PyValue, PyValue[]>();
  for (const source of sources) if (!whole.has(source)) whole.set(source, [...vm.iterate(source)]);
  const columns: PyValue[][] = sources.map(() => []);
  for (;;) {
    vm.spend(1);
    const row: PyValue[] = [];
    for (const [at, source] of sources.entries()) {
      const items = whole.get(source) ?? [];
      const item = source.kind === 'iterator' ? items.shift() : items[columns[at]?.length ?? 0];
      if (!item) return columns;
      row.push(item);
    }
    for (const [at, item] of row.entries()) columns[at]?.push(item);
  }
}

/** `dir(value)` */
function namesIn(vm: Interpreter, value: PyValue | undefined): PyValue {
  const dicts: PyDict[] = [];
  const names = new Set<string>();
  if (!value) dicts.push(vm.locals());
  else if (value.kind === 'module') {
    if (value.missing)
      return vm.derive(value.missing('dir') ?? vm.unknown('what a package holds is not known'), { type: 'list' });
    dicts.push(value.namespace);
  } else if (value.kind === 'class' || value.kind === 'instance') {
    const cls = value.kind === 'class' ? value : value.cls;
    if (value.kind === 'instance') dicts.push(value.attributes);
    for (const one of cls.mro) dicts.push(one.attributes, ...(one.open ? [{ ...emptyDict(), open: one.open }] : []));
    for (const name of objectNames) names.add(name);
  } else return vm.derive(vm.doubt(value) ?? vm.unknown('`dir()` of this is not evaluated'), { type: 'list' });
  for (const dict of dicts) for (const { key } of dict.entries.values()) if (key.kind === 'str') names.add(key.value);
  const items: PyValue[] = [...names].sort().map(str);
  const open = dicts.find((dict) => dict.open)?.open;
  if (open) items.push({ ...vm.derive(open), many: true });
  return vm.fresh({ kind: 'list', items, options: undefined });
}

function next(vm: Interpreter, value: PyValue, otherwise: PyValue | undefined): PyValue {
  if (value.kind === 'unknown') return otherwise ? vm.join([vm.derive(value), otherwise]) : vm.derive(value);
  if (value.kind === 'instance') {
    const method = vm.special(value, '__next__');
    if (!method) return vm.raise('TypeError', `'${vm.typeName(value)}' object is not an iterator`);
    try {
      return vm.call(method);
    } catch (error) {
      if (otherwise && error instanceof Raised && error.exception.cls.mro.some(({ name }) => name === 'StopIteration'))
        return otherwise;
      throw error;
    }
  }
  if (value.kind !== 'iterator') return vm.raise('TypeError', `'${vm.typeName(value)}' object is not an iterator`);
  vm.touch(value);
  const items = typeof value.items === 'function' ? value.items() : value.items;
  value.items = items;
  const item = items[value.next];
  if (item?.kind === 'unknown' && item.many) {
    const { many: _, ...one } = item;
    return otherwise ? vm.join([vm.derive(one), otherwise]) : vm.derive(one);
  }
  if (!item) return otherwise ?? vm.raise('StopIteration');
  value.next += 1;
  return item;
}

function truthOfTypes(vm: Interpreter, value: PyValue, types: PyValue, subclass: boolean): PyValue {
  if (types.kind === 'tuple') {
    let doubt: PyValue | undefined;
    for (const type of types.items) {
      const one = truthOfTypes(vm, value, type, subclass);
      if (one.kind === 'bool' && one.value) return one;
      if (one.kind !== 'bool') doubt = one;
    }
    return doubt ?? bool(false);
  }
  if (types.kind !== 'class' && types.kind !== 'unknown' && types.kind !== 'choice' && types.kind !== 'instance') {
    const what = subclass
      ? 'issubclass() arg 2 must be a class, a tuple of classes, or a union'
      : 'isinstance() arg 2 must be a type, a tuple of types, or a union';
    return vm.raise('TypeError', what);
  }
  if (types.kind !== 'class') return vm.derive(vm.doubt(types) ?? vm.unknown('a class is not known'), { type: 'bool' });
  if (subclass) {
    if (value.kind !== 'class')
      return value.kind === 'unknown'
        ? vm.derive(value, { type: 'bool' })
        : vm.raise('TypeError', 'issubclass() arg 1 must be a class');
    if (value.mro.includes(types)) return bool(true);
    const open = value.mro.find((cls: PyClass) => cls.open)?.open;
    return open ? vm.derive(open, { type: 'bool' }) : bool(false);
  }
  const truth = vm.isInstance(value, types);
  return truth === 'maybe' ? vm.derive(vm.doubt(value) ?? value, { type: 'bool' }) : bool(truth === 'yes');
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
