/** What `os.environ.keys()`, `.values()` and `.items()` give: views of `collections.abc`, of which keys and items are like sets. */
import { instance, type Machine, method, nativeClass } from '../native.js';
import { notImplemented, type PyClass, type PyInstance, type PyValue } from '../value.js';

/** A view, of what is listed whenever it is looked at. */
export function environView(
  machine: Machine,
  name: 'KeysView' | 'ValuesView' | 'ItemsView',
  list: (machine: Machine) => PyValue,
): PyInstance {
  return instance(
    machine.once(`os.environ.${name}`, () => viewClass(machine, name, list)),
    undefined,
  );
}

function viewClass(machine: Machine, name: string, list: (machine: Machine) => PyValue): PyClass {
  const on = (member: string, run: (m: Machine, other: PyValue) => PyValue, other = false) =>
    [
      member,
      method(
        `collections.abc.${name}.${member}`,
        other ? '(self, other)' : '(self)',
        (m, args) => run(m, args.get(other ? 'other' : 'self')),
        { unknowns: 'accept' },
      ),
    ] as const;
  const asSet = (m: Machine, value: PyValue) => m.call(m.builtin('set'), [value]);
  const both = (member: string, operator: string) => [
    on(`__${member}__`, (m, other) => m.binary(operator, asSet(m, list(m)), asSet(m, other)), true),
    on(`__r${member}__`, (m, other) => m.binary(operator, asSet(m, other), asSet(m, list(m))), true),
  ];
  const compared = (member: string, operator: string) =>
    on(
      member,
      (m, other) =>
        other.kind === 'set' || (other.kind === 'instance' && m.special(other, '__rand__'))
          ? m.compare(operator, asSet(m, list(m)), asSet(m, other))
          : notImplemented,
      true,
    );
  return nativeClass(machine, {
    name,
    module: 'collections.abc',
    members: Object.fromEntries([
      on('__iter__', (m) => m.call(m.builtin('iter'), [list(m)])),
      on('__len__', (m) => m.call(m.builtin('len'), [list(m)])),
      on('__contains__', (m, other) => m.compare('in', other, list(m)), true),
      on('__repr__', (m) => m.unknown('it prints the whole environment', { type: 'str', truth: true })),
      ...(name === 'ValuesView'
        ? []
        : [
            ...both('and', '&'),
            ...both('or', '|'),
            ...both('sub', '-'),
            ...both('xor', '^'),
            compared('__eq__', '=='),
            compared('__lt__', '<'),
            compared('__le__', '<='),
            compared('__gt__', '>'),
            compared('__ge__', '>='),
            on('isdisjoint', (m, other) => m.invoke(asSet(m, list(m)), 'isdisjoint', other), true),
          ]),
    ]),
  });
}
