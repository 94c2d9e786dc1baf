/** `collections`: the dictionaries and tuples that settings build. */

import { dictOf, keyOf, putEntry } from '../keys.js';
import { fn, instance, type Machine, method, type NativeModule, textOf } from '../native.js';
import { int, list, none, type PyArguments, type PyClass, type PyDict, type PyValue, tuple } from '../value.js';
import { namedTupleClass } from './named-tuple.js';
import { partialClass } from './partial-class.js';

/** The module `collections`. */
export const collectionsModule: NativeModule = {
  standard: true,
  isPackage: true,
  load: (machine) => ({
    OrderedDict: dictClass(machine, 'OrderedDict'),
    defaultdict: defaultDictClass(machine),
    Counter: counterClass(machine),
    namedtuple: fn('collections.namedtuple', '(typename, field_names, *, rename=, defaults=, module=)', (m, args) => {
      const name = textOf(args.get('typename'));
      const given = args.get('field_names');
      const text = textOf(given);
      const fields =
        text === undefined
          ? m.iterate(given).map((field) => textOf(field))
          : text.replaceAll(',', ' ').split(' ').filter(Boolean);
      if (name === undefined || fields.includes(undefined) || args.some('rename'))
        return m.unknown('this namedtuple is not modelled');
      const defaults = args.some('defaults');
      return namedTupleClass(m, { name, fields: fields as string[], defaults: defaults ? m.iterate(defaults) : [] });
    }),
    ...Object.fromEntries(
      ['ChainMap', 'UserDict', 'UserList', 'UserString'].map((name) => [
        name,
        machine.unknown(`\`${name}\` is not modelled`, { symbol: `collections.${name}` }),
      ]),
    ),
    deque: fn('collections.deque', '(iterable=, maxlen=)', (m) => m.unknown('`deque` is not modelled')),
  }),
};

/** A dict whose class is a subclass of `dict`. */
function asDict(machine: Machine, cls: PyClass, args: PyArguments, attached?: PyValue): PyValue {
  const made = machine.call(machine.builtin('dict'), args.positional, args.keywords);
  if (made.kind !== 'dict') return machine.derive(made, { type: 'dict' });
  return { ...made, cls, ...(attached ? { instance: instance(cls, attached) } : {}) };
}

function dictClass(machine: Machine, name: string): PyClass {
  return partialClass(machine, {
    name,
    module: 'collections',
    base: machine.builtinClass('dict'),
    members: {
      move_to_end: method('collections.OrderedDict.move_to_end', '(self, key, last=)', (m, args) => {
        const self = args.get('self');
        const found = keyOf(args.get('key'));
        if (self.kind !== 'dict' || !('key' in found)) return m.unknown('the key is not known');
        const entry = self.entries.get(found.key);
        if (!entry) return m.raise('KeyError', args.get('key'));
        const last = args.optional('last');
        m.touch(self);
        const rest = [...self.entries].filter(([key]) => key !== found.key);
        const own = [found.key, entry] as const;
        self.entries = new Map(!last || m.truth(last) === 'yes' ? [...rest, own] : [own, ...rest]);
        return none;
      }),
    },
    behaviour: { construct: (m, cls, args) => asDict(m, cls, args) },
  });
}

function defaultDictClass(machine: Machine): PyClass {
  return partialClass(machine, {
    name: 'defaultdict',
    module: 'collections',
    base: machine.builtinClass('dict'),
    members: {
      __missing__: method('collections.defaultdict.__missing__', '(self, key)', (m, args) => {
        const self = args.get('self');
        const factory = self.kind === 'dict' ? (self.instance?.payload as PyValue | undefined) : undefined;
        if (!factory || factory.kind === 'none') return m.raise('KeyError', args.get('key'));
        const made = m.call(factory);
        m.setItem(self, args.get('key'), made);
        return made;
      }),
    },
    behaviour: {
      construct(m, cls, args) {
        const [factory = none, ...rest] = args.positional;
        return asDict(m, cls, { positional: rest, keywords: args.keywords }, factory);
      },
    },
  });
}

function counterClass(machine: Machine): PyClass {
  return partialClass(machine, {
    name: 'Counter',
    module: 'collections',
    base: machine.builtinClass('dict'),
    members: {
      __missing__: method('collections.Counter.__missing__', '(self, key)', () => int(0)),
      most_common: method('collections.Counter.most_common', '(self, n=)', (m, args) =>
        mostCommon(m, args.get('self'), args.some('n')),
      ),
    },
    behaviour: {
      construct(m, cls, args) {
        const [given] = args.positional;
        if (!given || given.kind === 'dict' || args.keywords.size > 0) return asDict(m, cls, args);
        const counts: PyDict = dictOf([]);
        for (const item of m.iterate(given)) {
          const found = keyOf(item);
          if (!('key' in found)) return m.derive(item, { type: 'dict' });
          const before = counts.entries.get(found.key)?.value;
          putEntry(counts.entries, found.key, item, int(before?.kind === 'int' ? before.value + 1n : 1n));
        }
        return { ...counts, cls };
      },
    },
  });
}

/** The counts, highest first; equal ones in the order of their first appearance. */
function mostCommon(machine: Machine, self: PyValue, count: PyValue | undefined): PyValue {
  if (self.kind !== 'dict') return machine.derive(self, { type: 'list' });
  const entries = [...self.entries.values()];
  const counts = entries.map(({ value }) => (value.kind === 'int' ? value.value : undefined));
  if (counts.includes(undefined) || self.open) return machine.unknown('the counts are not all known', { type: 'list' });
  const sorted = entries.sort((left, right) => Number(countOf(right.value) - countOf(left.value)));
  const shown = count?.kind === 'int' ? sorted.slice(0, Math.max(0, Number(count.value))) : sorted;
  return list(shown.map(({ key, value }) => tuple([key, value])));
}

function countOf(value: PyValue): bigint {
  return value.kind === 'int' ? value.value : 0n;
}
