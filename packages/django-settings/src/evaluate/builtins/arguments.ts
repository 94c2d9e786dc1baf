/** What builtin functions make of an argument that has to be a number, with CPython's refusals. */
import type { Machine } from '../native.js';
import { Exhausted } from '../raised.js';
import { resultOfKind } from '../special-results.js';
import type { PyValue } from '../value.js';

/** A whole number, as `__index__` gives it. */
export function wholeNumber(vm: Machine, value: PyValue): bigint {
  return (
    wholeOrNothing(vm, value) ??
    vm.raise('TypeError', `'${vm.typeName(value)}' object cannot be interpreted as an integer`)
  );
}

/** A number that fits an index of C, which bounds what a text or a list can be asked for. */
export function indexNumber(vm: Machine, value: PyValue): number {
  const whole = wholeNumber(vm, value);
  if (BigInt.asIntN(64, whole) !== whole) vm.raise('OverflowError', `Python int too large to convert to C ssize_t`);
  return Number(whole);
}

/** The same, `undefined` for anything that is none. */
export function indexOrNothing(vm: Machine, value: PyValue): number | undefined {
  const whole = wholeOrNothing(vm, value);
  return whole === undefined || BigInt.asIntN(64, whole) !== whole ? undefined : Number(whole);
}

/** A bound of a slice; `undefined` where it is left out or None. */
export function sliceNumber(vm: Machine, value: PyValue | undefined): number | undefined {
  if (value === undefined || value.kind === 'none') return undefined;
  const whole = wholeOrNothing(vm, value);
  if (whole === undefined)
    return vm.raise('TypeError', 'slice indices must be integers or None or have an __index__ method');
  return Number(whole);
}

/** The same; `undefined` for what is no whole number. */
export function wholeOrNothing(vm: Machine, value: PyValue): bigint | undefined {
  if (value.kind === 'int') return value.value;
  if (value.kind === 'bool') return value.value ? 1n : 0n;
  const method = value.kind === 'instance' ? vm.special(value, '__index__') : undefined;
  const result = method ? vm.call(method) : undefined;
  if (!result || result.kind === 'bool') return result && BigInt(result.value);
  if (result.kind === 'unknown' || result.kind === 'choice') throw new Exhausted('what `__index__` gives is not known');
  const refusal = (type: string) => `__index__ returned non-int (type ${type})`;
  return resultOfKind(vm, result, ['int'], refusal).kind === 'int' && result.kind === 'int' ? result.value : undefined;
}

/** A type's name as CPython's argument parser gives it in "must be str, not …". */
export function givenName(vm: Machine, value: PyValue): string {
  return value.kind === 'none' ? 'None' : vm.typeName(value);
}
