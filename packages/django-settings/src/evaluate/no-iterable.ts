/** What certainly cannot be gone through. */
import type { Machine } from './native.js';
import { isNoSequence } from './type-of.js';
import type { PyValue } from './value.js';

/** Whether a value can surely not be iterated. */
export function isNoIterable(vm: Machine, value: PyValue): boolean {
  if (value.kind === 'unknown') return value.type === 'bool' || value.type === 'int' || value.type === 'float';
  if (value.kind === 'instance' && isNoSequence(value)) return true;
  if (value.kind === 'instance' || value.kind === 'class') {
    if (value.kind === 'instance' && value.cls.mro.some((cls) => cls.open)) return false;
    return !vm.special(value, '__iter__') && !vm.special(value, '__getitem__');
  }
  if (value.kind === 'int' && value.cls) return !vm.special(value, '__iter__');
  return [
    'none',
    'bool',
    'int',
    'float',
    'function',
    'native',
    'method',
    'module',
    'slice',
    'special',
    'descriptor',
  ].includes(value.kind);
}
