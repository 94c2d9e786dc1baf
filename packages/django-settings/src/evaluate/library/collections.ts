/** `collections`: the dictionaries and tuples that settings build. */

import { isOrdered } from '../key-order.js';
import { dictOf, keyOf, putEntry } from '../keys.js';
import { fn, instance, type Machine, method, type NativeModule, textOf } from '../native.js';
import { int, list, none, type PyArguments, type PyClass, type PyDict, type PyValue, tuple } from '../value.js';
import { namedTupleClass } from './named-tuple.js';
import { partialClass } from './partial-class.js';
import { BLANK } from './python-text.js';

/** The module `collections`. */
export const collectionsModule: NativeModule = {
  standard: true,
  isPackage: true,
  load: (machine) => ({
    OrderedDict: dictClass(machine, 'OrderedDict'),
    defaultdict: defaultDictClass(machine),
    Counter: counterClass(machine),
    namedtuple: fn('collections.namedtuple', '(typename, field_names, *, rename=, defaults=, module=)', (m, args) => {
      const name = textOf(m.str(args.get('typename')));
      const given = args.get('field_names');
      const text = textOf(given);
      const fields =
        text === undefined
          ? m.iterate(given).map((field) => textOf(m.str(field)))
          : text
              .replaceAll(',', ' ')
              .split(new RegExp(`[${BLANK}]+`, 'u'))
              .filter(Boolean);
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
      popitem: method('collections.OrderedDict.popitem', '(self, last=)', (m, args) => {
        const self = args.get('self');
        if (self.kind !== 'dict' || self.open || !isOrdered(self))
          return m.unknown('the order of the keys is not known');
        const last = args.optional('last');
        const found = [...self.entries].at(!last || m.truth(last) === 'yes' ? -1 : 0);
        if (!found) return m.raise('KeyError', 'dictionary is empty');
        m.touch(self);
        self.entries.delete(found[0]);
        return tuple([found[1].key, found[1].value]);
      }),
      update: method(
        'collections.OrderedDict.update',
        '(self, other=, /, **extra)',
        (m, args) => {
          const other = args.optional('other');
          const plain = m.getAttribute(m.builtin('dict'), 'update');
          return m.call(plain, [args.get('self'), ...(other ? [pairsOf(m, other)] : [])], args.extra);
        },
        { unknowns: 'accept' },
      ),
      move_to_end: method('collections.OrderedDict.move_to_end', '(self, key, last=)', (m, args) => {
        const self = args.get('self');
        const found = keyOf(args.get('key'));
        if (self.kind !== 'dict' || !('key' in found)) return m.unknown('the key is not known');
        const entry = self.entries.get(found.key);
        if (!entry) return m.raise('KeyError', args.get('key'));
        const last = args.optional('last');
        m.touch(self);
        if (!isOrdered(self)) self.first = 0;
        const rest = [...self.entries].filter(([key]) => key !== found.key);
        const own = [found.key, entry] as const;
        self.entries = new Map(!last || m.truth(last) === 'yes' ? [...rest, own] : [own, ...rest]);
        return none;
      }),
    },
    behaviour: {
      construct: (m, cls, args) =>
        asDict(m, cls, { ...args, positional: args.positional.map((one) => pairsOf(m, one)) }),
    },
  });
}

/** The pairs that an `OrderedDict` is made of: it takes them apart itself, and says so in its own words. */
function pairsOf(machine: Machine, given: PyValue): PyValue {
  const isPairs = ['list', 'tuple', 'set', 'iterator', 'str'].includes(given.kind) && !machine.doubt(given);
  if (!isPairs) return given;
  const pairs = machine.iterate(given);
  for (const pair of pairs) {
    if (machine.doubt(pair)) continue;
    const { length } = machine.iterate(pair);
    const many = length === 1 ? 'value' : 'values';
    if (length < 2) machine.raise('ValueError', `need more than ${length} ${many} to unpack`);
    if (length > 2) machine.raise('ValueError', 'too many values to unpack (expected 2)');
  }
  return list(pairs);
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
        const isCallable = m.call(m.builtin('callable'), [factory]);
        if (factory.kind !== 'none' && isCallable.kind === 'bool' && !isCallable.value)
          return m.raise('TypeError', 'first argument must be callable or None');
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
      update: method('collections.Counter.update', '(self, *args, **extra)', (m, args) => {
        const why = m.unknown('what a `Counter` counts further is not modelled');
        m.spoil(args.get('self'), why);
        return none;
      }),
      // What is not counted is deleted without a word.
      __delitem__: method('collections.Counter.__delitem__', '(self, elem)', (m, args) => {
        const [self, elem] = [args.get('self'), args.get('elem')];
        const found = keyOf(elem);
        if (m.truth(m.compare('in', elem, self)) === 'no') return none;
        const entry = self.kind === 'dict' && 'key' in found ? self.entries.get(found.key) : undefined;
        if (self.kind !== 'dict' || !('key' in found) || !entry || entry.maybe || self.options) {
          m.spoil(self, m.unknown('which counts are deleted is not known'));
          return none;
        }
        m.touch(self);
        self.entries.delete(found.key);
        return none;
      }),
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
