/** The methods of `set` and `frozenset`. */
import { unlessRaised } from '../expected-errors.js';
import type { Interpreter } from '../interpreter.js';
import { hashable } from '../items.js';
import { keyOf } from '../keys.js';
import type { Bound } from '../native.js';
import { oneByOne } from '../one-by-one.js';
import { setOperation } from '../operators.js';
import type { Key, PySet, PyValue } from '../value.js';
import { bool, none } from '../value.js';
import { member } from './member.js';

/** A set of an iterable's items. */
export function toSet(vm: Interpreter, items: Iterable<PyValue>, frozen: boolean): PySet {
  const set: PySet = { kind: 'set', frozen, entries: new Map(), open: undefined, options: undefined };
  for (const item of items) addItem(vm, set, item);
  return vm.fresh(set);
}

/** Adds without a touch: for sets that are being made. */
export function addItem(vm: Interpreter, set: PySet, item: PyValue): void {
  vm.spend(1);
  const key = hashable(vm, item);
  if (key === undefined) set.open = set.open ?? vm.derive(item);
  else if (!set.entries.has(key)) set.entries.set(key, item);
}

/** The methods of `set`, or of `frozenset`, which has none that change it. */
export function setMembers(vm: Interpreter, owner: 'set' | 'frozenset'): Record<string, PyValue> {
  const members: Record<string, PyValue> = {};
  const operations = { union: '|', intersection: '&', difference: '-', symmetric_difference: '^' } as const;
  const all = (items: readonly PyValue[]) => items.map((item) => toSet(vm, oneByOne(vm, item), false));
  /** What is common is looked for until all is found, and what one may lack until it is met: what comes later is not looked at. */
  const stopsEarly = !(vm.python && vm.python[1] < 11);
  const common = (self: PySet, other: PyValue) => {
    const left = new Set(self.entries.keys());
    const found = (key: Key) => left.delete(key) && left.size === 0 && !self.open;
    return gathered(vm, other, stopsEarly ? found : undefined);
  };
  for (const [name, operator] of Object.entries(operations)) {
    members[name] = member(
      vm,
      'set',
      name,
      name === 'symmetric_difference' ? 'other, /' : '*others',
      (self, args) => {
        if (operator === '&') return intersected(vm, self, args.rest, common);
        return all(othersOf(name, args)).reduce<PyValue>(
          (result, other) => vm.binary(operator, result, other),
          copyOf(vm, self),
        );
      },
      {},
      owner,
    );
  }
  members.copy = member(vm, 'set', 'copy', '', (self) => copyOf(vm, self), {}, owner);
  for (const [name, operator] of [
    ['issubset', '<='],
    ['issuperset', '>='],
  ] as const) {
    const lacks = (self: PySet) => (key: Key) => !self.open && !self.entries.has(key);
    const looked = (self: PySet, other: PyValue) =>
      operator === '<=' ? common(self, other) : gathered(vm, other, stopsEarly ? lacks(self) : undefined);
    members[name] = member(
      vm,
      'set',
      name,
      'other, /',
      (self, args) => vm.compare(operator, self, looked(self, args.get('other'))),
      { type: 'bool' },
      owner,
    );
  }
  members.isdisjoint = member(
    vm,
    'set',
    'isdisjoint',
    'other, /',
    (self, args) => {
      const other = gathered(vm, args.get('other'), (key) => self.entries.has(key));
      const open = self.open ?? other.open;
      if ([...other.entries.keys()].some((key) => self.entries.has(key))) return bool(false);
      return open ? vm.derive(open, { type: 'bool' }) : bool(true);
    },
    { type: 'bool' },
    owner,
  );
  if (owner === 'frozenset') return members;
  const updates = {
    update: '|',
    intersection_update: '&',
    difference_update: '-',
    symmetric_difference_update: '^',
  } as const;
  for (const [name, operator] of Object.entries(updates)) {
    const signature = name === 'symmetric_difference_update' ? 'other, /' : '*others';
    members[name] = member(vm, 'set', name, signature, (self, args) => {
      const become = (result: PyValue) => {
        if (result.kind !== 'set') return;
        vm.touch(self);
        self.entries = result.entries;
        self.open = result.open;
      };
      if (operator === '&') become(intersected(vm, self, args.rest, common));
      else if (operator === '^')
        become(vm.binary(operator, copyOf(vm, self), toSet(vm, oneByOne(vm, args.get('other')), false)));
      // Item by item: those before one that is refused stay, or are gone.
      else
        for (const other of args.rest)
          for (const item of oneByOne(vm, other)) {
            if (operator === '|') {
              vm.touch(self);
              addItem(vm, self, item);
            } else become(vm.binary(operator, self, toSet(vm, [item], false)));
          }
      return none;
    });
  }
  members.add = member(vm, 'set', 'add', 'elem, /', (self, args) => {
    vm.touch(self);
    addItem(vm, self, args.get('elem'));
    return none;
  });
  for (const [name, strict] of [
    ['discard', false],
    ['remove', true],
  ] as const) {
    members[name] = member(vm, 'set', name, 'elem, /', (self, args) => {
      const elem = args.get('elem');
      // A set is looked for as the frozenset that it equals.
      const key = hashable(vm, elem.kind === 'set' ? { ...elem, frozen: true } : elem);
      if (key === undefined) {
        vm.spoil(self, vm.derive(args.get('elem')));
        return strict ? unlessRaised(vm, elem, () => none, 'KeyError', elem) : none;
      }
      if (!self.entries.has(key)) return strict && !self.open ? vm.raise('KeyError', args.get('elem')) : none;
      vm.touch(self);
      self.entries.delete(key);
      return none;
    });
  }
  members.pop = member(vm, 'set', 'pop', '', (self) => {
    if (self.open || self.entries.size > 1) {
      const unknown = vm.unknown('the order of a set is not known');
      vm.spoil(self, unknown);
      return unknown;
    }
    const [only] = self.entries.values();
    if (!only) return vm.raise('KeyError', 'pop from an empty set');
    vm.touch(self);
    self.entries = new Map();
    return only;
  });
  members.clear = member(vm, 'set', 'clear', '', (self) => {
    vm.touch(self);
    self.entries = new Map();
    self.open = undefined;
    return none;
  });
  return members;
}

/** The items as a set, until there are enough. */
function gathered(vm: Interpreter, value: PyValue, isEnough: ((key: Key) => boolean) | undefined): PySet {
  const set = toSet(vm, [], false);
  for (const item of oneByOne(vm, value)) {
    addItem(vm, set, item);
    const found = keyOf(item);
    if (isEnough && 'key' in found && isEnough(found.key)) break;
  }
  return set;
}

function intersected(
  vm: Interpreter,
  self: PySet,
  others: readonly PyValue[],
  common: (self: PySet, other: PyValue) => PySet,
): PyValue {
  let result = copyOf(vm, self);
  for (const other of others) {
    // What is no set gives what it has in common.
    const fromOther = other.kind !== 'set' || other.entries.size <= result.entries.size;
    result = setOperation(vm, '&', result, common(result, other), fromOther) as PySet;
  }
  return result;
}

function othersOf(name: string, args: Bound): readonly PyValue[] {
  return name.startsWith('symmetric') ? [args.get('other')] : args.rest;
}

function copyOf(vm: Interpreter, self: PySet): PySet {
  return vm.fresh({ ...self, entries: new Map(self.entries), options: undefined });
}
