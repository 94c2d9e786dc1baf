/** The members of `type` that classes have: how they are made, and called. */
import { instantiate, newType } from './classes.js';
import type { Interpreter } from './interpreter.js';
import type { NativeCall } from './native.js';
import type { PyValue } from './value.js';

/** What `type` itself does: `__new__` makes a class, `__call__` an instance. */
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
  return undefined;
}
