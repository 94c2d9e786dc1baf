/** Attributes as the project sees them: models have special names of their own, and lack others that CPython has. */
import { findAttribute } from './attributes.js';
import type { Interpreter } from './interpreter.js';
import { isOfLibrary } from './type-of.js';
import type { PyValue } from './value.js';

/** The attribute, or `undefined` where Python raises AttributeError. */
export function seenAttribute(
  vm: Interpreter,
  value: PyValue,
  name: string,
): { readonly found: PyValue | undefined; readonly hidden: boolean } {
  const found = findAttribute(vm, value, name);
  const hidden = /^__\w+__$/u.test(name) && (found ? isOfModel(value, name) : mayHave(vm, value, name));
  return { found: hidden ? vm.unmodelled(`\`${name}\` of this is not modelled`) : found, hidden };
}

/** Whether a special name that is found is there for the model alone. */
function isOfModel(value: PyValue, name: string): boolean {
  if (value.kind === 'class') return name === '__bool__' && isOfLibrary(value);
  return (
    (name === '__bool__' || name === '__dict__') &&
    value.kind === 'instance' &&
    isOfLibrary(value.cls) &&
    value.cls.module !== 'types'
  );
}

/** Whether something of the library, which has more special names than its model. */
function mayHave(vm: Interpreter, value: PyValue, name: string): boolean {
  if (value.kind === 'instance' && name === '__name__') return false;
  if (value.kind === 'module') return value.path === undefined && value.directory === undefined;
  if (value.kind === 'super') return true;
  const type = 'cls' in value ? vm.typeOf(value) : value;
  return type.kind === 'class' && type.mro.some(isOfLibrary);
}
