/** `functools`, as far as settings use it. */

import { pythonAtLeast } from '../../environment/surroundings.js';
import { type Bound, fn, instance, type Machine, method, type NativeModule, nativeClass, property } from '../native.js';
import { type PyClass, type PyInstance, type PyValue, record, tuple } from '../value.js';
import { isMany, pull } from './iterator-steps.js';
import { cacheDecorator } from './lru-cache.js';

const accept = { unknowns: 'accept' } as const;

/** The module `functools`. */
export const functoolsModule: NativeModule = {
  standard: true,
  load: (machine) => {
    const partial = partialClass(machine);
    const update = fn(
      'functools.update_wrapper',
      '(wrapper, wrapped, assigned=, updated=)',
      (m, args) => dressed(m, args.get('wrapper'), args.get('wrapped'), args),
      accept,
    );
    return {
      partial,
      reduce: fn('functools.reduce', '(function, iterable, initial=, /)', (m, args) => {
        const source = m.attempt(
          () => m.call(m.builtin('iter'), [args.get('iterable')]),
          ['TypeError'],
          () => m.raise('TypeError', 'reduce() arg 2 must support iteration'),
        );
        let value = args.optional('initial') ?? pull(m, source);
        if (!value) return m.raise('TypeError', 'reduce() of empty iterable with no initial value');
        if (isMany(value)) return m.derive(value);
        for (let item = pull(m, source); item; item = pull(m, source)) {
          if (isMany(item)) return m.derive(item);
          value = m.call(args.get('function'), [value, item]);
        }
        return value;
      }),
      lru_cache: cacheDecorator('lru_cache'),
      cache: cacheDecorator('cache'),
      wraps: fn(
        'functools.wraps',
        '(wrapped, assigned=, updated=)',
        (m, args) => {
          const given = ['wrapped', 'assigned', 'updated'].flatMap((name) => {
            const value = args.optional(name);
            return value ? [[name, value] as const] : [];
          });
          return m.call(partial, [update], new Map(given));
        },
        accept,
      ),
      update_wrapper: update,
      total_ordering: fn('functools.total_ordering', '(cls)', (m, args) => ordered(m, args.get('cls')), accept),
      cached_property: fn(
        'functools.cached_property',
        '(func)',
        (m, args) => {
          // It is kept as its own.
          if (pythonAtLeast(m, 13)) m.getAttribute(args.get('func'), '__module__');
          return { kind: 'descriptor', type: 'cached_property', get: args.get('func') };
        },
        accept,
      ),
    };
  },
};

/** The same, where the names of what is taken over are the usual ones. */
function dressed(machine: Machine, wrapper: PyValue, wrapped: PyValue, args: Bound): PyValue {
  const other = args.optional('assigned') ?? args.optional('updated');
  if (!other) return dressUp(machine, wrapper, wrapped);
  const why = machine.unknown('which attributes a wrapper takes over is not followed');
  machine.spoil(wrapper, why);
  return why;
}

/** The class, which must have one operator to make the others of. */
function ordered(machine: Machine, cls: PyValue): PyValue {
  if (cls.kind !== 'class' || cls.mro.some(({ open }) => open)) return cls;
  const own = cls.mro.filter(({ module }) => module !== 'builtins');
  const names = ['__lt__', '__le__', '__gt__', '__ge__'];
  const builtin = cls.mro.some((one) => one.module === 'builtins' && one.name !== 'object');
  if (builtin || own.some(({ attributes }) => names.some((name) => attributes.entries.has(name)))) return cls;
  return machine.raise('ValueError', 'must define at least one ordering operation: < > <= >=');
}

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
