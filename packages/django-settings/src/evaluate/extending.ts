/** A list is extended: by what an iterator gives item after item, so that it may go over the very list. */
import { advance } from './advance.js';
import type { Interpreter } from './interpreter.js';
import { listedFrom } from './listing.js';
import { payForItems } from './sizes.js';
import type { PyList, PyValue } from './value.js';

/** `list.extend(iterable)` of a list that may be changed. */
export function extendBy(vm: Interpreter, list: PyList, iterable: PyValue): void {
  if (iterable.kind !== 'iterator' && iterable.kind !== 'instance') {
    const more = vm.iterate(iterable);
    payForItems(vm, list.items.length + more.length);
    for (const item of more) list.items.push(item);
    return;
  }
  const source = listedFrom(vm, iterable);
  for (let item = advance(vm, source); item; item = advance(vm, source)) {
    payForItems(vm, list.items.length);
    vm.touch(list);
    list.items.push(item);
  }
}
