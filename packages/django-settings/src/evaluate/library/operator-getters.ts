/** `operator.itemgetter` and `attrgetter`: objects that read the same items or attributes of whatever they are called with. */
import { instance, type Machine, method, nativeClass } from '../native.js';
import { type PyArguments, type PyClass, type PyInstance, type PyValue, str, tuple } from '../value.js';

const accept = { unknowns: 'accept' } as const;

/** Reads what one key says of a value. */
type Read = (machine: Machine, value: PyValue, key: PyValue) => PyValue;

/** The class of that name; `check` is asked of each key that a getter is made of. */
function getterClass(machine: Machine, name: string, read: Read, check?: (m: Machine, key: PyValue) => void): PyClass {
  const refuse = (m: Machine, { positional, keywords }: PyArguments, only: boolean): void => {
    if (keywords.size > 0) m.raise('TypeError', `${name}() takes no keyword arguments`);
    const { length } = positional;
    if (only ? length !== 1 : length === 0) m.raise('TypeError', `${name} expected 1 argument, got ${length}`);
  };
  return nativeClass(machine, {
    name,
    module: 'operator',
    members: {
      __call__: method(
        `operator.${name}.__call__`,
        '(self, *args, **extra)',
        (m, args) => {
          refuse(m, { positional: args.rest, keywords: args.extra }, true);
          const keys = (args.get('self') as PyInstance).payload as readonly PyValue[];
          const found = keys.map((key) => read(m, args.rest[0] as PyValue, key));
          const [only] = found;
          return found.length === 1 && only ? only : tuple(found);
        },
        accept,
      ),
      __repr__: method(`operator.${name}.__repr__`, '(self)', (m, args) => {
        const keys = m.repr(tuple((args.get('self') as PyInstance).payload as readonly PyValue[]));
        return keys.kind === 'str' ? str(`operator.${name}${keys.value.replace(/,\)$/u, ')')}`) : keys;
      }),
    },
    behaviour: {
      construct: (m, cls, args) => {
        refuse(m, args, false);
        if (check) for (const key of args.positional) check(m, key);
        return instance(cls, args.positional);
      },
    },
  });
}

/** Both classes. */
export const getterClasses = (machine: Machine): Readonly<Record<string, PyValue>> => ({
  itemgetter: getterClass(machine, 'itemgetter', (m, value, key) => m.getItem(value, key)),
  attrgetter: getterClass(
    machine,
    'attrgetter',
    (m, value, key) =>
      key.kind === 'str' ? key.value.split('.').reduce((one, name) => m.getAttribute(one, name), value) : m.derive(key),
    (m, key) => {
      if (key.kind !== 'str' && !m.doubt(key)) m.raise('TypeError', 'attribute name must be a string');
    },
  ),
});
