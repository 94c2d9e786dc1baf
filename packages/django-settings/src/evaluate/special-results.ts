/** What special methods of the project may give back: CPython refuses anything else. */
import type { Machine } from './native.js';
import type { PyValue } from './value.js';

/** The result of `__str__`, `__repr__`, `__bytes__` and their like, which is of one kind. */
export function resultOfKind(
  vm: Machine,
  result: PyValue,
  kinds: readonly PyValue['kind'][],
  refusal: (type: string) => string,
): PyValue {
  if (result.kind === 'unknown' || result.kind === 'choice' || kinds.includes(result.kind)) return result;
  // What comes of a class of the kind may be of that kind as well.
  if (result.kind === 'instance' && result.cls.mro.some(({ open, module }) => open || module !== 'builtins'))
    if (result.cls.mro.some(({ name, open }) => open || kinds.some((kind) => kind === name))) return result;
  return vm.raise('TypeError', refusal(vm.typeName(result)));
}
