/** `mappingproxy`: a dict that can be read and not changed, such as the `__dict__` of a class. */

import type { Interpreter } from './interpreter.js';
import { instance, type Machine, method, nativeClass } from './native.js';
import { slotsOf } from './slots.js';

import type { Entry, Key, PyClass, PyDict, PyInstance, PyValue } from './value.js';
import { emptyDict, none, str } from './value.js';

const read = '__getitem__ __contains__ __iter__ __len__ __reversed__ get keys values items copy'.split(' ');

const accept = { unknowns: 'accept' } as const;

/** What shows a dict as it is by then. */
export function proxyOf(machine: Machine, dict: () => PyDict): PyValue {
  return instance(proxyClass(machine), dict);
}

/** The dict that a `mappingproxy` shows; none of any other value. */
export function shownDict(value: PyValue): PyDict | undefined {
  const isProxy = value.kind === 'instance' && value.cls.name === 'mappingproxy' && value.cls.module === 'builtins';
  return isProxy ? (value.payload as () => PyDict)() : undefined;
}

/** `types.MappingProxyType`. */
export function proxyClass(machine: Machine): PyClass {
  return machine.once('mappingproxy', () => {
    const plain = (value: PyValue): PyValue => shownDict(value) ?? value;
    const dictOf = (self: PyValue) => ((self as PyInstance).payload as () => PyDict)();
    const text = (name: string, before: string, after: string) =>
      method(`mappingproxy.${name}`, '(self)', (m, args) => {
        const shown = m.repr(dictOf(args.get('self')));
        return shown.kind === 'str' ? str(`${before}${shown.value}${after}`) : shown;
      });
    const joined = (name: string, reflected: boolean) =>
      method(
        `mappingproxy.${name}`,
        '(self, other)',
        (m, args) => {
          const [own, other] = [dictOf(args.get('self')), plain(args.get('other'))];
          return reflected ? m.binary('|', other, own) : m.binary('|', own, other);
        },
        accept,
      );
    return nativeClass(machine, {
      name: 'mappingproxy',
      module: 'builtins',
      members: {
        ...Object.fromEntries(
          read.map((name) => [
            name,
            method(
              `mappingproxy.${name}`,
              '(self, *args, **extra)',
              (m, args) => {
                if (args.extra.size > 0 || args.rest.length > (name === 'get' ? 2 : name.startsWith('__') ? 1 : 0))
                  m.raise(
                    'TypeError',
                    m.unknown(`how \`mappingproxy.${name}\` refuses these is not modelled`, { type: 'str' }),
                  );
                return m.call(m.getAttribute(dictOf(args.get('self')), name), args.rest);
              },
              accept,
            ),
          ]),
        ),
        __eq__: method(
          'mappingproxy.__eq__',
          '(self, other)',
          (m, args) => m.compare('==', dictOf(args.get('self')), plain(args.get('other'))),
          accept,
        ),
        // It hands these to its dict, which refuses them in its own name.
        ...Object.fromEntries(
          Object.entries({ __lt__: '<', __le__: '<=', __gt__: '>', __ge__: '>=' }).map(([name, operator]) => [
            name,
            method(
              `mappingproxy.${name}`,
              '(self, other)',
              (m, args) => m.compare(operator, dictOf(args.get('self')), args.get('other')),
              accept,
            ),
          ]),
        ),
        __or__: joined('__or__', false),
        __ror__: joined('__ror__', true),
        __repr__: text('__repr__', 'mappingproxy(', ')'),
        __str__: text('__str__', '', ''),
      },
      behaviour: {
        construct: (m, _, { positional: [given, ...more], keywords }) =>
          given?.kind === 'dict' && more.length === 0 && keywords.size === 0
            ? proxyOf(m, () => given)
            : m.unknown('what a `mappingproxy` is made of is not followed'),
        freeze: () => ({ kind: 'object', type: 'builtins.mappingproxy' }),
      },
    });
  });
}

/** The names in a class that a statement made, as they were when it was made: what is put in later comes after those that CPython adds. */
const bodies = (vm: Interpreter) => vm.once('bodies of classes', () => new WeakMap<PyClass, ReadonlySet<Key>>());

/** Keep which names the body of a class has bound. */
export function noteBody(vm: Interpreter, cls: PyClass): void {
  bodies(vm).set(cls, new Set(cls.attributes.entries.keys()));
}

/** What every class that a statement made has besides, as far as `dir()` tells. */
export function namesOfStatement(vm: Interpreter, cls: PyClass): readonly string[] {
  const isMade = vm.python && vm.python[1] > 12 && bodies(vm).has(cls);
  return isMade ? ['__firstlineno__', '__static_attributes__'] : [];
}

/** Whether it is `object`, or a class of the project without slots that comes of such ones alone. */
const isOrdinary = (one: PyClass): boolean =>
  one.module === 'builtins' ? one.name === 'object' : !one.native && !one.open && !one.metaclass && !slotsOf(one);

/** The `__dict__` of a class: what its body has bound, among what CPython puts there. */
export function namesOfClass(vm: Interpreter, cls: PyClass): PyDict {
  const { entries } = cls.attributes;
  const body = bodies(vm).get(cls);
  const all = emptyDict();
  const put = (name: string, value: PyValue) => {
    if (!entries.has(name)) all.entries.set(name, { key: str(name), value });
  };
  const added = (name: string) => put(name, vm.unknown(`\`${name}\` of a class is not modelled`));
  if (!body || !cls.mro.every(isOrdinary) || !vm.python || vm.python[1] > 13)
    return {
      ...emptyDict(),
      entries: new Map(entries),
      open: vm.unknown('what a class holds besides is not modelled'),
    };
  const since13 = vm.python[1] >= 13;
  const close = () => {
    if (since13) added('__static_attributes__');
    if (cls.mro.length === 2) for (const name of ['__dict__', '__weakref__']) added(name);
    put('__doc__', none);
  };
  let closed = false;
  for (const [key, entry] of entries as ReadonlyMap<Key, Entry>) {
    if (!closed && !body.has(key)) {
      close();
      closed = true;
    }
    all.entries.set(key, entry);
    if (key !== '__module__') continue;
    if (since13) added('__firstlineno__');
    // Room for annotations is made before the body runs.
    const annotations = body.has('__annotations__') && entries.get('__annotations__');
    if (annotations) all.entries.set('__annotations__', annotations);
  }
  if (!closed) close();
  return all;
}
