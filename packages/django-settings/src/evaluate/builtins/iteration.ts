/** The builtin functions on many values: `sum`, `sorted`, `zip`, `enumerate` and their like. */
import type { Interpreter } from '../interpreter.js';
import { checkIterable, inAnyOrder } from '../iterate.js';
import { type Bound, fn, type Handling } from '../native.js';
import { Raised } from '../raised.js';
import type { PyValue } from '../value.js';
import { bool, int, iterator, none, tuple } from '../value.js';
import { extreme, sorted } from './sorting.js';

/** What has items in no order, or none at all. */
const unordered: readonly PyValue['kind'][] = [
  'none',
  'bool',
  'int',
  'float',
  'set',
  'iterator',
  'function',
  'native',
  'method',
  'module',
  'slice',
];

export function iterationFunctions(vm: Interpreter): Record<string, PyValue> {
  const functions: Record<string, PyValue> = {};
  const define = (
    name: string,
    signature: string,
    run: (args: Bound) => PyValue,
    handling: Handling = { unknowns: 'accept' },
  ) => {
    functions[name] = fn(name, signature, (_machine, args) => run(args), handling);
  };

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
  define('reversed', '(sequence, /)', (args) => {
    const value = args.get('sequence');
    const own = value.kind === 'instance' ? vm.special(value, '__reversed__') : undefined;
    if (own) return vm.call(own);
    if (unordered.includes(value.kind)) vm.raise('TypeError', `'${vm.typeName(value)}' object is not reversible`);
    return iterator('reversed', () => [...vm.iterate(value)].reverse());
  });
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
    if (value.kind === 'instance' && args.optional('sentinel') === undefined) {
      const own = vm.special(value, '__iter__');
      if (own) return vm.call(own);
    }
    if (args.optional('sentinel')) return vm.unknown('`iter` with a sentinel is not followed');
    checkIterable(vm, value);
    return iterator(value.kind === 'dict' ? 'dict_keyiterator' : `${vm.typeName(value)}_iterator`, () =>
      vm.iterate(value),
    );
  });
  define('next', '(iterator, default=, /)', (args) => next(vm, args.get('iterator'), args.optional('default')));
  return functions;
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
