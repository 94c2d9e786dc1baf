/** What `type(name, bases, namespace)` and `type.__new__` refuse of their arguments. */
import type { Interpreter } from './interpreter.js';
import type { PyArguments, PyValue } from './value.js';
import { none } from './value.js';

/** A name, the bases and the namespace, each of its type. */
export function refuseTypeArguments(vm: Interpreter, given: readonly PyValue[]): void {
  for (const [at, kind] of (['str', 'tuple', 'dict'] as const).entries()) {
    const one = given[at] ?? none;
    // Of a modelled class the bases are known, if not all members.
    const isModelled = one.kind === 'instance' && one.cls.native !== undefined;
    if (one.kind === kind || (!isModelled && vm.isInstance(one, vm.builtinClass(kind)) !== 'no')) continue;
    const type = one.kind === 'none' ? 'None' : vm.typeName(one);
    vm.raise('TypeError', `type.__new__() argument ${at + 1} must be ${kind}, not ${type}`);
  }
}

/** What stands before them: the metaclass. */
export function refuseNoMetaclass(vm: Interpreter, { positional: [meta, ...rest] }: PyArguments): void {
  const refuse = (words: string): never => vm.raise('TypeError', `type.__new__${words}`);
  if (!meta) refuse('(): not enough arguments');
  else if (meta.kind === 'class') {
    if (!meta.mro.some((cls) => cls === vm.builtinClass('type') || cls.open))
      refuse(`(${meta.name}): ${meta.name} is not a subtype of type`);
    if (rest.length !== 3) refuse(`() takes exactly 3 arguments (${rest.length} given)`);
  } else if (!vm.doubt(meta)) refuse(`(X): X is not a type object (${vm.typeName(meta)})`);
}
