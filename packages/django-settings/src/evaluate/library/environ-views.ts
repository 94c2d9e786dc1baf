/** What `os.environ.keys()`, `.values()` and `.items()` give: views of `collections.abc`, of which keys and items are like sets. */
import { instance, type Machine, method, nativeClass } from '../native.js';
import { isNoIterable } from '../no-iterable.js';
import { none, notImplemented, type PyClass, type PyInstance, type PyValue, tuple } from '../value.js';
import { abstractMeta } from './abc.js';

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

const UNASKED = 'the environment is asked for what it cannot hold';

type Operation = (machine: Machine, other: PyValue) => PyValue;

/** Whether the environment can be asked for an item: names are texts, and what is looked for among the items is a pair. */
function canBeIn(view: string, item: PyValue): boolean {
  if (view === 'ValuesView' || item.kind === 'unknown' || item.kind === 'choice') return true;
  if (view === 'KeysView') return item.kind === 'str';
  return item.kind === 'tuple' && item.items.length === 2 && item.items[0]?.kind === 'str';
}

/** Whether an item can be put into a set: the operations of `collections.abc` ask that of some items alone. */
function hasHash(item: PyValue): boolean {
  if (item.kind === 'tuple') return item.items.every(hasHash);
  return ['str', 'int', 'bool', 'none', 'unknown', 'choice'].includes(item.kind);
}

function viewClass(machine: Machine, name: string, list: (machine: Machine) => PyValue): PyClass {
  const on = (member: string, run: Operation, other = false) =>
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
  /** With all items of what can be gone through. */
  const withItems =
    (run: Operation): Operation =>
    (m, other) => {
      if (isNoIterable(m, other)) return notImplemented;
      const items = m.iterate(other, true);
      const asked = items.every((item) => canBeIn(name, item) && hasHash(item));
      return asked ? run(m, asSet(m, tuple(items))) : m.unknown(UNASKED);
    };
  const both = (member: string, operator: string) => [
    on(
      `__${member}__`,
      withItems((m, other) => m.binary(operator, asSet(m, list(m)), other)),
      true,
    ),
    on(
      `__r${member}__`,
      withItems((m, other) => m.binary(operator, other, asSet(m, list(m)))),
      true,
    ),
  ];
  const compared = (member: string, operator: string) =>
    on(
      member,
      (m, other) =>
        other.kind === 'set' || (other.kind === 'instance' && m.special(other, '__rand__'))
          ? withItems((_, items) => m.compare(operator, asSet(m, list(m)), items))(m, other)
          : notImplemented,
      true,
    );
  return nativeClass(machine, {
    name,
    module: 'collections.abc',
    metaclass: abstractMeta(machine),
    behaviour: { construct: (m) => m.unmodelled('a view of another mapping is not modelled') },
    members: Object.fromEntries([
      on('__iter__', (m) => m.call(m.builtin('iter'), [list(m)])),
      on('__len__', (m) => m.call(m.builtin('len'), [list(m)])),
      on(
        '__contains__',
        (m, other) => (canBeIn(name, other) ? m.compare('in', other, list(m)) : m.unknown(UNASKED)),
        true,
      ),
      on('__repr__', (m) => m.unknown('it prints the whole environment', { type: 'str', truth: true })),
      ...(name === 'ValuesView'
        ? []
        : [
            // As every set.
            ['__hash__', none] as const,
            ...both('and', '&'),
            ...both('or', '|'),
            ...both('sub', '-'),
            ...both('xor', '^'),
            compared('__eq__', '=='),
            compared('__lt__', '<'),
            compared('__le__', '<='),
            compared('__gt__', '>'),
            compared('__ge__', '>='),
            on(
              'isdisjoint',
              (m, other) => withItems((_, items) => m.invoke(items, 'isdisjoint', list(m)))(m, tuple(m.iterate(other))),
              true,
            ),
          ]),
    ]),
  });
}
