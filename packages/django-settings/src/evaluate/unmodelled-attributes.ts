/** Attributes that a value has in CPython and that no model gives: they are unknown, not absent. */
import { hasSpecial, hasUnmodelled, lacksModel } from './builtins/unmodelled.js';
import type { Interpreter } from './interpreter.js';
import { isBareClass, isClassInPython } from './native-type.js';
import { isOfLibrary } from './type-of.js';
import type { PyClass, PyValue } from './value.js';

/** An unknown; `undefined` where CPython has no such attribute either. */
export function unmodelledAttribute(vm: Interpreter, value: PyValue, name: string): PyValue | undefined {
  if ('cls' in value || value.kind === 'class') return ofClass(vm, value, name);
  if (!['module', 'function', 'native', 'method', 'descriptor'].includes(value.kind)) return undefined;
  if (value.kind === 'native' && isClassInPython(value)) {
    const there = name === 'mro' || [value.name, 'type'].some((type) => hasUnmodelled(type, name));
    return isBareClass(value) && !there ? undefined : vm.unknown(`\`${name}\` of \`${value.name}\` is not modelled`);
  }
  const type = vm.typeName(value);
  return hasUnmodelled(type, name) ? vm.unknown(`\`${name}\` of a ${type} is not modelled`) : undefined;
}

/** What a subclass of a builtin class has of it, and what a class of the library keeps for itself. */
function ofClass(vm: Interpreter, value: PyValue, name: string): PyValue | undefined {
  const cls = value.kind === 'class' ? value : vm.typeOf(value);
  if (cls.kind !== 'class') return undefined;
  if (isUnmodelled(cls, name)) return vm.unknown(`\`${name}\` of \`${cls.name}\` is not modelled`);
  if (!/^__\w+__$/u.test(name)) return undefined;
  const base = cls.mro.find((one) => one.module === 'builtins' && hasSpecial(one.name, name));
  return base && vm.unknown(`\`${base.name}.${name}\` is not modelled`);
}

/** Whether an object of that class may have such an attribute, though its model says nothing of it. */
export function isUnmodelled(cls: PyClass, name: string): boolean {
  if (cls.mro.some((one) => lacksModel(one, name))) return true;
  return isOfLibrary(cls) && (/^_(?!_)/.test(name) || name === '__annotations__');
}
