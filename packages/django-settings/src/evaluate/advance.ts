/** Iterators, one item after another: what `for`, `next` and unpacking ask of any value. */

import type { Interpreter } from './interpreter.js';
import { isNoIterable } from './no-iterable.js';
import { openBase } from './open-base.js';
import { overDict, overList, overSet } from './over-containers.js';
import { Raised } from './raised.js';
import { isNoSequence } from './type-of.js';
import type { IteratorStep, PyInstance, PyIterator, PyUnknown, PyValue } from './value.js';
import { int, iterator, stepping } from './value.js';

/** What asks others for items, and ends where they end: it keeps no memory of that. */
const passing: ReadonlySet<string> = new Set(
  'map filter zip enumerate starmap dropwhile filterfalse accumulate compress'.split(' '),
);

/** The StopIteration that was raised to end the last iteration that ended: `next` lets it out as it came. */
export const ending = (vm: Interpreter): { raised: Raised | undefined } =>
  vm.once('the end of an iteration', () => ({ raised: undefined }));

/** The next item of an iterator; `undefined` at its end. An unknown with `many` stands for any number of items. */
export function advance(vm: Interpreter, self: PyIterator, loose = false): PyValue | undefined {
  vm.spend(1);
  vm.touch(self);
  if (self.step && self.state !== undefined) {
    const item = stepped(vm, self, self.step, loose);
    if (item === 'stopped') return undefined;
    if (item === undefined && !passing.has(self.type)) {
      ending(vm).raised = undefined;
      vm.touch(self);
      self.state = undefined;
    }
    return item;
  }
  const items = typeof self.items === 'function' ? self.items() : self.items;
  self.items = items;
  const item = items[self.next];
  if (item) self.next += 1;
  else ending(vm).raised = undefined;
  return item;
}

/** What is called for an item, by `map` say, may itself say that there are no more: for this time there are none. */
function stepped(vm: Interpreter, self: PyIterator, step: IteratorStep, loose: boolean) {
  if (self.type === 'generator') return step(vm, self, loose);
  try {
    return step(vm, self, loose);
  } catch (error) {
    if (!(error instanceof Raised && isStop(error))) throw error;
    ending(vm).raised = error;
    return 'stopped' as const;
  }
}

/** Whether an exception ends an iteration. */
export function isStop({ exception }: Raised): boolean {
  return exception.cls.mro.some(({ name }) => name === 'StopIteration');
}

/** `iter(value)`: raises TypeError for what cannot be iterated. */
export function iteratorOf(vm: Interpreter, value: PyValue): PyIterator {
  switch (value.kind) {
    case 'iterator':
      return value;
    case 'list':
      return vm.fresh(overList(vm, value));
    case 'dict': {
      const own = value.instance ? vm.special(value, '__iter__') : undefined;
      if (own?.kind === 'method' && own.callee.kind === 'function') return iteratorGiven(vm, vm.call(own));
      return vm.fresh(overDict(vm, value, 'dict_keyiterator', ({ key }) => key));
    }
    case 'set':
      return vm.fresh(overSet(vm, value));
    case 'range':
      return vm.fresh(
        stepping('range_iterator', value.start, (_, self) => {
          const at = self.state as bigint;
          if (value.step > 0n ? at >= value.stop : at <= value.stop) return undefined;
          self.state = at + value.step;
          return int(at);
        }),
      );
    case 'unknown':
      if (isNoIterable(vm, value)) break;
      return vm.fresh(iterator('iterator', () => vm.iterate(value)));
    case 'str': {
      // Text of ASCII alone has an iterator of its own since Python 3.11.
      const ascii = /^[\0-\x7f]*$/u.test(value.value) && !(vm.python && vm.python[1] < 11);
      return vm.fresh(iterator(ascii ? 'str_ascii_iterator' : 'str_iterator', () => vm.iterate(value)));
    }
    case 'tuple':
    case 'bytes':
    case 'choice':
      return vm.fresh(
        iterator(`${value.kind === 'tuple' ? 'tuple' : vm.typeName(value)}_iterator`, () => vm.iterate(value)),
      );
    case 'instance':
      return overInstance(vm, value);
    case 'int':
    case 'class': {
      const method = vm.special(value, '__iter__');
      if (method && method.kind !== 'none') return iteratorGiven(vm, vm.call(method));
      break;
    }
    default:
  }
  return vm.raise('TypeError', `'${vm.typeName(value)}' object is not iterable`);
}

/** A value that C code goes through: whatever TypeError comes where that begins, it is said in its own words. */
export function begun(vm: Interpreter, value: PyValue, refuse: () => never): PyValue {
  if (isNoIterable(vm, value)) refuse();
  return value.kind === 'instance' ? vm.attempt<PyValue>(() => iteratorOf(vm, value), ['TypeError'], refuse) : value;
}

function overInstance(vm: Interpreter, value: PyInstance): PyIterator {
  const iter = vm.special(value, '__iter__');
  if (iter && iter.kind !== 'none') return iteratorGiven(vm, vm.call(iter));
  if (iter || isNoSequence(value)) vm.raise('TypeError', `'${vm.typeName(value)}' object is not iterable`);
  const item = vm.special(value, '__getitem__');
  if (item) {
    const source = stepping('iterator', 0, (_, self) => {
      const at = self.state as number;
      self.state = at + 1;
      return unlessEnded('IndexError', () => vm.call(item, [int(at)]));
    });
    return vm.fresh({ ...source, sized: value });
  }
  const open = openBase(value);
  if (open) {
    vm.mayRaise(open, 'TypeError');
    return vm.fresh(iterator('iterator', [many(vm, open)]));
  }
  return vm.raise('TypeError', `'${vm.typeName(value)}' object is not iterable`);
}

/** What `__iter__` gave, as an iterator. */
export function iteratorGiven(vm: Interpreter, result: PyValue): PyIterator {
  if (result.kind === 'iterator') return result;
  if (result.kind === 'unknown' || result.kind === 'choice')
    return vm.fresh(iterator('iterator', [many(vm, vm.derive(result))]));
  const next = vm.special(result, '__next__');
  if (next) return vm.fresh({ ...stepping('iterator', true, () => vm.call(next)), sized: result });
  const open = openBase(result);
  if (open) return vm.fresh(iterator('iterator', [many(vm, open)]));
  return vm.raise('TypeError', `iter() returned non-iterator of type '${vm.typeName(result)}'`);
}

/** The value, or nothing where the exception comes that ends an iteration. */
export function unlessEnded(type: string, next: () => PyValue): PyValue | undefined {
  try {
    return next();
  } catch (error) {
    if (error instanceof Raised && error.exception.cls.mro.some(({ name }) => name === type)) return undefined;
    throw error;
  }
}

function many(vm: Interpreter, value: PyUnknown): PyUnknown {
  return { ...vm.derive(value), many: true };
}
