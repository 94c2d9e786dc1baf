/** What CPython says of an attribute that is not there. */
import { isInitialising } from './initialising.js';
import type { Interpreter } from './interpreter.js';
import { isEnum } from './library/enum-bases.js';
import { isClassInPython } from './native-type.js';
import { isSlot } from './slots.js';
import { nameInMessages } from './type-names.js';
import { isFunction } from './type-of.js';
import type { PyClass, PyValue } from './value.js';

/** The message of the AttributeError for a name that is not there. */
export function noAttribute(vm: Interpreter, value: PyValue, name: string): string {
  if (value.kind === 'module') {
    const own = value.namespace.entries.get('__name__')?.value;
    const called = own?.kind === 'str' ? own.value : value.name;
    const cause = '(most likely due to a circular import)';
    if (!isInitialising(vm, value))
      return vm.importing.includes(`${called}.${name}`)
        ? `cannot access submodule '${name}' of module '${called}' ${cause}`
        : `module '${called}' has no attribute '${name}'`;
    const from = value.path === undefined || !isFrom13(vm) ? '' : ` from '${vm.root}/${value.path}'`;
    return `partially initialized module '${called}'${from} has no attribute '${name}' ${cause}`;
  }
  if (value.kind === 'class' && isMemberProperty(value, name))
    return `<enum '${value.qualname}'> has no attribute '${name}'`;
  if (value.kind === 'class' && name === '__abstractmethods__') return name;
  if (value.kind === 'class' && isFunction(value)) return `'function' object has no attribute '${name}'`;
  if (value.kind === 'class') return `type object '${nameInMessages(value)}' has no attribute '${name}'`;
  if (value.kind === 'native' && isClassInPython(value))
    return `type object '${value.qualname}' has no attribute '${name}'`;
  // A method of Python code asks its function.
  if (value.kind === 'method' && vm.typeName(value) === 'method') return noAttribute(vm, value.callee, name);
  if (value.kind === 'super') return `'super' object has no attribute '${name}'`;
  if (value.kind === 'instance' && isFrom13(vm) && isSlot(value.cls, name))
    return `'${value.cls.module}.${value.cls.qualname}' object has no attribute '${name}'`;
  return `'${vm.typeName(value)}' object has no attribute '${name}'`;
}

const isFrom13 = (vm: Interpreter) => vm.python !== undefined && vm.python[1] >= 13;

/** What only the members of an enumeration have, and its class refuses in words of its own. */
function isMemberProperty(cls: PyClass, name: string): boolean {
  return (name === 'name' || name === 'value') && isEnum(cls);
}
