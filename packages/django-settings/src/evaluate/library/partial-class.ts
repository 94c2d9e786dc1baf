/** Classes of which only a part is modelled: what is missing is unknown, where a complete class raises AttributeError. */
import { type Machine, method, type nativeClass } from '../native.js';
import { type PyClass, pyTrue, record } from '../value.js';

/** The end of the reason why a member of such a class is not known. */
export const inPart = 'is modelled in part';

/** As `nativeClass`, for a class that has more members than these; its instances are true unless a member says otherwise. */
export function partialClass(machine: Machine, spec: Parameters<typeof nativeClass>[1]): PyClass {
  const base = spec.base ?? machine.builtinClass('object');
  const ownTruth = '__bool__' in spec.members || '__len__' in spec.members || spec.base !== undefined;
  const truth = { __bool__: method(`${spec.name}.__bool__`, '(self)', () => pyTrue) };
  const mro: PyClass[] = [];
  const cls: PyClass = {
    kind: 'class',
    name: spec.name,
    module: spec.module,
    qualname: spec.name,
    mro,
    bases: [base],
    attributes: record(ownTruth ? spec.members : { ...truth, ...spec.members }),
    open: machine.unknown(`\`${spec.module}.${spec.name}\` ${inPart}`),
    native: spec.behaviour ?? {},
    ...(spec.metaclass ? { metaclass: spec.metaclass } : {}),
  };
  mro.push(cls, ...base.mro);
  return cls;
}
