/** `object.__setattr__` and `object.__delattr__` as classes give them. */
import type { Interpreter } from '../interpreter.js';
import type { PyClass, PyValue } from '../value.js';

/** A member of `object` as a class gives it that makes no classes: it leaves the attributes of classes to `type`. */
export function ofInstances(vm: Interpreter, cls: PyClass, member: PyValue): PyValue {
  if (member.kind !== 'native' || !['__setattr__', '__delattr__'].includes(member.name)) return member;
  if (cls.mro.includes(vm.builtinClass('type'))) return member;
  return vm.once(`object.${member.name} of instances`, () => ({
    ...member,
    call: (machine, args) =>
      args.positional[0]?.kind === 'class'
        ? vm.raise('TypeError', `can't apply this ${member.name} to type object`)
        : member.call(machine, args),
  }));
}
