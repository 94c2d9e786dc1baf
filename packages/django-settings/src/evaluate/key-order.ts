/** The order of a dict's keys as far as it is certain: a key that may have been there before has no certain place. */
import type { Interpreter } from './interpreter.js';
import { putEntry } from './keys.js';
import type { Entry, Key, PyDict, PyValue } from './value.js';

/** Why the place of an item of a set is not known. */
export const orderOfSets = 'the order of a set changes with every process';

type Entries = ReadonlyMap<Key, Entry>;

/** How many of its entries certainly come first, in their order. */
export function ordered({ entries, first }: Pick<PyDict, 'first'> & { readonly entries: Entries }): number {
  return first === undefined ? entries.size : Math.min(first, entries.size);
}

/** Whether the place of every known key among the known ones is certain. */
export function isOrdered(dict: Pick<PyDict, 'first'> & { readonly entries: Entries }): boolean {
  return ordered(dict) === dict.entries.size;
}

/** From here on new keys have no certain place. Call after `machine.touch(dict)`. */
export function endOrder(dict: PyDict): void {
  dict.first = ordered(dict);
}

/** `dict[key] = value`; call after `machine.touch(dict)`. One of the keys that are not known may be this one. */
export function putInOrder(dict: PyDict, key: Key, pyKey: PyValue, value: PyValue): void {
  if (dict.open && !dict.namespace && !dict.entries.has(key)) endOrder(dict);
  putEntry(dict.entries, key, pyKey, value);
}

/** `del dict[key]`; call after `machine.touch(dict)`. */
export function dropInOrder(dict: PyDict, key: Key): void {
  if (dict.first !== undefined && dict.first > 0) dict.first -= 1;
  dict.entries.delete(key);
}

/** How many keys several contents have in common at their beginning, in the same order. */
export function sameBeginning(all: readonly Entries[]): number {
  const [first, ...others] = all.map((entries) => [...entries.keys()]);
  if (!first) return 0;
  const end = first.findIndex((key, at) => others.some((keys) => keys[at] !== key));
  return end < 0 ? first.length : end;
}

export const orderUnknown = 'the order of the keys of a dict is not known';

/** What its entries give, in their order; where that is not certain and matters, only what comes first is told apart. */
export function entriesOf(vm: Interpreter, dict: PyDict, give: (entry: Entry) => PyValue, loose = false): PyValue[] {
  const entries = [...dict.entries.values()];
  const certain = ordered(dict);
  if (certain < entries.length) vm.order.lost = true;
  const told = loose ? entries : entries.slice(0, certain);
  const rest = dict.open ?? (told.length < entries.length ? vm.unknown(orderUnknown) : undefined);
  const items = told.map(give);
  return rest ? [...items, { ...vm.derive(rest), many: true }] : items;
}
