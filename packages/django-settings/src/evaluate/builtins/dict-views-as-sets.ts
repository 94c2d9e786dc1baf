/**
 * What dict views and sets share, as CPython finds it: each item of one is looked for in the other, so that values of items need
 * no hash. (`dictviews_and`, `dictview_richcompare`, `dictviews_isdisjoint` of Objects/dictobject.c.)
 */
import type { Interpreter } from '../interpreter.js';
import { inAnyOrder } from '../iterate.js';
import { noteUse } from '../tracing.js';
import type { PyDict, PyInstance, PySet, PyValue } from '../value.js';
import { bool, tuple } from '../value.js';
import { toSet } from './set-methods.js';

/** One side of an operation, all of whose items are known. */
interface Side {
  readonly items: readonly PyValue[];
  has(item: PyValue): ReturnType<Interpreter['truth']>;
}

/** Whether a value is a view that is like a set. */
export function isView(value: PyValue, of = '(?:keys|items)'): value is PyInstance {
  return value.kind === 'instance' && new RegExp(`^o?dict_${of}$`).test(value.cls.name);
}

function sideOf(vm: Interpreter, value: PyValue): Side | undefined {
  if (value.kind === 'set') return ofSet(vm, value);
  if (!isView(value)) return undefined;
  const dict = value.payload as PyDict;
  if (dict.open || dict.options || dict.first !== undefined) return undefined;
  const entries = [...dict.entries.values()];
  const hasKey = (key: PyValue) => vm.truth(vm.compare('in', key, dict));
  if (!isView(value, 'items')) return { items: entries.map(({ key }) => key), has: hasKey };
  const items = entries.map((entry) => {
    noteUse(vm, entry);
    return tuple([entry.key, entry.value]);
  });
  return {
    items,
    has(item) {
      if (item.kind === 'instance' || item.kind === 'unknown') return 'maybe';
      if (item.kind !== 'tuple') return 'no';
      if (item.items.some((one) => one.kind === 'unknown' && one.many)) return 'maybe';
      const [key] = item.items;
      if (!key || item.items.length !== 2) return 'no';
      const known = hasKey(key);
      return known === 'no' ? known : vm.truth(vm.compare('in', item, { kind: 'list', items, options: undefined }));
    },
  };
}

function ofSet(vm: Interpreter, set: PySet): Side | undefined {
  if (set.open || set.options) return undefined;
  return { items: [...set.entries.values()], has: (item) => vm.truth(vm.compare('in', item, set)) };
}

/** `view & other`; `undefined` where what is known does not decide it. */
export function sharedItems(vm: Interpreter, self: PyValue, other: PyValue): PyValue | undefined {
  const [own, given] = [sideOf(vm, self), sideOf(vm, other)];
  if (!own) return undefined;
  if (other.kind === 'set') {
    if (!given) return undefined;
    if (own.items.length <= given.items.length) return vm.invoke(other, 'intersection', self);
  }
  const swapped = given && other.kind !== 'set' && given.items.length > own.items.length;
  const [asked, items] = swapped ? [given, own.items] : [own, given?.items ?? inAnyOrder(vm, other)];
  const found: PyValue[] = [];
  for (const item of items) {
    const truth = asked.has(item);
    if (truth === 'maybe') return vm.unknown('which items are shared is not known');
    if (truth === 'no') continue;
    // What has no hash is refused before the next is looked for.
    toSet(vm, [item], false);
    found.push(item);
  }
  return toSet(vm, found, false);
}

/** A comparison of a view with a set or view; `undefined` where what is known does not decide it. */
export function comparedItems(vm: Interpreter, operator: string, self: PyValue, other: PyValue): PyValue | undefined {
  const [own, given] = [sideOf(vm, self), sideOf(vm, other)];
  if (!own || !given) return undefined;
  const [less, more] = operator.startsWith('>') ? [given, own] : [own, given];
  const [few, many] = [less.items.length, more.items.length];
  if (operator === '==' ? few !== many : operator.endsWith('=') ? few > many : few >= many) return bool(false);
  for (const item of less.items) {
    const truth = more.has(item);
    if (truth === 'maybe') return undefined;
    if (truth === 'no') return bool(false);
  }
  return bool(true);
}

/** `view.isdisjoint(other)`; `undefined` where what is known does not decide it. */
export function disjointItems(vm: Interpreter, self: PyValue, other: PyValue): PyValue | undefined {
  const [own, given] = [sideOf(vm, self), sideOf(vm, other)];
  if (!own) return undefined;
  if (self === other) return bool(own.items.length === 0);
  const swapped = given && given.items.length > own.items.length;
  const [asked, items] = swapped ? [given, own.items] : [own, given?.items ?? inAnyOrder(vm, other)];
  for (const item of items) {
    const truth = asked.has(item);
    if (truth === 'maybe') return vm.unknown('whether an item is shared is not known', { type: 'bool' });
    if (truth === 'yes') return bool(false);
  }
  return bool(true);
}
