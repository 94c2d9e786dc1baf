/** What `type(name, bases, namespace)` and `type.__new__` refuse of their arguments. */
import { refuseMetaclass } from './class-layout.js';
import type { Interpreter } from './interpreter.js';
import { isClassInPython } from './native-type.js';
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
  if (given[1]?.kind === 'tuple') for (const base of given[1].items) refuseBase(vm, base);
}

/** The type of a base that makes no classes is no metaclass. */
function refuseBase(vm: Interpreter, base: PyValue): void {
  if (['class', 'unknown', 'choice'].includes(base.kind) || (base.kind === 'native' && isClassInPython(base))) return;
  const cls = base.kind === 'instance' ? base.cls : undefined;
  if (cls?.mro.some(({ open }) => open) || vm.special(base, '__mro_entries__')) return;
  if (cls === vm.builtinClass('object')) vm.raise('TypeError', 'bases must be types');
  refuseMetaclass(vm);
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
