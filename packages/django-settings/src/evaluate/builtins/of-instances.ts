/** `object.__setattr__` and `object.__delattr__` as classes give them. */
import type { Interpreter } from '../interpreter.js';
import type { PyClass, PyValue } from '../value.js';

/** A member of `object` as a class gives it: one that makes no classes leaves the attributes of classes to `type`, which has no others. */
export function ofInstances(vm: Interpreter, cls: PyClass, member: PyValue): PyValue {
  if (member.kind !== 'native' || !['__setattr__', '__delattr__'].includes(member.name)) return member;
  const { name } = member;
  const makesClasses = cls.mro.includes(vm.builtinClass('type'));
  return vm.once(`${makesClasses ? 'type' : 'object'}.${name} of instances`, () => ({
    ...member,
    call: (machine, args) => {
      const [self] = args.positional;
      if (!makesClasses && self?.kind === 'class') vm.raise('TypeError', `can't apply this ${name} to type object`);
      if (makesClasses && self && self.kind !== 'class' && !vm.doubt(self))
        vm.raise('TypeError', `descriptor '${name}' requires a 'type' object but received a '${vm.typeName(self)}'`);
      return member.call(machine, args);
    },
  }));
}
