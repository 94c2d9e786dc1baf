/** `list(value)` and its like ask how long a value is before they go through it: a `__len__` of the project runs, and may fail. */
import { iteratorOf } from './advance.js';
import type { Interpreter } from './interpreter.js';
import { Exhausted } from './raised.js';
import type { PyIterator, PyValue } from './value.js';
import { notImplemented } from './value.js';

/** All items of what a list or a tuple is made of. */
export function listed(vm: Interpreter, value: PyValue, loose = false): readonly PyValue[] {
  return vm.iterate(isPlain(value) ? value : listedFrom(vm, value), loose);
}

/** An iterator over a value whose length was asked for. */
export function listedFrom(vm: Interpreter, value: PyValue): PyIterator {
  const source = iteratorOf(vm, value);
  askLength(vm, value);
  return source;
}

/** Whether nothing of the project says how long it is. */
const isPlain = (value: PyValue) =>
  value.kind !== 'instance' && value.kind !== 'iterator' && !(value.kind === 'dict' && value.instance);

/** Asks a value how long it is, or what an iterator is over. */
export function askLength(vm: Interpreter, asked: PyValue): void {
  const value = asked.kind === 'iterator' ? asked.sized : asked;
  if (!value || isPlain(value)) return;
  const own = (name: string) => {
    const found = vm.special(value, name);
    return found?.kind === 'method' && found.callee.kind === 'function' ? found : undefined;
  };
  const again = asked.kind === 'iterator' ? own('__iter__') : undefined;
  if (again && vm.call(again) !== value) throw new Exhausted('an iterator that is not its own is not modelled');
  // What is of no use as a length is as none.
  const unlessOfNoUse = (run: () => PyValue) => vm.attempt(run, ['TypeError'], () => notImplemented);
  if (own('__len__')) {
    const length = unlessOfNoUse(() => vm.call(vm.builtin('len'), [value]));
    if (length.kind === 'int' && length.value > 1n << 28n) throw new Exhausted('so long a list is not made');
    if (length !== notImplemented) return;
  }
  const guess = own('__length_hint__');
  if (!guess) return;
  const length = unlessOfNoUse(() => vm.call(guess));
  if (length === notImplemented || length.kind === 'bool') return;
  if (['none', 'str', 'bytes', 'float', 'list', 'tuple', 'dict', 'set'].includes(length.kind))
    vm.raise('TypeError', `__length_hint__ must be an integer, not ${vm.typeName(length)}`);
  if (length.kind === 'int' && length.value < 0n) vm.raise('ValueError', '__length_hint__() should return >= 0');
  if (length.kind !== 'int' || length.value >= 1n << 28n)
    throw new Exhausted('what a `__length_hint__` of the project leads to is not modelled');
}
