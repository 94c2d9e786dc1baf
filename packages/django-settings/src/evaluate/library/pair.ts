/** Two values out of one, as `first, second = value` unpacks them in a library's code. */
import { pythonAtLeast } from '../../environment/surroundings.js';
import type { Machine } from '../native.js';
import { isNoIterable } from '../no-iterable.js';
import type { PyUnknown, PyValue } from '../value.js';

/** The two, or the unknown that keeps it from being known which they are. */
export function pairOf(machine: Machine, value: PyValue): readonly [PyValue, PyValue] | PyUnknown {
  const isPlainClass = value.kind === 'class' && value.metaclass === undefined;
  if (isPlainClass || isNoIterable(machine, value))
    return machine.raise('TypeError', `cannot unpack non-iterable ${machine.typeName(value)} object`);
  const items = machine.iterate(value);
  const open = items.find((item) => item.kind === 'unknown' && item.many);
  if (open) return machine.derive(open);
  const [first, second] = items;
  if (!first || !second)
    return machine.raise('ValueError', `not enough values to unpack (expected 2, got ${items.length})`);
  if (items.length === 2) return [first, second];
  // Only of what tells its length it is told how many there are.
  const counted = pythonAtLeast(machine, 14) && ['list', 'tuple', 'dict'].includes(value.kind);
  return machine.raise('ValueError', `too many values to unpack (expected 2${counted ? `, got ${items.length}` : ''})`);
}
