/** The methods of `range` and `slice`. */
import type { Interpreter } from '../interpreter.js';
import { rangeLength, sliceBounds } from '../items.js';
import { Exhausted } from '../raised.js';
import type { PyRange, PyValue } from '../value.js';
import { int, tuple } from '../value.js';
import { wholeNumber } from './arguments.js';
import { plainMember } from './member.js';

export function rangeMembers(vm: Interpreter): Record<string, PyValue> {
  return {
    index: plainMember(
      vm,
      'range',
      'index',
      'value, /',
      (self, args) => {
        const value = args.get('value');
        const at = placeIn(self, value);
        if (at !== undefined) return int(at);
        if (value.kind === 'instance') throw new Exhausted('where an object is in a range is not evaluated');
        if (value.kind !== 'int' && value.kind !== 'bool')
          return vm.raise('ValueError', 'sequence.index(x): x not in sequence');
        const text = vm.repr(value);
        return vm.raise('ValueError', `${text.kind === 'str' ? text.value : 'x'} is not in range`);
      },
      { type: 'int' },
      'ValueError',
    ),
    count: plainMember(vm, 'range', 'count', 'value, /', (self, args) =>
      args.get('value').kind === 'instance'
        ? vm.unknown('how often an object is in a range is not evaluated', { type: 'int' })
        : int(placeIn(self, args.get('value')) === undefined ? 0 : 1),
    ),
  };
}

/** The place of a number in a range, worked out. */
export function placeIn(range: PyRange, value: PyValue): bigint | undefined {
  const whole =
    value.kind === 'int' || value.kind === 'bool' || (value.kind === 'float' && Number.isInteger(value.value))
      ? BigInt(value.value)
      : undefined;
  if (whole === undefined || (whole - range.start) % range.step !== 0n) return undefined;
  const at = (whole - range.start) / range.step;
  return at >= 0n && at < rangeLength(range) ? at : undefined;
}

export function sliceMembers(vm: Interpreter): Record<string, PyValue> {
  return {
    indices: plainMember(vm, 'slice', 'indices', 'length, /', (self, args) => {
      const length = Number(wholeNumber(vm, args.get('length')));
      if (length > Number.MAX_SAFE_INTEGER) return vm.unknown('a slice of so much is not followed', { type: 'tuple' });
      if (length < 0) return vm.raise('ValueError', 'length should not be negative');
      const bounds = sliceBounds(vm, self, length);
      return bounds
        ? tuple([int(bounds.from), int(bounds.to), int(bounds.by)])
        : vm.derive(vm.doubt(tuple([self.start, self.stop, self.step])) ?? self, { type: 'tuple' });
    }),
  };
}
