/** Attributes as the project sees them: models have special names of their own, and lack others that CPython has. */
import { noAttribute } from './attribute-errors.js';
import { findAttribute } from './attributes.js';
import { unlessRaised } from './expected-errors.js';
import type { Interpreter } from './interpreter.js';
import { isOfLibrary } from './type-of.js';
import { isUncertain } from './uncertain-attributes.js';
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

/** The attribute; AttributeError where there is none, and where a handler waits for that, also where there may be none. */
export function getAttribute(vm: Interpreter, value: PyValue, name: string): PyValue {
  const { found } = seenAttribute(vm, value, name);
  if (!found) return vm.raise('AttributeError', noAttribute(vm, value, name));
  if (vm.expected.length === 0 || !isUncertain(vm, value, name)) return found;
  return unlessRaised(vm, found, () => found, 'AttributeError');
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
