/** How models go through any iterable, item after item. */
import type { Machine } from '../native.js';
import type { PyUnknown, PyValue } from '../value.js';

/** Tells the end of an iterator from every item. */
const end: PyUnknown = { kind: 'unknown', why: 'an iterator is at its end' };

export function iter(machine: Machine, value: PyValue): PyValue {
  return machine.call(machine.builtin('iter'), [value]);
}

/** The next item; `undefined` at the end. */
export function pull(machine: Machine, source: PyValue): PyValue | undefined {
  const item = machine.call(machine.builtin('next'), [source, end]);
  return item === end ? undefined : item;
}

export function isMany(item: PyValue): boolean {
  return item.kind === 'unknown' && item.many === true;
}

/** All items, or the unknown among them that stands for any number. */
export function allItems(machine: Machine, value: PyValue): readonly PyValue[] | PyUnknown {
  const made = machine.call(machine.builtin('tuple'), [value]);
  const items = made.kind === 'tuple' ? made.items : machine.iterate(made);
  const open = items.find(isMany);
  return open ? machine.derive(open) : items;
}
