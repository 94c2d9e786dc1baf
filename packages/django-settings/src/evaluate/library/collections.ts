/** `collections`: the dictionaries and tuples that settings build. */

import { subclassDict } from '../builtins/subclass-dict.js';
import { isOrdered } from '../key-order.js';
import { keyOf } from '../keys.js';

import { fn, type Machine, method, type NativeModule, nativeClass, textOf } from '../native.js';
import { list, none, type PyArguments, type PyClass, type PyNative, type PyValue, str, tuple } from '../value.js';
import { counterClass } from './counter.js';
import { namedTupleClass } from './named-tuple.js';
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
      const module = textOf(args.some('module'));
      const isOther = args.some('rename') || (args.some('module') && module === undefined);
      if (name === undefined || fields.includes(undefined) || isOther)
        return m.unmodelled('this namedtuple is not modelled');
      const defaults = args.some('defaults');
      return namedTupleClass(m, {
        name,
        module,
        fields: fields as string[],
        defaults: () => (defaults ? m.iterate(defaults) : []),
      });
    }),
    ...Object.fromEntries(
      ['ChainMap', 'UserDict', 'UserList', 'UserString'].map((name) => [
        name,
        machine.unknown(`\`${name}\` is not modelled`, { symbol: `collections.${name}` }),
      ]),
    ),
    deque: fn('collections.deque', '(iterable=, maxlen=)', (m) => m.unmodelled('`deque` is not modelled')),
  }),
};

function dictClass(machine: Machine, name: string): PyClass {
  return nativeClass(machine, {
    name,
    module: 'collections',
    base: machine.builtinClass('dict'),
    members: {
      __init__: fillingWithPairs('__init__'),
      ...Object.fromEntries(['keys', 'values', 'items', 'clear', 'copy'].map((one) => [one, asOfDict(one)])),
      update: fillingWithPairs('update'),
      __ior__: method('collections.OrderedDict.__ior__', '(self, other)', (m, args) => {
        m.invoke(args.get('self'), 'update', args.get('other'));
        return args.get('self');
      }),
      popitem: method(
        'collections.OrderedDict.popitem',
        '(self, last=)',
        (m, args) => {
          const self = args.get('self');
          if (self.kind !== 'dict' || self.open || !isOrdered(self))
            return m.unknown('the order of the keys is not known');
          const last = args.optional('last');
          const found = [...self.entries].at(!last || m.truth(last) === 'yes' ? -1 : 0);
          if (!found) return m.raise('KeyError', 'dictionary is empty');
          m.touch(self);
          self.entries.delete(found[0]);
          return tuple([found[1].key, found[1].value]);
        },
        { changes: true },
      ),
      move_to_end: method(
        'collections.OrderedDict.move_to_end',
        '(self, key, last=)',
        (m, args) => {
          const self = args.get('self');
          m.invoke(self, '__contains__', args.get('key'));
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
        },
        { changes: true },
      ),
    },
    behaviour: { construct: (_, cls) => subclassDict(cls) },
  });
}

/** `OrderedDict()` and its `update`, which take pairs apart themselves and leave the rest to `dict`. */
function fillingWithPairs(name: '__init__' | 'update'): PyNative {
  const fill = (m: Machine, self: PyValue, { positional, ...args }: PyArguments): PyValue => {
    const { length } = positional;
    const given = name === 'update' ? `(${length} given)` : `got ${length}`;
    const most = name === 'update' ? 'update() takes at most 1 positional argument' : 'expected at most 1 arguments,';
    if (length > 1) m.raise('TypeError', `${most} ${given}`);
    const pairs = positional.map((one) => pairsOf(m, one));
    return ofDict(m, 'update').call(m, { ...args, positional: [self, ...pairs] });
  };
  return method(
    `collections.OrderedDict.${name}`,
    '(self, *args, **extra)',
    (m, args) => fill(m, args.get('self'), { positional: args.rest, keywords: args.extra }),
    {
      unknowns: 'accept',
      openly: (m, { positional: [self = none, ...rest], ...args }) => fill(m, self, { ...args, positional: rest }),
    },
  );
}

/** A method that an `OrderedDict` has of its own, and that does what that of a dict does. */
function asOfDict(name: string): PyNative {
  return method(`OrderedDict.${name}`, '(self)', (m, args) => m.call(ofDict(m, name), [args.get('self')]), {
    unknowns: 'accept',
    written: 'C',
  });
}

function ofDict(machine: Machine, name: string): PyNative {
  return machine.builtinClass('dict').attributes.entries.get(name)?.value as PyNative;
}

/** The pairs that an `OrderedDict` is made of: it takes them apart itself, and says so in its own words. */
function pairsOf(machine: Machine, given: PyValue): PyValue {
  if (given.kind === 'dict' || machine.doubt(given) || machine.findAttribute(given, 'keys')) return given;
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
  return nativeClass(machine, {
    name: 'defaultdict',
    module: 'collections',
    base: machine.builtinClass('dict'),
    members: {
      default_factory: none,
      __init__: defaultDictInit,
      __missing__: method(
        'collections.defaultdict.__missing__',
        '(self, key)',
        (m, args) => {
          const self = args.get('self');
          const factory = m.getAttribute(self, 'default_factory');
          if (factory.kind === 'none') return m.raise('KeyError', args.get('key'));
          const made = m.call(factory);
          m.setItem(self, args.get('key'), made);
          return made;
        },
        { unknowns: 'accept' },
      ),
    },
    behaviour: { construct: (_, cls) => subclassDict(cls) },
  });
}

const defaultDictInit = method(
  'collections.defaultdict.__init__',
  '(self, *args, **extra)',
  (m, args) => {
    const [factory = none, ...rest] = args.rest;
    const isCallable = m.call(m.builtin('callable'), [factory]);
    if (factory.kind !== 'none' && isCallable.kind === 'bool' && !isCallable.value)
      return m.raise('TypeError', 'first argument must be callable or None');
    const self = args.get('self');
    m.call(m.getAttribute(m.builtin('object'), '__setattr__'), [self, str('default_factory'), factory]);
    return m.call(ofDict(m, '__init__'), [self, ...rest], args.extra);
  },
  { unknowns: 'accept' },
);
