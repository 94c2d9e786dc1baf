/** What a key or an index that is not known finds in a container. */
import type { Interpreter } from './interpreter.js';
import type { PyDict, PyValue } from './value.js';

/** One of the container's values: those that can be changed are kept, so that what is done to the one found is done to it. */
export function anyOf(vm: Interpreter, values: Iterable<PyValue>, why: PyValue): PyValue {
  const own = [...values].filter(isChangeable);
  return own.length === 0 ? vm.derive(why) : vm.join([...own, vm.derive(why)]);
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
