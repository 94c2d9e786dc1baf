/** Iterators over lists, dicts and sets, which see what is done to these while they are gone over. */
import type { Interpreter } from './interpreter.js';
import { entriesOf, isOrdered } from './key-order.js';
import { keyOf } from './keys.js';
import { Exhausted } from './raised.js';
import type { Entry, Key, PyDict, PyIterator, PyList, PySet, PyValue } from './value.js';
import { iterator, stepping } from './value.js';

const changesUnknown = (what: string) =>
  new Exhausted(`a ${what} changes while it is gone over, and it is not known how`);

/** A list is looked at place by place, from its end where `reverse` says so. */
export function overList(vm: Interpreter, list: PyList, reverse = false): PyIterator {
  let seen: readonly PyValue[] | undefined;
  const isOpen = () => list.options !== undefined || list.items.some((item) => item.kind === 'unknown' && item.many);
  const type = reverse ? 'list_reverseiterator' : 'list_iterator';
  if (reverse && isOpen()) return iterator(type, () => [...vm.iterate(list)].reverse());
  const start = reverse ? list.items.length - 1 : 0;
  return stepping(type, start, (_, self) => {
    vm.spend(list.items.length >> 8);
    if (isOpen()) {
      const same = seen?.length === list.items.length && seen.every((item, at) => item === list.items[at]);
      if (reverse || (!same && self.state !== 0)) throw changesUnknown('list');
      seen = [...list.items];
    }
    const at = self.state as number;
    const item = list.items[at];
    if (item) self.state = at + (reverse ? -1 : 1);
    return item;
  });
}

/** An iterator that has found its dict or set changed in size goes on saying so. */
const broken = -1;

/** What the entries of a dict give, as they are when they are come to, as long as its keys stay. */
export function overDict(
  vm: Interpreter,
  dict: PyDict,
  type: string,
  give: (entry: Entry) => PyValue,
  reverse = false,
): PyIterator {
  const { size } = dict.entries;
  const isOpen = () => dict.open !== undefined || dict.options !== undefined || !isOrdered(dict);
  const isLoose = isOpen() || [...dict.entries.values()].some(({ maybe }) => maybe);
  const isOfPairs = dict.cls?.mro.some(({ name }) => name === 'OrderedDict');
  const refuse = (self: PyIterator): never => {
    self.state = broken;
    const words = isOfPairs ? 'OrderedDict mutated during iteration' : 'dictionary changed size during iteration';
    return vm.raise('RuntimeError', words);
  };
  let items: readonly PyValue[] | undefined;
  let keys: readonly Key[] | undefined;
  const entryAt = reverse ? fromTheEnd(vm, dict) : fromTheStart(dict);
  return stepping(type, 0, (_, self, loose) => {
    const at = self.state as number;
    if (at === broken) return refuse(self);
    if (!isLoose && isOpen()) throw changesUnknown('dict');
    if (dict.entries.size !== size && !dict.open && !dict.options) {
      if ([...dict.entries.values()].some(({ maybe }) => maybe)) throw changesUnknown('dict');
      return refuse(self);
    }
    if (isLoose) {
      items ??= reverse ? entriesOf(vm, dict, give, loose).reverse() : entriesOf(vm, dict, give, loose);
      if (items[at]) self.state = at + 1;
      return items[at];
    }
    keys ??= reverse ? [...dict.entries.keys()].reverse() : [...dict.entries.keys()];
    const [key, entry] = entryAt(at) ?? [];
    // A key was taken out, and another one, or the same, put in.
    if (key !== keys[at] || entry?.maybe) {
      if (isOfPairs) return refuse(self);
      throw changesUnknown('dict');
    }
    if (entry) self.state = at + 1;
    return entry && give(entry);
  });
}

type EntryAt = (at: number) => readonly [Key, Entry] | undefined;

/** Which entry has a place by now; places are asked for one after another. */
function fromTheStart(dict: PyDict): EntryAt {
  let [map, entries, next] = [dict.entries, dict.entries.entries(), 0];
  return (at) => {
    if (map !== dict.entries || next !== at) {
      [map, entries] = [dict.entries, dict.entries.entries()];
      for (next = 0; next < at; next += 1) entries.next();
    }
    const { value, done } = entries.next();
    if (!done) next += 1;
    return done ? undefined : value;
  };
}

function fromTheEnd(vm: Interpreter, dict: PyDict): EntryAt {
  return (at) => {
    vm.spend(dict.entries.size >> 6);
    return [...dict.entries].at(-1 - at);
  };
}

export function overSet(vm: Interpreter, set: PySet): PyIterator {
  const { size } = set.entries;
  const isOpen = set.open !== undefined || set.options !== undefined;
  let items: readonly PyValue[] | undefined;
  const isGone = (item: PyValue) => {
    const found = keyOf(item);
    return 'key' in found && !set.entries.has(found.key);
  };
  return stepping('set_iterator', 0, (_, self, loose) => {
    const at = self.state as number;
    if (!isOpen && (set.entries.size !== size || at === broken)) {
      if (set.open || set.options) throw changesUnknown('set');
      self.state = broken;
      return vm.raise('RuntimeError', 'Set changed size during iteration');
    }
    items ??= vm.iterate(set, loose);
    if (!isOpen && items.some(isGone)) throw changesUnknown('set');
    if (items[at]) self.state = at + 1;
    return items[at];
  });
}
