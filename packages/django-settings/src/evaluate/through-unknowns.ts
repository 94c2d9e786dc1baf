/** What is found, or made, by what is not known, and may be something that is. */
import type { Interpreter } from './interpreter.js';
import { type PyDict, type PyUnknown, type PyValue, tuple } from './value.js';

/** Methods that change nothing, whatever has them. */
const looking =
  /^(?:get|keys|values|items|copy|index|count|lower|upper|l?r?strip|r?split|startswith|endswith|format|join|replace|encode|decode)$/u;

/** One of the container's values: those that can be changed are kept, so that what is done to the one found is done to it. */
export function anyOf(vm: Interpreter, values: Iterable<PyValue>, why: PyValue): PyValue {
  const own = [...values].filter(isChangeable);
  return own.length === 0 ? vm.derive(why) : vm.join([...own, vm.derive(why)]);
}

/** Something unknown that may be, or hold, any of these values: what is done to it may be done to them. */
export function maybeOf(vm: Interpreter, why: PyValue, values: Iterable<PyValue>): PyUnknown {
  const own = [...values].filter(isChangeable);
  return { ...vm.derive(why), ...(own.length > 0 ? { reaches: tuple(own) } : {}) };
}

/** Something that follows from an unknown and may still be what that may be. */
export function stillOf(vm: Interpreter, unknown: PyUnknown): PyUnknown {
  return { ...vm.derive(unknown), ...(unknown.reaches ? { reaches: unknown.reaches } : {}) };
}

/** An attribute of something unknown: to call it may change that, unless its name says that it only looks. */
export function attributeOf(vm: Interpreter, unknown: PyUnknown, name: string): PyUnknown {
  return looking.test(name) ? vm.derive(unknown) : stillOf(vm, unknown);
}

/** Take it that what an unknown may be is changed. */
export function changeThrough(vm: Interpreter, { reaches, ...why }: PyUnknown): void {
  if (reaches) vm.spoil(reaches, vm.derive(why));
}

/** The values of a dict; of a namespace none, since too much would be held to be changed. */
export function valuesIn({ namespace, entries }: PyDict): PyValue[] {
  return namespace ? [] : [...entries.values()].map(({ value }) => value);
}

/** Whether something may be done to a value that is seen wherever else it is held. */
export function isChangeable(value: PyValue | undefined): value is PyValue {
  if (value?.kind === 'choice') return value.options.some(isChangeable);
  return value?.kind === 'list' || value?.kind === 'dict' || value?.kind === 'set' || value?.kind === 'instance';
}
