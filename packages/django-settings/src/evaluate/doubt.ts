/** Whether a value is wholly known, and how it is made unknown. */
import type { Interpreter } from './interpreter.js';
import { isOrdered, orderUnknown } from './key-order.js';
import type { PyUnknown, PyValue } from './value.js';

const deepest = 40;

/** The first reason why a value is not wholly known. */
export function doubtOf(vm: Interpreter, value: PyValue): PyUnknown | undefined {
  return find(vm, value, new Set(), 0);
}

function find(vm: Interpreter, value: PyValue, seen: Set<PyValue>, depth: number): PyUnknown | undefined {
  if (value.kind === 'unknown') return value;
  const { kind } = value;
  if (kind !== 'list' && kind !== 'tuple' && kind !== 'dict' && kind !== 'set' && kind !== 'choice' && kind !== 'slice')
    return undefined;
  if (depth > deepest || seen.has(value)) return undefined;
  seen.add(value);
  if (kind === 'choice') return first(vm, value.options, seen, depth) ?? vm.unknown('a condition is not known');
  if (kind === 'list' || kind === 'tuple') return first(vm, value.items, seen, depth);
  if (kind === 'slice') return first(vm, [value.start, value.stop, value.step], seen, depth);
  if (value.open) return value.open;
  if (kind === 'dict' && !isOrdered(value)) return vm.unknown(orderUnknown);
  if (kind === 'set') return first(vm, [...value.entries.values()], seen, depth);
  for (const entry of value.entries.values()) {
    const found = find(vm, entry.value, seen, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function first(vm: Interpreter, values: readonly PyValue[], seen: Set<PyValue>, depth: number): PyUnknown | undefined {
  if (values.length > 16) vm.spend(values.length >> 4);
  for (const value of values) {
    const found = find(vm, value, seen, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** Everything reachable from the value that can change is unknown from now on. */
export function spoilValue(vm: Interpreter, value: PyValue, why: PyUnknown): void {
  const stack: PyValue[] = [value];
  const seen = new Set<PyValue>();
  for (let one = stack.pop(); one; one = stack.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    vm.spend(1);
    if (one.kind === 'list') {
      for (const items of [one.items, ...(one.options ?? [])]) for (const item of items) stack.push(item);
      vm.touch(one);
      one.items = [{ ...why, many: true }];
    } else if (one.kind === 'dict') {
      const dict = one;
      if (dict.instance) stack.push(dict.instance.attributes);
      for (const entries of [dict.entries, ...(dict.options ?? [])])
        for (const entry of entries.values()) stack.push(entry.value);
      vm.touch(dict);
      // Of other dicts not even the keys are certain: what it is handed to may take them out.
      if (!dict.namespace) dict.entries = new Map();
      for (const [key, entry] of dict.entries) {
        if (typeof key === 'string' && !key.startsWith('__')) dict.entries.set(key, { ...entry, value: why });
      }
      dict.open = dict.open ?? why;
      dict.first = 0;
    } else if (one.kind === 'set') {
      if (one.frozen) continue;
      vm.touch(one);
      one.entries = new Map();
      one.open = why;
    } else if (one.kind === 'tuple') for (const item of one.items) stack.push(item);
    else if (one.kind === 'choice') stack.push(...one.options);
    else if (one.kind === 'instance') {
      const spoiled = one.cls.mro.find(({ native }) => native?.spoiled)?.native?.spoiled;
      if (one.payload === undefined) stack.push(one.attributes);
      else if (spoiled) {
        vm.touch(one);
        one.payload = spoiled(one, why);
      }
    } else if (one.kind === 'iterator') {
      vm.touch(one);
      one.items = [{ ...why, many: true }];
      one.next = 0;
      one.state = undefined;
    }
  }
}
