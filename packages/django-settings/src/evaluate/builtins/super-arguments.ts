/** What `super` takes of the function around it, and what it refuses: an object that is none of the class that it is to start after. */
import type { Interpreter } from '../interpreter.js';
import { wordsSince } from '../library/words-since.js';
import { isClassInPython } from '../native-type.js';
import { Exhausted } from '../raised.js';
import { nameInMessages } from '../type-names.js';
import { type PyClass, type PyValue, stringKey } from '../value.js';

/** Whether a value is certainly neither an instance nor a subclass. */
export function isForeign(vm: Interpreter, cls: PyClass, value: PyValue): boolean {
  if (vm.doubt(value)) return false;
  if (value.kind === 'class') {
    if (value.mro.includes(cls)) return false;
    if (value.mro.some(({ open }) => open)) throw new Exhausted('whether a class is below another is not known');
  }
  return vm.isInstance(value, cls) === 'no';
}

export function refuseNoType(vm: Interpreter, cls: PyValue): void {
  if (cls.kind === 'native' && isClassInPython(cls)) throw new Exhausted(`\`super(${cls.name}, …)\` is not modelled`);
  if (cls.kind !== 'class' && cls.kind !== 'unknown' && cls.kind !== 'choice')
    vm.raise('TypeError', `super() argument 1 must be a type, not ${vm.typeName(cls)}`);
}

export function refuseSuper(vm: Interpreter, cls: PyClass, value: PyValue): never {
  const [, module = 'builtins', name = ''] =
    value.kind === 'native' ? (/^(?:(.*)\.)?(.*)$/u.exec(value.qualname) ?? []) : [];
  const own =
    value.kind === 'class' ? value : value.kind === 'native' && isClassInPython(value) ? { module, name } : undefined;
  const given = own ? `type ${nameInMessages(own)}` : `instance of ${vm.typeName(value)}`;
  const words = `super(type, obj): obj (${given}) is not an instance or subtype of type (${nameInMessages(cls)}).`;
  return vm.raise('TypeError', wordsSince(vm, 13, words));
}

/** `super()`: of the class whose body is around, and of what the first parameter holds by now. */
export function superOfFrame(vm: Interpreter): PyValue {
  const refuse = (words: string): never => vm.raise('RuntimeError', `super(): ${words}`);
  let { frame } = vm;
  while (frame?.name === '<comprehension>' && frame.method?.first !== '.0') frame = frame.closure;
  const first = frame?.method?.first;
  if (!frame?.method || first === undefined) return refuse('no arguments');
  const held = frame.locals.entries.get(stringKey(first))?.value ?? refuse('arg[0] deleted');
  const { cls } = frame.method;
  if (!cls) return refuse('__class__ cell not found');
  const start = cls.current ?? refuse('empty __class__ cell');
  // A list that is written out where a generator begins is gone through as a tuple.
  if (held.kind === 'iterator' && held.type === 'list_iterator')
    return vm.raise('TypeError', vm.unknown('it names a kind of iterator', { type: 'str', truth: true }));
  return isForeign(vm, start, held) ? refuseSuper(vm, start, held) : { kind: 'super', start, self: held };
}
