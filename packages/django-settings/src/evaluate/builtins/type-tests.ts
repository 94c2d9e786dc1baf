/** `isinstance` and `issubclass`. */
import type { Interpreter } from '../interpreter.js';
import { findInMro } from '../mro.js';
import { isClassInPython } from '../native-type.js';
import { isFunction } from '../type-of.js';
import { unionMembers } from '../type-union.js';
import type { PyClass, PyInstance, PyValue } from '../value.js';
import { bool } from '../value.js';

/** Whether a value is of one of the types; with `subclass`, whether the value is a class made of one. */
export function truthOfTypes(vm: Interpreter, value: PyValue, types: PyValue, subclass: boolean): PyValue {
  const unmodelled = [types, ...(subclass ? [value] : [])].find((one) => one.kind === 'native' && isClassInPython(one));
  if (unmodelled?.kind === 'native')
    return vm.unknown(`what is a \`${unmodelled.name}\` is not evaluated`, { type: 'bool' });
  if (types.kind === 'tuple' && types.items.length === 0) return bool(false);
  if (
    subclass &&
    !['class', 'unknown', 'choice', 'descriptor'].includes(value.kind) &&
    !(value.kind === 'instance' && !isNoType(vm, value)) &&
    !unionMembers(value)
  )
    return vm.raise('TypeError', 'issubclass() arg 1 must be a class');
  const members = types.kind === 'tuple' ? types.items : unionMembers(types);
  if (members) {
    let doubt: PyValue | undefined;
    for (const type of members) {
      const one = truthOfTypes(vm, value, type, subclass);
      if (one.kind === 'bool' && one.value) return one;
      if (one.kind !== 'bool') doubt = one;
    }
    return doubt ?? bool(false);
  }
  if (!['class', 'unknown', 'choice', 'instance'].includes(types.kind)) return refuseTypes(vm, subclass);
  if (types.kind === 'instance' && isNoType(vm, types)) return refuseTypes(vm, subclass);
  if (types.kind === 'class' && isFunction(types)) return refuseTypes(vm, subclass);
  if (types.kind !== 'class') return vm.derive(vm.doubt(types) ?? vm.unknown('a class is not known'), { type: 'bool' });
  if (subclass) {
    if (value.kind !== 'class')
      return value.kind === 'unknown'
        ? vm.derive(value, { type: 'bool' })
        : vm.raise('TypeError', 'issubclass() arg 1 must be a class');
    if (value.mro.includes(types)) return bool(true);
    const open = value.mro.find(({ open, native }: PyClass) => open && !native?.wordsItself)?.open;
    return open ? vm.derive(open, { type: 'bool' }) : bool(false);
  }
  const truth = vm.isInstance(value, types);
  return truth === 'maybe' ? vm.derive(vm.doubt(value) ?? value, { type: 'bool' }) : bool(truth === 'yes');
}

function refuseTypes(vm: Interpreter, subclass: boolean): PyValue {
  return vm.raise(
    'TypeError',
    subclass
      ? 'issubclass() arg 2 must be a class, a tuple of classes, or a union'
      : 'isinstance() arg 2 must be a type, a tuple of types, or a union',
  );
}

/** An instance says what belongs to it by a method of its class, or by its bases. */
function isNoType(vm: Interpreter, value: PyInstance): boolean {
  if (value.cls.mro.some((cls) => cls.open) || value.cls.module === 'typing') return false;
  const answers = ['__instancecheck__', '__subclasscheck__'].some((name) => findInMro(value.cls.mro, name));
  return !answers && !vm.findAttribute(value, '__bases__');
}
