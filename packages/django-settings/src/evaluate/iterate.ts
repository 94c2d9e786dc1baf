/** All items of anything that can be iterated. */
import { budgets } from '../budgets.js';
import { advance, iteratorOf } from './advance.js';
import { unlessRaised } from './expected-errors.js';
import type { Interpreter } from './interpreter.js';
import { entriesOf, orderOfSets } from './key-order.js';
import { isNoIterable } from './no-iterable.js';
import { Exhausted, Raised } from './raised.js';
import { payForItems } from './sizes.js';
import { characters } from './text.js';
import { stillOf } from './through-unknowns.js';
import type { PyIterator, PyUnknown, PyValue } from './value.js';
import { int, none, str, tuple } from './value.js';

/** `loose`: in any order. */
export function iterate(vm: Interpreter, value: PyValue, loose = false): readonly PyValue[] {
  switch (value.kind) {
    case 'list':
    case 'tuple':
      vm.spend(value.items.length >> 2);
      return [...value.items];
    case 'dict': {
      const own = value.instance ? vm.special(value, '__iter__') : undefined;
      if (own?.kind === 'method' && own.callee.kind === 'function') return iterate(vm, vm.call(own), loose);
      vm.spend(value.entries.size >> 2);
      return entriesOf(vm, value, ({ key }) => key, loose);
    }
    case 'set': {
      if (value.open) return [...(loose ? value.entries.values() : []), many(vm, value.open)];
      const items = [...value.entries.values()];
      if (items.length < 2) return items;
      const ordered = orderOf(items);
      if (!ordered) vm.order.lost = true;
      return ordered ?? (loose ? items : inSomeOrder(vm, items));
    }
    case 'str':
      payForItems(vm, value.value.length);
      vm.spend(value.value.length >> 2);
      return characters(value.value).map(str);
    case 'bytes':
      payForItems(vm, value.value.length);
      return value.value.split('').map((char) => int(char.charCodeAt(0)));
    case 'range': {
      const items: PyValue[] = [];
      const size = value.step === 0n ? 0n : (value.stop - value.start) / value.step;
      if (size > BigInt(budgets.items)) throw new Exhausted('a range is too long to be followed');
      for (let at = value.start; value.step > 0n ? at < value.stop : at > value.stop; at += value.step)
        items.push(int(at));
      vm.spend(items.length >> 2);
      return items;
    }
    case 'iterator':
      return allOf(vm, value, loose);
    case 'unknown':
      if (isNoIterable(vm, value)) vm.raise('TypeError', `'${vm.typeName(value)}' object is not iterable`);
      return unlessRefused(vm, value, [many(vm, value)]);
    case 'choice':
      // Each option's items may be the ones: what they share is known by place only.
      return [many(vm, vm.unknown('a condition is not known'))];
    default:
      return allOf(vm, iteratorOf(vm, value), loose);
  }
}

function allOf(vm: Interpreter, iterator: PyIterator, loose: boolean): readonly PyValue[] {
  const items: PyValue[] = [];
  for (let item = advance(vm, iterator, loose); item; item = advance(vm, iterator, loose)) items.push(item);
  return items;
}

/** Small numbers lie in a set in their own order; text does not, as its hash changes with every process. */
export function orderOf(items: readonly PyValue[]): PyValue[] | undefined {
  if (items.length > 4) return undefined;
  const small = items.every((item) => item.kind === 'int' && item.value >= 0n && item.value < 8n);
  if (!small) return undefined;
  return [...items].sort((a, b) => (a.kind === 'int' && b.kind === 'int' ? Number(a.value - b.value) : 0));
}

/** How many items there are is known, though not which comes when. */
function inSomeOrder(vm: Interpreter, items: readonly PyValue[]): PyValue[] {
  vm.spend(items.length);
  const kind = knowableKinds.find((one) => items.every((item) => item.kind === one));
  const why = orderOfSets;
  return items.map(() => vm.unknown(why, kind ? { type: kind } : {}));
}

const knowableKinds = ['str', 'int', 'tuple', 'float'] as const;

/** All items, for what does not depend on their order: `sorted`, `set`, `any`, `max` … */
export function inAnyOrder(vm: Interpreter, value: PyValue): readonly PyValue[] {
  return iterate(vm, value, true);
}

/** What is made of items, and whether the order that they came in may be another in Python. */
export function watchingOrder<T>(vm: Interpreter, run: () => T): readonly [made: T, lost: boolean] {
  const before = vm.order.lost;
  vm.order.lost = false;
  try {
    const made = run();
    return [made, vm.order.lost];
  } catch (error) {
    if (!(error instanceof Raised) || !vm.order.lost) throw error;
    // Which error comes first hangs on the order.
    const { cls, attributes } = error.exception;
    if (cls.module !== 'builtins') throw new Exhausted(orderOfSets);
    const words = tuple([vm.unknown(orderOfSets, { type: 'str', truth: true })]);
    attributes.entries.set('args', { key: str('args'), value: words });
    throw error;
  } finally {
    vm.order.lost = before;
  }
}

/** What is not known may be nothing that can be gone through. */
function unlessRefused(vm: Interpreter, value: PyUnknown, items: readonly PyValue[]): readonly PyValue[] {
  if (value.type === undefined) unlessRaised(vm, value, () => none, 'TypeError');
  return items;
}

function many(vm: Interpreter, value: PyUnknown): PyUnknown {
  return { ...stillOf(vm, value), many: true };
}
