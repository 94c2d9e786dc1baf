/** `list()`, `tuple()` and `len()`. */
import { unlessRaised } from '../expected-errors.js';
import type { Interpreter } from '../interpreter.js';
import { hasOptions, rangeLength } from '../items.js';
import { listed } from '../listing.js';
import { openBase, unlessLacking } from '../open-base.js';
import { lengthOf } from '../text.js';
import type { PyValue } from '../value.js';
import { int, tuple } from '../value.js';
import { wholeNumber } from './arguments.js';

/** `list(value)`, `tuple(value)` */
export function sequenceOf(vm: Interpreter, value: PyValue | undefined, kind: 'list' | 'tuple'): PyValue {
  if (value && hasOptions(value)) return vm.each(value, (option) => sequenceOf(vm, option, kind));
  const items = value ? listed(vm, value) : [];
  return kind === 'list' ? vm.fresh({ kind: 'list', items: [...items], options: undefined }) : tuple(items);
}

/** The length of a value, as `len()` gives it. */
export function lengthValue(vm: Interpreter, value: PyValue): PyValue {
  const own = value.kind === 'dict' && value.instance ? vm.special(value, '__len__') : undefined;
  if (own?.kind === 'method' && own.callee.kind === 'function') return measured(vm, vm.call(own));
  switch (value.kind) {
    case 'str':
      return int(lengthOf(value.value));
    case 'bytes':
      return int(value.value.length);
    case 'list':
    case 'tuple': {
      const open = value.items.find((item) => item.kind === 'unknown' && item.many);
      return open ? vm.derive(open, { type: 'int' }) : int(value.items.length);
    }
    case 'dict':
    case 'set':
      return value.open ? vm.derive(value.open, { type: 'int' }) : int(value.entries.size);
    case 'range': {
      const length = rangeLength(value);
      return length < 1n << 63n
        ? int(length)
        : vm.raise('OverflowError', 'Python int too large to convert to C ssize_t');
    }
    case 'unknown':
      if (value.type && ['bool', 'int', 'float'].includes(value.type)) return noLength(vm, value);
      return value.type
        ? vm.derive(value, { type: 'int' })
        : unlessRaised(vm, value, () => vm.derive(value, { type: 'int' }), 'TypeError');
    default: {
      const measure = vm.special(value, '__len__');
      if (measure) return measured(vm, vm.call(measure));
      const open = openBase(value);
      return open ? unlessLacking(vm, open, { type: 'int' }) : noLength(vm, value);
    }
  }
}

function noLength(vm: Interpreter, value: PyValue): PyValue {
  return vm.raise('TypeError', `object of type '${vm.typeName(value)}' has no len()`);
}

/** What a `__len__` gave. */
export function measured(vm: Interpreter, length: PyValue): PyValue {
  if (length.kind === 'choice') return vm.each(length, (option) => measured(vm, option));
  if (length.kind === 'unknown') return vm.derive(length, { type: 'int' });
  const whole = wholeNumber(vm, length);
  if (whole < 0n) return vm.raise('ValueError', '__len__() should return >= 0');
  return BigInt.asIntN(64, whole) === whole
    ? int(whole)
    : vm.raise('OverflowError', "cannot fit 'int' into an index-sized integer");
}
