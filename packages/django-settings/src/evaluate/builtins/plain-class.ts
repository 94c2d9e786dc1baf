/** How a builtin class is put together. */
import type { NativeBehaviour, PyClass, PyDict, PyValue } from '../value.js';
import { record } from '../value.js';

/** What a class has; where it is much, made when it is first asked for, since an evaluation uses few of the classes. */
export type Members = Readonly<Record<string, PyValue>> | (() => Readonly<Record<string, PyValue>>);

/** A class of Python's own: nothing can change what it has. */
export function plainClass(
  name: string,
  base: PyClass | undefined,
  members: Members,
  native: NativeBehaviour | undefined,
): PyClass {
  const mro: PyClass[] = [];
  let attributes: PyDict | undefined;
  const cls: PyClass = {
    kind: 'class',
    name,
    module: 'builtins',
    qualname: name,
    mro,
    bases: base ? [base] : [],
    get attributes() {
      attributes ??= { ...record(typeof members === 'function' ? members() : members), namespace: true };
      return attributes;
    },
    open: undefined,
    ...(native ? { native } : {}),
  };
  mro.push(cls, ...(base?.mro ?? []));
  return cls;
}

/** What is certain of an instance of a class of that name. */
export function typed(name: string): { type?: 'str' | 'bool' | 'int' | 'float' | 'list' | 'tuple' | 'dict' | 'set' } {
  const types = ['str', 'bool', 'int', 'float', 'list', 'tuple', 'dict', 'set'] as const;
  const type = types.find((one) => one === name);
  return type ? { type } : {};
}
