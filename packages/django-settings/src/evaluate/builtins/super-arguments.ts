/** What `super` refuses: an object that is none of the class that it is to start after. */
import type { Interpreter } from '../interpreter.js';
import { wordsSince } from '../library/words-since.js';
import { nameInMessages } from '../type-names.js';
import type { PyClass, PyValue } from '../value.js';

/** Whether a value is certainly neither an instance nor a subclass. */
export function isForeign(vm: Interpreter, cls: PyClass, value: PyValue): boolean {
  if (vm.doubt(value)) return false;
  if (value.kind === 'class' && value.mro.some((one) => one === cls || one.open)) return false;
  return vm.isInstance(value, cls) === 'no';
}

export function refuseSuper(vm: Interpreter, cls: PyClass, value: PyValue): never {
  const given = value.kind === 'class' ? `type ${nameInMessages(value)}` : `instance of ${vm.typeName(value)}`;
  const words = `super(type, obj): obj (${given}) is not an instance or subtype of type (${nameInMessages(cls)}).`;
  return vm.raise('TypeError', wordsSince(vm, 13, words));
}
