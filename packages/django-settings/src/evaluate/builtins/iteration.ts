/** The builtin functions on many values: `sum`, `sorted`, `zip`, `enumerate` and their like. */
import { advance, ending, isStop, iteratorGiven, iteratorOf, unlessEnded } from '../advance.js';
import { problemOfArguments } from '../c-arguments.js';
import { stop } from '../generators.js';
import type { Interpreter } from '../interpreter.js';
import { inAnyOrder, watchingOrder } from '../iterate.js';
import { orderOfSets } from '../key-order.js';
import { listed } from '../listing.js';
import { anyTimes } from '../loops.js';
import { type Bound, fn, type Handling } from '../native.js';
import { oneByOne } from '../one-by-one.js';
import { Exhausted, Raised } from '../raised.js';
import { parseSignature } from '../signature.js';
import { maybeOf, stillOf } from '../through-unknowns.js';
import type { PyIterator, PyUnknown, PyValue } from '../value.js';
import { bool, int, stepping, tuple } from '../value.js';
import { wholeNumber } from './arguments.js';
import { isNoSum, sumOf } from './number-functions.js';
import { reversed } from './reversing.js';
import { extreme, sorted } from './sorting.js';

const sortParameters = parseSignature('(*, key=, reverse=)');

/** Sorted; which items of a set cannot be compared hangs on its order, and so does which of those that are equal comes first. */
function inOrder(vm: Interpreter, source: PyValue, args: Bound): PyValue[] {
  const [items, lost] = watchingOrder(vm, () => listed(vm, source, true));
  // What has a name is looked at by the `sort` of the list that is made.
  const problem = problemOfArguments('sort', sortParameters, { positional: [], keywords: args.extra }, vm.python);
  if (problem !== undefined) vm.raise('TypeError', problem);
  const key = args.extra.get('key');
  const sort = () => sorted(vm, items, key?.kind === 'none' ? undefined : key, args.extra.get('reverse'), { lost });
  if (!lost) return sort();
  return watchingOrder(vm, () => {
    vm.order.lost = true;
    return sort();
  })[0];
}

export function iterationFunctions(vm: Interpreter): Record<string, PyValue> {
  const functions: Record<string, PyValue> = {};
  const define = (
    name: string,
    signature: string,
    run: (args: Bound) => PyValue,
    handling: Handling = { unknowns: 'accept' },
  ) => {
    functions[name] = fn(name, signature, (_machine, args) => run(args), { ...handling, written: 'C' });
  };

  define('sum', '(iterable, /, start=)', (args) => {
    const iterable = args.get('iterable');
    const start = args.optional('start') ?? int(0);
    // What cannot be summed up is refused before the first item is asked for.
    if (isNoSum(start)) iteratorOf(vm, iterable);
    const [sum, lost] = watchingOrder(vm, () => sumOf(vm, isNoSum(start) ? [] : oneByOne(vm, iterable), start));
    return lost && sum.kind !== 'int' ? vm.unknown(orderOfSets) : sum;
  });
  for (const [name, largest] of [
    ['min', false],
    ['max', true],
  ] as const) {
    define(name, '(*args, key=, default=)', (args) => {
      const [first] = args.rest;
      if (!first) return vm.raise('TypeError', `${name} expected at least 1 argument, got 0`);
      if (args.rest.length > 1 && args.optional('default'))
        return vm.raise('TypeError', `Cannot specify a default for ${name}() with multiple positional arguments`);
      const all = args.rest.length > 1 ? args.rest : oneByOne(vm, first);
      const [found] = watchingOrder(vm, () => extreme(vm, all, args.some('key'), largest));
      return found ?? args.optional('default') ?? vm.raise('ValueError', `${name}() iterable argument is empty`);
    });
  }
  for (const [name, ends] of [
    ['any', true],
    ['all', false],
  ] as const) {
    define(name, '(iterable, /)', (args) => {
      let doubt: PyValue | undefined;
      for (const item of untilFound(vm, args.get('iterable'))) {
        const truth = item.kind === 'unknown' && item.many ? 'maybe' : vm.truth(item);
        if (truth === 'maybe') doubt = doubt ?? vm.doubt(item) ?? item;
        else if ((truth === 'yes') === ends) return bool(ends);
      }
      return doubt ? vm.derive(doubt, { type: 'bool' }) : bool(!ends);
    });
  }
  define('sorted', '(iterable, /, **extra)', (args) =>
    vm.each(args.get('iterable'), (source) =>
      vm.fresh({
        kind: 'list',
        items: inOrder(vm, source, args),
        options: undefined,
      }),
    ),
  );
  define('reversed', '(sequence, /)', (args) => reversed(vm, args.get('sequence')));
  define('enumerate', '(iterable, start=)', (args) => {
    const start = args.optional('start');
    const from = start && start.kind !== 'unknown' && start.kind !== 'choice' ? int(wholeNumber(vm, start)) : start;
    const source = iteratorOf(vm, args.get('iterable'));
    return vm.fresh(
      stepping('enumerate', from ?? int(0), (_, self) => {
        const item = advance(vm, source);
        const number = self.state as PyValue;
        if (!item) return undefined;
        self.state = isMany(item) ? vm.derive(item, { type: 'int' }) : vm.binary('+', number, int(1));
        return isMany(item) ? item : tuple([number, item]);
      }),
    );
  });
  define('zip', '(*iterables, strict=)', (args) => {
    const sources = args.rest.map((one) => iteratorOf(vm, one));
    const strict = args.optional('strict');
    return vm.fresh(
      stepping('zip', true, (_, self) => {
        const row: PyValue[] = [];
        // After any number of pairs nothing is known to go with anything.
        if (self.state === false) return undefined;
        for (const [at, source] of sources.entries()) {
          const item = advance(vm, source);
          if (item && isMany(item)) {
            self.state = false;
            if (strict) vm.mayRaise(item, 'ValueError');
            return { ...maybeOf(vm, item, [...row, ...args.rest.flatMap(itemsOf)]), many: true };
          }
          if (!item) return strict && vm.truth(strict) === 'yes' ? uneven(vm, sources, at) : undefined;
          row.push(item);
        }
        return row.length > 0 ? tuple(row) : undefined;
      }),
    );
  });
  define('map', '(function, *iterables)', (args) => {
    if (args.rest.length === 0) return vm.raise('TypeError', 'map() must have at least two arguments.');
    const sources = args.rest.map((one) => iteratorOf(vm, one));
    return vm.fresh(
      stepping('map', true, (_, _self, loose) => {
        const items: PyValue[] = [];
        for (const source of sources) {
          const item = advance(vm, source, loose && sources.length === 1);
          if (!item) return undefined;
          items.push(item);
        }
        const open = items.find(isMany);
        if (!open) return vm.call(args.get('function'), items);
        anyTimes(vm, open, () => vm.call(args.get('function'), items.map(one)));
        return { ...vm.derive(open), many: true };
      }),
    );
  });
  define('filter', '(function, iterable, /)', (args) => {
    const source = iteratorOf(vm, args.get('iterable'));
    const test = args.get('function');
    return vm.fresh(
      stepping('filter', true, (_, _self, loose) => {
        const next = () => advance(vm, source, loose);
        for (let item = next(); item; item = next()) {
          if (isMany(item)) return item;
          const verdict = test.kind === 'none' ? item : vm.call(test, [item]);
          const truth = vm.truth(verdict);
          if (truth === 'maybe') return { ...maybeOf(vm, vm.doubt(verdict) ?? item, [item]), many: true };
          if (truth === 'yes') return item;
        }
        return undefined;
      }),
    );
  });
  define('iter', '(object, sentinel=, /)', (args) => {
    const value = args.get('object');
    const sentinel = args.optional('sentinel');
    if (sentinel && !canBeCalled(vm, value)) return vm.raise('TypeError', 'iter(v, w): v must be callable');
    if (sentinel) return untilEqual(vm, value, sentinel);
    if (value.kind === 'iterator' || value.kind === 'unknown') return value;
    const own = value.kind === 'instance' ? vm.special(value, '__iter__') : undefined;
    return own && own.kind !== 'none' ? asIterator(vm, vm.call(own)) : iteratorOf(vm, value);
  });
  define('next', '(iterator, default=, /)', (args) => next(vm, args.get('iterator'), args.optional('default')));
  return functions;
}

/** What an `__iter__` gave, itself, where it has a next item. */
function asIterator(vm: Interpreter, result: PyValue): PyValue {
  iteratorGiven(vm, result);
  return result;
}

function next(vm: Interpreter, value: PyValue, otherwise: PyValue | undefined): PyValue {
  if (value.kind === 'unknown') return otherwise ? vm.join([vm.derive(value), otherwise]) : vm.derive(value);
  if (value.kind === 'instance') {
    const method = vm.special(value, '__next__');
    if (!method) return vm.raise('TypeError', `'${vm.typeName(value)}' object is not an iterator`);
    try {
      return vm.call(method);
    } catch (error) {
      if (!(otherwise && error instanceof Raised && isStop(error))) throw error;
      ending(vm).raised = error;
      return otherwise;
    }
  }
  if (value.kind !== 'iterator') return vm.raise('TypeError', `'${vm.typeName(value)}' object is not an iterator`);
  const before = { items: value.items, next: value.next, state: value.state };
  const item = advance(vm, value);
  if (item && isMany(item)) {
    // Whether one of them was taken is not known.
    Object.assign(value, before);
    const found = stillOf(vm, item);
    return otherwise ? vm.join([found, otherwise]) : found;
  }
  if (item ?? otherwise) return (item ?? otherwise) as PyValue;
  throw ending(vm).raised ?? stop(vm, value);
}

const itemsOf = (value: PyValue): readonly PyValue[] =>
  value.kind === 'list' || value.kind === 'tuple' ? value.items : [value];

/** One of any number of items. */
function one(item: PyValue): PyValue {
  if (item.kind !== 'unknown') return item;
  const { many: _, ...single } = item;
  return single;
}

function isMany(item: PyValue): item is PyUnknown {
  return item.kind === 'unknown' && item.many === true;
}

/** Items as they are asked for; the order of a set does not matter. */
function* untilFound(vm: Interpreter, value: PyValue): Generator<PyValue> {
  if (value.kind !== 'iterator') {
    yield* value.kind === 'instance' ? untilFound(vm, iteratorOf(vm, value)) : inAnyOrder(vm, value);
    return;
  }
  const before = vm.order.lost;
  vm.order.lost = false;
  let ended = false;
  try {
    for (;;) {
      const item = advance(vm, value, true);
      ended = item === undefined;
      if (!item) return;
      yield item;
    }
  } catch (error) {
    // What would have come before it may have been enough.
    if (error instanceof Raised && vm.order.lost) throw new Exhausted(orderOfSets);
    throw error;
  } finally {
    // Of a set, others may be left.
    if (!ended && vm.order.lost) vm.spoil(value, vm.unknown(orderOfSets));
    vm.order.lost ||= before;
  }
}

/** `zip(strict=True)` where one of the iterables ends before the others. */
function uneven(vm: Interpreter, sources: readonly PyIterator[], at: number): undefined {
  const others = at > 1 ? `s 1-${at}` : ' 1';
  if (at > 0) return vm.raise('ValueError', `zip() argument ${at + 1} is shorter than argument${others}`);
  for (const [index, source] of sources.entries()) {
    if (index === 0 || !advance(vm, source)) continue;
    const before = index > 1 ? `s 1-${index}` : ' 1';
    return vm.raise('ValueError', `zip() argument ${index + 1} is longer than argument${before}`);
  }
  return undefined;
}

function canBeCalled(vm: Interpreter, value: PyValue): boolean {
  const able = vm.call(vm.builtin('callable'), [value]);
  return able.kind !== 'bool' || able.value;
}

/** `iter(function, sentinel)` */
function untilEqual(vm: Interpreter, callee: PyValue, sentinel: PyValue): PyValue {
  return vm.fresh(
    stepping('callable_iterator', true, () => {
      const value = unlessEnded('StopIteration', () => vm.call(callee));
      if (!value) return undefined;
      const same = vm.equal(value, sentinel);
      if (same === 'maybe') throw new Exhausted('when an iteration ends is not known');
      return same === 'yes' ? undefined : value;
    }),
  );
}
