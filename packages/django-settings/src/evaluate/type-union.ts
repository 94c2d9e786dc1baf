/** `int | None`: unions of types as objects, which they are since Python 3.10. */
import type { Interpreter } from './interpreter.js';
import { instance, method, nativeClass, property } from './native.js';
import { isClassInPython } from './native-type.js';
import { isFunction } from './type-of.js';
import type { PyClass, PyInstance, PyValue } from './value.js';
import { str, tuple } from './value.js';

/** The types of a union in the order written, each of them once; `undefined` where the value is no union. */
export function unionMembers(value: PyValue): readonly PyClass[] | undefined {
  return value.kind === 'instance' && isUnionClass(value.cls) ? (value.payload as readonly PyClass[]) : undefined;
}

const isUnionClass = ({ module, name }: PyClass): boolean => module === 'types' && name === 'UnionType';

/** `left | right` of two types, or `undefined` where this is for others to say. */
export function typeUnion(vm: Interpreter, left: PyValue, right: PyValue): PyValue | undefined {
  if (vm.python && vm.python[1] < 10) return undefined;
  // `None` stands for its type, but two of it are no types.
  if (left.kind === 'none' && right.kind === 'none') return undefined;
  const members = [left, right].map((value) => typesOf(vm, value));
  if (members.some((one) => one === 'unmodelled') && !members.includes(undefined))
    return vm.unknown('a union of these types is not evaluated', { truth: true });
  if (!isTypes(members[0]) || !isTypes(members[1])) return undefined;
  const types = [...new Set([...members[0], ...members[1]])];
  return types.length === 1 ? types[0] : instance(unionClass(vm), types);
}

type Types = readonly PyClass[] | 'unmodelled' | undefined;

const isTypes = (types: Types): types is readonly PyClass[] => types !== undefined && types !== 'unmodelled';

function typesOf(vm: Interpreter, value: PyValue): Types {
  if (value.kind === 'native' && isClassInPython(value)) return 'unmodelled';
  if (value.kind === 'none') return [vm.builtinClass('NoneType')];
  if (value.kind === 'class' && isFunction(value)) return 'unmodelled';
  return value.kind === 'class' ? [value] : unionMembers(value);
}

function unionClass(vm: Interpreter): PyClass {
  const membersOf = (self: PyValue) => unionMembers(self) ?? [];
  return vm.once('types.UnionType', () =>
    nativeClass(vm, {
      name: 'UnionType',
      module: 'types',
      members: {
        __args__: property('__args__', (_, self) => tuple(membersOf(self))),
        __parameters__: property('__parameters__', () => tuple([])),
        __getitem__: method('types.UnionType.__getitem__', '(self, key)', (machine, args) => {
          const written = membersOf(args.get('self')).map(nameOf).join(' | ');
          const older = machine.python !== undefined && machine.python[1] < 12;
          return machine.raise(
            'TypeError',
            older ? `There are no type variables left in ${written}` : `${written} is not a generic class`,
          );
        }),
        __repr__: method('types.UnionType.__repr__', '(self)', (_, args) =>
          str(membersOf(args.get('self')).map(nameOf).join(' | ')),
        ),
      },
      // The order of its types does not tell a union from another.
      behaviour: { identity: (self: PyInstance) => membersOf(self).map(nameOf).sort().join(' | ') },
    }),
  );
}

function nameOf({ module, name, qualname }: PyClass): string {
  if (name === 'NoneType') return 'None';
  return module === 'builtins' ? qualname : `${module}.${qualname}`;
}
