/** The members of `type` that classes have: how they are made, and called. */
import { instantiate, newType } from './classes.js';
import type { Interpreter } from './interpreter.js';
import type { NativeCall } from './native.js';
import { none, type PyArguments, type PyValue } from './value.js';

/** What `type` itself does: `__new__` makes a class, `__call__` an instance, `__init__` only counts. */
export function typeMember(vm: Interpreter, name: string, self: PyValue): PyValue | undefined {
  if (self.kind !== 'class') return undefined;
  const isMeta = self.mro.includes(vm.builtinClass('type'));
  const native = (call: NativeCall): PyValue => ({
    kind: 'native',
    name,
    qualname: `type.${name}`,
    method: false,
    call,
  });
  if (isMeta && name === '__new__') return native((_machine, args) => newType(vm, args));
  if (!isMeta && name === '__call__') return native((_machine, args) => instantiate(vm, self, args, true));
  if (isMeta && name === '__init__') return native((_machine, args) => initialiseOther(vm, args));
  if (!isMeta && name === '__init__' && self.metaclass) return native((_machine, args) => initialise(vm, args));
  return undefined;
}

/** `type.__init__` of a class that is made already: it looks at how many arguments there are. */
function initialise(vm: Interpreter, { positional: { length }, keywords, open }: PyArguments): PyValue {
  if (open) return none;
  if (length === 1 && keywords.size > 0) vm.raise('TypeError', 'type.__init__() takes no keyword arguments');
  if (length !== 1 && length !== 3) vm.raise('TypeError', 'type.__init__() takes 1 or 3 arguments');
  return none;
}

/** The same, unbound. */
function initialiseOther(vm: Interpreter, { positional: [self, ...rest], ...args }: PyArguments): PyValue {
  if (args.open || (self && vm.doubt(self))) return none;
  if (!self) return vm.raise('TypeError', "descriptor '__init__' of 'type' object needs an argument");
  if (self.kind === 'class') return initialise(vm, { ...args, positional: rest });
  const words = `requires a 'type' object but received a '${vm.typeName(self)}'`;
  return vm.raise('TypeError', `descriptor '__init__' ${words}`);
}
