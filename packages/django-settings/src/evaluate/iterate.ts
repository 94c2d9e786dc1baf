/** All items of anything that can be iterated. */
import type { Interpreter } from './interpreter.js';
import { Exhausted, Raised } from './raised.js';
import { characters } from './text.js';
import type { PyUnknown, PyValue } from './value.js';
import { int, str } from './value.js';

const longestRange = 100_000n;

export function iterate(vm: Interpreter, value: PyValue): readonly PyValue[] {
  switch (value.kind) {
    case 'list':
    case 'tuple':
      vm.spend(value.items.length >> 2);
      return [...value.items];
    case 'dict': {
      const own = value.instance ? vm.special(value, '__iter__') : undefined;
      if (own?.kind === 'method' && own.callee.kind === 'function') return vm.iterate(vm.call(own));
      vm.spend(value.entries.size >> 2);
      const keys = [...value.entries.values()].map(({ key }) => key);
      return value.open ? [...keys, many(vm, value.open)] : keys;
    }
    case 'set': {
      if (value.open) return [...(vm.order.matters ? [] : value.entries.values()), many(vm, value.open)];
      const items = [...value.entries.values()];
      if (!vm.order.matters || items.length < 2) return items;
      return orderOf(items) ?? [many(vm, vm.unknown('the order of a set changes with every process'))];
    }
    case 'str':
      vm.spend(value.value.length >> 2);
      return characters(value.value).map(str);
    case 'bytes':
      return value.value.split('').map((char) => int(char.charCodeAt(0)));
    case 'range': {
      const items: PyValue[] = [];
      const size = value.step === 0n ? 0n : (value.stop - value.start) / value.step;
      if (size > longestRange) throw new Exhausted('a range is too long to be followed');
      for (let at = value.start; value.step > 0n ? at < value.stop : at > value.stop; at += value.step)
        items.push(int(at));
      vm.spend(items.length >> 2);
      return items;
    }
    case 'iterator': {
      const all = typeof value.items === 'function' ? value.items() : value.items;
      vm.touch(value);
      value.items = all;
      const rest = all.slice(value.next);
      value.next = all.length;
      return rest;
    }
    case 'unknown':
      return [many(vm, value)];
    case 'choice':
      // Each option's items may be the ones: what they share is known by place only.
      return [many(vm, vm.unknown('a condition is not known'))];
    case 'instance':
      return instanceItems(vm, value);
    case 'class': {
      const method = vm.special(value, '__iter__');
      if (method) return vm.iterate(vm.call(method));
      break;
    }
    default:
  }
  return vm.raise('TypeError', `'${vm.typeName(value)}' object is not iterable`);
}

/** Small numbers lie in a set in their own order; text does not, as its hash changes with every process. */
function orderOf(items: readonly PyValue[]): PyValue[] | undefined {
  if (items.length > 4) return undefined;
  const small = items.every((item) => item.kind === 'int' && item.value >= 0n && item.value < 8n);
  if (!small) return undefined;
  return [...items].sort((a, b) => (a.kind === 'int' && b.kind === 'int' ? Number(a.value - b.value) : 0));
}

/** Raises where a value can surely not be iterated, as iterators do when they are made. */
export function checkIterable(vm: Interpreter, value: PyValue): void {
  if (
    ['none', 'bool', 'int', 'float', 'function', 'native', 'method', 'module', 'slice', 'special'].includes(value.kind)
  ) {
    vm.raise('TypeError', `'${vm.typeName(value)}' object is not iterable`);
  }
}

/** All items, for what does not depend on their order: `sorted`, `set`, `any`, `max` … */
export function inAnyOrder(vm: Interpreter, value: PyValue): readonly PyValue[] {
  const before = vm.order.matters;
  vm.order.matters = value.kind === 'iterator' && !['generator', 'map', 'filter'].includes(value.type);
  try {
    return vm.iterate(value);
  } finally {
    vm.order.matters = before;
  }
}

function many(vm: Interpreter, value: PyUnknown): PyUnknown {
  return { ...vm.derive(value), many: true };
}

function instanceItems(vm: Interpreter, value: Extract<PyValue, { kind: 'instance' }>): readonly PyValue[] {
  const iter = vm.special(value, '__iter__');
  if (iter) {
    const items = vm.call(iter);
    if (items !== value) return vm.iterate(items);
    const next = vm.special(value, '__next__');
    return next
      ? until(vm, 'StopIteration', () => vm.call(next))
      : vm.raise('TypeError', 'iter() returned non-iterator');
  }
  const item = vm.special(value, '__getitem__');
  if (item) {
    let at = 0;
    return until(vm, 'IndexError', () => {
      at += 1;
      return vm.call(item, [int(at - 1)]);
    });
  }
  const open = value.cls.mro.find((cls) => cls.open)?.open;
  if (open) return [many(vm, open)];
  return vm.raise('TypeError', `'${vm.typeName(value)}' object is not iterable`);
}

function until(vm: Interpreter, type: string, next: () => PyValue): readonly PyValue[] {
  const items: PyValue[] = [];
  try {
    for (;;) {
      vm.spend(2);
      items.push(next());
    }
  } catch (error) {
    if (error instanceof Raised && error.exception.cls.mro.some((cls) => cls.name === type)) return items;
    throw error;
  }
}
