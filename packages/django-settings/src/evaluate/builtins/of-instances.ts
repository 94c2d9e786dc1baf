/** What `object` has, as classes give it. */
import type { Interpreter } from '../interpreter.js';
import { Exhausted } from '../raised.js';
import type { PyClass, PyNative, PyValue } from '../value.js';

/** A member of `object` as a class gives it: one that makes no classes leaves the attributes of classes to `type`, which has no others. */
export function ofInstances(vm: Interpreter, cls: PyClass, member: PyValue): PyValue {
  const owner = cls.mro.find((one) => one.native || one.module === 'builtins');
  if (member.kind === 'native' && owner && member.name === '__new__')
    return vm.once(`${owner.module}.${owner.qualname}.__new__`, () =>
      owner.name === 'object' ? ofObjects(member) : ofThoseBelow(member, owner),
    );
  if (member.kind === 'native' && cls === vm.builtinClass('object') && member.name === '__init__')
    return ofObjects(member);
  if (member.kind !== 'native' || !['__setattr__', '__delattr__'].includes(member.name)) return member;
  const { name } = member;
  const makesClasses = cls.mro.includes(vm.builtinClass('type'));
  return vm.once(`${makesClasses ? 'type' : 'object'}.${name} of instances`, () => ({
    ...member,
    call: (machine, args) => {
      const [self] = args.positional;
      if (args.positional.length !== (name === '__setattr__' ? 3 : 2)) return member.call(machine, args);
      if (!makesClasses && self?.kind === 'class') vm.raise('TypeError', `can't apply this ${name} to type object`);
      if (makesClasses && self && self.kind !== 'class' && !vm.doubt(self))
        vm.raise('TypeError', `descriptor '${name}' requires a 'type' object but received a '${vm.typeName(self)}'`);
      return member.call(machine, args);
    },
  }));
}

/** `object.__new__` and `object.__init__` themselves are for what has no builtin class besides: of others they are not followed. */
function ofObjects(member: PyNative): PyNative {
  return {
    ...member,
    call: (machine, args) => {
      const [first] = args.positional;
      const cls = first && (member.name === '__new__' ? first : machine.typeOf(first));
      if (cls?.kind === 'class' && cls.mro.some((one) => one.module === 'builtins' && one.name !== 'object'))
        throw new Exhausted(`what \`object.${member.name}\` refuses is not modelled`);
      return member.call(machine, args);
    },
  };
}

/** The `__new__` of a builtin class, or of one of the library, makes only what is below that class. */
function ofThoseBelow(member: PyNative, owner: PyClass): PyNative {
  return {
    ...member,
    call: (machine, args) => {
      const [cls] = args.positional;
      if (cls?.kind === 'class' && !cls.mro.includes(owner)) {
        if (owner.module !== 'builtins') throw new Exhausted(`what \`${owner.name}.__new__\` refuses is not modelled`);
        const [made, base] = [cls.name, owner.name];
        machine.raise('TypeError', `${base}.__new__(${made}): ${made} is not a subtype of ${base}`);
      }
      return member.call(machine, args);
    },
  };
}
