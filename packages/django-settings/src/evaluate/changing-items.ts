/** `container[key] = value` and `del container[key]`, with slices, and with keys and contents that are not known. */
import { begun } from './advance.js';
import { unlessRaised } from './expected-errors.js';
import type { Interpreter } from './interpreter.js';
import { hashable, hasOptions, index, sliceBounds, sliceIndexes } from './items.js';
import { dropInOrder, putInOrder } from './key-order.js';
import { putEntry } from './keys.js';
import { listed } from './listing.js';
import { checkedBodies } from './names.js';
import { openBase } from './open-base.js';
import { payForItems } from './sizes.js';
import { changeThrough } from './through-unknowns.js';
import type { PyClass, PyDict, PyList, PyValue, Storing } from './value.js';
import { none, tuple } from './value.js';

/** `container[key] = to` */
export function setItem(vm: Interpreter, container: PyValue, key: PyValue, to: PyValue): void {
  vm.spend(1);
  if (container.kind === 'unknown') {
    changeThrough(vm, container);
    if (container.shared) vm.spoil(to, container);
    return;
  }
  if (container.kind === 'choice' || hasOptions(container) || key.kind === 'choice') {
    vm.each(key.kind === 'choice' ? key : container, (option) => {
      if (key.kind === 'choice') setItem(vm, container, option, to);
      else if (option === container) plainSetItem(vm, option, key, to);
      else setItem(vm, option, key, to);
      return none;
    });
    return;
  }
  plainSetItem(vm, container, key, to);
}

function plainSetItem(vm: Interpreter, container: PyValue, key: PyValue, to: PyValue): void {
  if (container.kind === 'dict') {
    if (container.instance) {
      const own = vm.special(container, '__setitem__');
      if (own?.kind === 'method' && own.callee.kind === 'function') {
        vm.call(own, [key, to]);
        return;
      }
    }
    // The body of an enumeration sees to what is bound in it, also through `locals()`.
    const storing = container.namespace ? checkedBodies(vm).get(container) : undefined;
    putItem(vm, container, key, storing ? checkedName(vm, storing, key, to) : to);
  } else if (container.kind === 'list') {
    setInList(vm, container, key, to);
  } else {
    const method = vm.special(container, '__setitem__');
    if (!method) refusePlace(vm, container, key);
    if (method) vm.call(method, [key, to]);
    else refuseItems(vm, container, 'does not support item assignment');
  }
}

/** An enumeration asks for the length of what is to be a name before anything else. */
function checkedName(vm: Interpreter, storing: Storing, key: PyValue, to: PyValue): PyValue {
  if (key.kind === 'str') return storing(key.value, to);
  if (key.kind !== 'unknown') {
    vm.call(vm.builtin('len'), [key]);
    vm.unmodelled('a name that is no text is not modelled');
  }
  return to;
}

/** `dict[key] = to` of a plain dict. A key that is not known may be any of those that are there. */
export function putItem(vm: Interpreter, dict: PyDict, key: PyValue, to: PyValue): void {
  vm.spend(1);
  const found = hashable(vm, key);
  if (found === undefined) {
    vm.touch(dict);
    for (const [known, entry] of dict.entries) {
      dict.entries.set(known, { ...entry, value: vm.join([entry.value, to]) });
    }
    dict.open = dict.open ?? vm.derive(key);
  } else if (dict.namespace) {
    vm.journal.touchName(dict, found);
    putEntry(dict.entries, found, key, to);
  } else {
    vm.touch(dict);
    putInOrder(dict, found, key, to);
  }
}

function setInList(vm: Interpreter, list: PyList, key: PyValue, to: PyValue): void {
  const many = list.items.some((item) => item.kind === 'unknown' && item.many);
  if (key.kind === 'slice') {
    // The places are looked at before what is put there.
    sliceBounds(vm, key, list.items.length);
    const plain = vm.python && vm.python[1] < 13 && key.step.kind === 'none';
    const refuse = () =>
      vm.raise('TypeError', plain ? 'can only assign an iterable' : 'must assign iterable to extended slice');
    const values = listed(vm, begun(vm, to, refuse));
    const places = many ? undefined : sliceIndexes(vm, key, list.items.length);
    vm.touch(list);
    if (!places) {
      const why = vm.doubt(tuple([key, ...list.items])) ?? vm.unknown('a slice is not known');
      list.items = [{ ...vm.derive(why), many: true }];
      return;
    }
    if (key.step.kind === 'none' || sliceBounds(vm, key, list.items.length)?.by === 1) {
      const from = places[0] ?? sliceBounds(vm, key, list.items.length)?.from ?? 0;
      payForItems(vm, list.items.length + values.length);
      list.items = [...list.items.slice(0, from), ...values, ...list.items.slice(from + places.length)];
      return;
    }
    const uncounted = values.find((value) => value.kind === 'unknown' && value.many);
    if (uncounted) {
      unlessRaised(vm, uncounted, () => none, 'ValueError');
      for (const place of places) list.items[place] = vm.derive(uncounted);
      return;
    }
    if (places.length !== values.length) {
      vm.raise(
        'ValueError',
        `attempt to assign sequence of size ${values.length} to extended slice of size ${places.length}`,
      );
    }
    for (const [at, place] of places.entries()) list.items[place] = values[at] ?? none;
    return;
  }
  if (key.kind === 'unknown' || many) {
    unlessRaised(vm, key.kind === 'unknown' ? key : list, () => none, 'IndexError', noPlace);
    vm.touch(list);
    list.items = list.items.map((item) => (item.kind === 'unknown' && item.many ? item : vm.join([item, to])));
    return;
  }
  const at = index(vm, key, list.items.length, 'list assignment');
  vm.touch(list);
  list.items[at] = to;
}

/** `del container[key]` */
export function deleteItem(vm: Interpreter, container: PyValue, key: PyValue): void {
  if (container.kind === 'unknown') return changeThrough(vm, container);
  const own = container.kind === 'dict' && container.cls ? vm.special(container, '__delitem__') : undefined;
  if (own?.kind === 'method' && isOfSubclass(own.callee)) {
    vm.call(own, [key]);
    return;
  }
  if (container.kind === 'choice' || hasOptions(container)) {
    vm.each(container, (option) => {
      deletePlainly(vm, option, key);
      return none;
    });
    return;
  }
  deletePlainly(vm, container, key);
}

/** Whether a subclass of `dict` deletes in a way of its own. */
const isOfSubclass = (method: PyValue): boolean =>
  method.kind === 'function' || (method.kind === 'native' && method.qualname.startsWith('collections.'));

/** The same, as the builtin class does it. */
export function deletePlainly(vm: Interpreter, container: PyValue, key: PyValue): void {
  if (container.kind === 'dict') {
    const found = hashable(vm, key);
    if (found === undefined) {
      unlessRaised(vm, key, () => none, 'KeyError', key);
      vm.spoil(container, vm.derive(key));
      // Any of the keys may be gone.
      if (!container.namespace) container.entries = new Map();
      return;
    }
    if (!container.entries.has(found)) {
      if (!container.open) vm.raise('KeyError', key);
      unlessRaised(vm, container.open, () => none, 'KeyError', key);
    }
    vm.touch(container);
    dropInOrder(container, found);
  } else if (container.kind === 'list') {
    const known = !vm.doubt(key) && !container.items.some((item) => item.kind === 'unknown' && item.many);
    if (!known) {
      if (key.kind !== 'slice') unlessRaised(vm, container, () => none, 'IndexError', noPlace);
      vm.spoil(container, vm.derive(vm.doubt(key) ?? vm.doubt(container) ?? key));
      return;
    }
    if (key.kind === 'slice') {
      const gone = new Set(sliceIndexes(vm, key, container.items.length));
      vm.touch(container);
      container.items = container.items.filter((_, at) => !gone.has(at));
      return;
    }
    const at = index(vm, key, container.items.length, 'list assignment');
    vm.touch(container);
    container.items.splice(at, 1);
  } else {
    const method = vm.special(container, '__delitem__');
    if (method) vm.call(method, [key]);
    else {
      refusePlace(vm, container, key);
      // Objects of classes in C that are no sequences are refused as if by any key.
      const isPlain = container.kind === 'instance' && isOfC(container.cls);
      const isPlace = key.kind === 'int' || key.kind === 'bool' || vm.special(key, '__index__') !== undefined;
      const indexed = isPlace && sequences.includes(container.kind) && !isPlain;
      refuseItems(vm, container, `${indexed ? "doesn't support" : 'does not support'} item deletion`);
    }
  }
}

/** What a class that is not wholly known makes of it is not known. */
function refuseItems(vm: Interpreter, container: PyValue, words: string): void {
  const open = openBase(container);
  if (open) vm.mayRaise(open, 'TypeError');
  else vm.raise('TypeError', `'${vm.typeName(container)}' object ${words}`);
}

const isOfC = ({ module, name }: PyClass): boolean =>
  module === 'datetime' || (module === 'builtins' && !name.startsWith('dict_'));

/** Whether there is such a place at all is asked before whether it can be changed. */
function refusePlace(vm: Interpreter, container: PyValue, key: PyValue): void {
  if (key.kind !== 'int' || !sequences.includes(container.kind) || BigInt.asIntN(64, key.value) === key.value) return;
  vm.raise('IndexError', `cannot fit 'int' into an index-sized integer`);
}

const noPlace = 'list assignment index out of range';

/** What has places of which CPython says that they cannot be deleted. */
const sequences: readonly string[] = ['str', 'bytes', 'tuple', 'set', 'range', 'instance'];
