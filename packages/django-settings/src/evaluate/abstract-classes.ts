/** Abstract classes: those with methods that are marked as abstract have no instances. */
import type { Interpreter } from './interpreter.js';
import { findInMro } from './mro.js';
import type { PyClass, PyValue } from './value.js';

/** The attribute that `abc.abstractmethod` sets. */
export const abstractMark = '__isabstractmethod__';

/** Raises where a class still has abstract methods. */
export function refuseAbstract(vm: Interpreter, cls: PyClass): void {
  if (!cls.mro.some(({ name, module }) => module === 'abc' && name === 'ABC') && !isAbstractMeta(cls.metaclass)) return;
  if (cls.mro.some(({ open }) => open)) return;
  const names = new Set(cls.mro.flatMap((one) => [...one.attributes.entries.keys()].map(String)));
  const abstract = [...names].filter((name) => isAbstract(findInMro(cls.mro, name)?.entry.value)).sort();
  if (abstract.length === 0) return;
  const methods = abstract.length === 1 ? 'method' : 'methods';
  const newer = vm.python === undefined || vm.python[1] >= 12;
  const listed = newer
    ? `without an implementation for abstract ${methods} ${abstract.map((name) => `'${name}'`).join(', ')}`
    : `with abstract ${methods} ${abstract.join(', ')}`;
  vm.raise('TypeError', `Can't instantiate abstract class ${cls.name} ${listed}`);
}

function isAbstractMeta(meta: PyValue | undefined): boolean {
  return meta?.kind === 'class' && meta.mro.some(({ name, module }) => module === 'abc' && name === 'ABCMeta');
}

function isAbstract(value: PyValue | undefined): boolean {
  if (value?.kind === 'descriptor') return isAbstract(value.get);
  return value?.kind === 'function' && value.attributes.entries.has(abstractMark);
}
