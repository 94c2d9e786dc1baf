/** `functools` and `operator`, as far as settings use them. */

import { fn, instance, type Machine, method, type NativeModule, nativeClass, property } from '../native.js';
import { int, type PyClass, type PyInstance, type PyValue, record, str, tuple } from '../value.js';
import { cacheDecorator } from './lru-cache.js';

const accept = { unknowns: 'accept' } as const;

/** The module `functools`. */
export const functoolsModule: NativeModule = {
  standard: true,
  load: (machine) => {
    return {
      partial: partialClass(machine),
      reduce: fn('functools.reduce', '(function, iterable, initial=, /)', (m, args) => {
        const source = m.attempt(
          () => m.call(m.builtin('iter'), [args.get('iterable')]),
          ['TypeError'],
          () => m.raise('TypeError', 'reduce() arg 2 must support iteration'),
        );
        const items = [...m.iterate(source)];
        let value = args.optional('initial') ?? items.shift();
        if (!value) return m.raise('TypeError', 'reduce() of empty iterable with no initial value');
        for (const item of items) {
          if (item.kind === 'unknown' && item.many) return m.derive(item);
          value = m.call(args.get('function'), [value, item]);
        }
        return value;
      }),
      lru_cache: cacheDecorator('lru_cache'),
      cache: cacheDecorator('cache'),
      wraps: fn(
        'functools.wraps',
        '(wrapped, assigned=, updated=)',
        (_, outer) =>
          fn(
            'functools.update_wrapper',
            '(wrapper)',
            (m, args) => dressUp(m, args.get('wrapper'), outer.get('wrapped')),
            accept,
          ),
        accept,
      ),
      update_wrapper: fn(
        'functools.update_wrapper',
        '(wrapper, wrapped, assigned=, updated=)',
        (m, args) => dressUp(m, args.get('wrapper'), args.get('wrapped')),
        accept,
      ),
      total_ordering: fn('functools.total_ordering', '(cls)', (_, args) => args.get('cls'), accept),
      cached_property: fn(
        'functools.cached_property',
        '(func)',
        (_, args) => ({ kind: 'descriptor', type: 'cached_property', get: args.get('func') }),
        accept,
      ),
    };
  },
};

/** What makes a wrapper look like what it wraps. */
function dressUp(machine: Machine, wrapper: PyValue, wrapped: PyValue): PyValue {
  for (const name of ['__module__', '__name__', '__qualname__', '__doc__']) {
    const value = machine.findAttribute(wrapped, name);
    if (value) machine.setAttribute(wrapper, name, value);
  }
  if (wrapped.kind === 'function' && wrapper.kind === 'function')
    for (const { key, value } of wrapped.attributes.entries.values())
      if (key.kind === 'str' && !key.value.startsWith('__')) machine.setAttribute(wrapper, key.value, value);
  machine.setAttribute(wrapper, '__wrapped__', wrapped);
  return wrapper;
}

function partialClass(machine: Machine): PyClass {
  return nativeClass(machine, {
    name: 'partial',
    module: 'functools',
    members: {
      __call__: method(
        'functools.partial.__call__',
        '(self, *args, **extra)',
        (m, args) => {
          const { callee, first, keywords } = (args.get('self') as PyInstance).payload as Partial;
          return m.call(callee, [...first, ...args.rest], new Map([...keywords, ...args.extra]));
        },
        accept,
      ),
      func: property('func', (_, self) => ((self as PyInstance).payload as Partial).callee),
      args: property('args', (_, self) => tuple(((self as PyInstance).payload as Partial).first)),
      keywords: property('keywords', (_, self) => record(((self as PyInstance).payload as Partial).keywords)),
    },
    behaviour: {
      construct: (m, cls, args) => {
        const [callee, ...first] = args.positional;
        if (!callee) return m.raise('TypeError', "type 'partial' takes at least one argument");
        const able = m.call(m.builtin('callable'), [callee]);
        if (able.kind === 'bool' && !able.value) return m.raise('TypeError', 'the first argument must be callable');
        // A partial of a partial is one.
        const inner = callee.kind === 'instance' && callee.cls === cls ? (callee.payload as Partial) : undefined;
        const payload: Partial = inner
          ? {
              callee: inner.callee,
              first: [...inner.first, ...first],
              keywords: new Map([...inner.keywords, ...args.keywords]),
            }
          : { callee, first, keywords: args.keywords };
        return instance(cls, payload);
      },
    },
  });
}

/** A callable with arguments that it is given each time. */
interface Partial {
  readonly callee: PyValue;
  readonly first: readonly PyValue[];
  readonly keywords: ReadonlyMap<string, PyValue>;
}

const OPERATORS: Readonly<Record<string, string>> = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  or_: '|',
  and_: '&',
  xor: '^',
  concat: '+',
};
const COMPARISONS: Readonly<Record<string, string>> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  is_: 'is',
  is_not: 'is not',
};

/** The module `operator`. */
export const operatorModule: NativeModule = {
  standard: true,
  load: () => ({
    ...Object.fromEntries(
      Object.entries(OPERATORS).map(([name, sign]) => [
        name,
        fn(`operator.${name}`, '(a, b, /)', (m, args) => m.binary(sign, args.get('a'), args.get('b')), accept),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(COMPARISONS).map(([name, sign]) => [
        name,
        fn(`operator.${name}`, '(a, b, /)', (m, args) => m.compare(sign, args.get('a'), args.get('b')), accept),
      ]),
    ),
    getitem: fn('operator.getitem', '(a, b, /)', (m, args) => m.getItem(args.get('a'), args.get('b')), accept),
    contains: fn('operator.contains', '(a, b, /)', (m, args) => m.compare('in', args.get('b'), args.get('a')), accept),
    itemgetter: fn(
      'operator.itemgetter',
      '(*items)',
      (_, outer) => getter(outer.rest, (m, value, key) => m.getItem(value, key)),
      accept,
    ),
    attrgetter: fn(
      'operator.attrgetter',
      '(*attrs)',
      (_, outer) =>
        getter(outer.rest, (m, value, key) =>
          key.kind === 'str'
            ? key.value.split('.').reduce((one, name) => m.getAttribute(one, name), value)
            : m.derive(key),
        ),
      accept,
    ),
    index: fn('operator.index', '(a, /)', (m, args) =>
      args.get('a').kind === 'int' ? args.get('a') : m.unknown('`operator.index` is not modelled'),
    ),
    truth: fn('operator.truth', '(a, /)', (m, args) => m.call(m.builtin('bool'), [args.get('a')]), accept),
    length_hint: fn('operator.length_hint', '(obj, default=)', (_, args) => args.optional('default') ?? int(0)),
    __name__: str('operator'),
  }),
};

function getter(keys: readonly PyValue[], read: (machine: Machine, value: PyValue, key: PyValue) => PyValue): PyValue {
  return fn(
    'operator.getter',
    '(obj)',
    (machine, args) => {
      const found = keys.map((key) => read(machine, args.get('obj'), key));
      const [only] = found;
      return found.length === 1 && only ? only : tuple(found);
    },
    accept,
  );
}
