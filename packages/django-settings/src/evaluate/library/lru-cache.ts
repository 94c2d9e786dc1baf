/** `functools.lru_cache` and `functools.cache`: functions that remember what they gave. */
import { keyOf } from '../keys.js';
import { fn, instance, type Machine, method, nativeClass, property } from '../native.js';
import type { PyClass, PyDict, PyInstance, PyValue } from '../value.js';
import { emptyDict, int, none, record, str, tuple } from '../value.js';

const accept = { unknowns: 'accept' } as const;

/** What a wrapper remembers: the results by their arguments, latest used last, within its limit. */
interface Memory {
  readonly results: PyDict;
  readonly most: number | undefined;
  readonly typed: boolean;
}

/** A decorator, with options or without. */
export function cacheDecorator(name: 'lru_cache' | 'cache'): PyValue {
  return fn(
    `functools.${name}`,
    name === 'cache' ? '(user_function, /)' : '(maxsize=, typed=)',
    (machine, args) => {
      if (name === 'cache') return remembering(machine, args.get('user_function'), undefined, false);
      const given = args.optional('maxsize');
      const typed = args.optional('typed');
      const isTyped = typed !== undefined && machine.truth(typed) === 'yes';
      const isPlain = !typed || typed.kind === 'bool' || machine.doubt(typed);
      if (given && isPlain && ['function', 'native', 'method', 'class'].includes(given.kind))
        return remembering(machine, given, 128, isTyped);
      if (given && !['int', 'bool', 'none'].includes(given.kind))
        return given.kind === 'unknown'
          ? machine.derive(given)
          : machine.raise('TypeError', 'Expected first argument to be an integer, a callable, or None');
      const most =
        given?.kind === 'int' || given?.kind === 'bool' ? Math.max(0, Number(given.value)) : given ? undefined : 128;
      return fn(
        'functools.lru_cache.<locals>.decorating_function',
        '(user_function, /)',
        (_, inner) => remembering(machine, inner.get('user_function'), most, isTyped),
        accept,
      );
    },
    accept,
  );
}

/** A function that remembers the last of its results. */
export function remembering(machine: Machine, callee: PyValue, most: number | undefined, typed: boolean): PyValue {
  if (machine.truth(machine.call(machine.builtin('callable'), [callee])) === 'no')
    return machine.raise('TypeError', 'the first argument must be callable');
  const memory: Memory = { results: emptyDict(), most, typed };
  const attributes = record({ __wrapped__: callee });
  for (const name of ['__name__', '__qualname__', '__module__', '__doc__']) {
    const value = machine.findAttribute(callee, name);
    if (value) attributes.entries.set(name, { key: str(name), value });
  }
  return instance(wrapperClass(machine), memory, { ...attributes, namespace: true });
}

function wrapperClass(machine: Machine): PyClass {
  return machine.once('functools._lru_cache_wrapper', () =>
    nativeClass(machine, {
      name: '_lru_cache_wrapper',
      module: 'functools',
      members: {
        __call__: method('_lru_cache_wrapper.__call__', '(self, *args, **extra)', callRemembering, accept),
        __get__: method(
          '_lru_cache_wrapper.__get__',
          '(self, instance, owner=)',
          (m, args) => {
            const owner = args.get('instance');
            if (owner.kind === 'none' && !args.some('owner'))
              return m.unmodelled('this use of `__get__` is not modelled');
            return owner.kind === 'none' ? args.get('self') : { kind: 'method', self: owner, callee: args.get('self') };
          },
          accept,
        ),
        cache_clear: method('_lru_cache_wrapper.cache_clear', '(self)', (m, args) => {
          const memory = memoryOf(args.get('self'));
          if (!memory) return none;
          m.touch(memory.results);
          memory.results.entries = new Map();
          return none;
        }),
        cache_parameters: property('cache_parameters', (m) => m.unknown('how a cache was made is not followed')),
        cache_info: method('_lru_cache_wrapper.cache_info', '(self)', (m) =>
          m.unknown('how often a cache was used is not followed'),
        ),
      },
    }),
  );
}

const memoryOf = (self: PyValue): Memory | undefined =>
  self.kind === 'instance' ? ((self as PyInstance).payload as Memory) : undefined;

function callRemembering(machine: Machine, args: Parameters<Parameters<typeof fn>[2]>[1]): PyValue {
  const self = args.get('self');
  const memory = memoryOf(self);
  const callee = machine.getAttribute(self, '__wrapped__');
  const run = () => machine.call(callee, args.rest, args.extra);
  if (!memory || memory.most === 0) return run();
  const key = keyFor(machine, memory, args.rest, args.extra);
  if (key.kind === 'unknown') return run();
  const found = keyOf(key);
  if (!('key' in found)) return run();
  const { results, most } = memory;
  const known = results.entries.get(found.key);
  if (known) {
    machine.touch(results);
    results.entries.delete(found.key);
    results.entries.set(found.key, known);
    return known.value;
  }
  const value = run();
  machine.touch(results);
  results.entries.set(found.key, { key, value });
  if (most !== undefined && results.entries.size > most) {
    const [oldest] = results.entries.keys();
    if (oldest !== undefined) results.entries.delete(oldest);
  }
  return value;
}

/** As CPython makes it: one `str` or `int` stands for itself, so that `1` and `True` are remembered apart. */
function keyFor(
  machine: Machine,
  { typed }: Memory,
  rest: readonly PyValue[],
  extra: ReadonlyMap<string, PyValue>,
): PyValue {
  const all = [...rest, ...extra.values()];
  const doubt = all.map((value) => machine.doubt(value)).find((one) => one !== undefined);
  if (doubt) return machine.derive(doubt);
  for (const value of all) {
    // Raises what hashing raises.
    machine.setItem(emptyDict(), value, none);
  }
  const [only] = rest;
  if (!typed && extra.size === 0 && rest.length === 1 && only && (only.kind === 'str' || only.kind === 'int'))
    return only;
  const named = [...extra].flatMap(([name, value]) => [str(name), value]);
  const types = typed ? all.map((value) => str(machine.typeName(value))) : [];
  return tuple([tuple(rest), int(extra.size), ...named, ...types]);
}
