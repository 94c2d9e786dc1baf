/** `container[key]`: reading, storing, deleting, with slices. */
import { sliceNumber, wholeOrNothing } from './builtins/arguments.js';
import { unlessRaised } from './expected-errors.js';
import type { Interpreter } from './interpreter.js';
import { keyOf } from './keys.js';
import { shownDict } from './mapping-proxy.js';
import { used } from './names.js';
import { isBareClass, isClassInPython } from './native-type.js';
import { openBase, unlessLacking } from './open-base.js';
import { resultOfKind } from './special-results.js';
import { characters } from './text.js';
import { anyOf, maybeOf, stillOf, valuesIn } from './through-unknowns.js';
import { nameInMessages } from './type-names.js';
import type { Key, PyClass, PyDict, PyNative, PyRange, PySlice, PyValue } from './value.js';
import { bytes, int, none, str, tuple } from './value.js';

/** The key of a value for a dict or set; raises TypeError where it cannot be one; `undefined` where it is not known. */
export function hashable(vm: Interpreter, value: PyValue, as = ''): Key | undefined {
  const shown = shownDict(value);
  // The view of a dict hands the question on since Python 3.12.
  if (shown && (!vm.python || vm.python[1] > 11)) return hashable(vm, shown, as);
  const found: ReturnType<typeof keyOf> = shown ? { unhashable: 'mappingproxy' } : keyOf(value);
  // Slices can be hashed since Python 3.12.
  if (value.kind === 'slice' && vm.python && vm.python[1] < 12) vm.raise('TypeError', `unhashable type: 'slice'${as}`);
  if ('unhashable' in found) vm.raise('TypeError', `unhashable type: '${found.unhashable}'${as}`);
  const own = value.kind === 'instance' ? vm.special(value, '__hash__') : undefined;
  if (own) resultOfKind(vm, vm.call(own), ['int', 'bool'], () => '__hash__ method should return an integer');
  return 'key' in found ? found.key : undefined;
}

export function getItem(vm: Interpreter, container: PyValue, key: PyValue): PyValue {
  vm.spend(1);
  if (container.kind === 'unknown') {
    const found = () => stillOf(vm, container);
    return key.kind === 'str'
      ? unlessRaised(vm, container, found, 'KeyError', key)
      : unlessRaised(vm, container, found, 'IndexError', 'list index out of range');
  }
  if (key.kind === 'choice') return vm.each(key, (option) => vm.getItem(container, option));
  if (container.kind === 'choice' || hasOptions(container)) {
    return vm.each(container, (option) => plainGetItem(vm, option, key));
  }
  return plainGetItem(vm, container, key);
}

export function hasOptions(value: PyValue): boolean {
  return (value.kind === 'list' || value.kind === 'dict' || value.kind === 'set') && value.options !== undefined;
}

function plainGetItem(vm: Interpreter, container: PyValue, key: PyValue): PyValue {
  switch (container.kind) {
    case 'choice':
    case 'unknown':
      return vm.getItem(container, key);
    case 'dict':
      return getFromDict(vm, container, key);
    case 'list':
    case 'tuple':
      return getFromSequence(vm, container.kind, container.items, key);
    case 'str': {
      if (key.kind === 'unknown')
        return unlessRaised(vm, key, () => vm.derive(key, { type: 'str' }), 'IndexError', 'string index out of range');
      vm.spend(container.value.length >> 6);
      const units = characters(container.value);
      if (key.kind === 'slice') {
        const picked = slice(vm, units, key);
        return picked
          ? str(picked.join(''))
          : vm.derive(vm.doubt(tuple([key.start, key.stop, key.step])) ?? key, { type: 'str' });
      }
      return str(units[index(vm, key, units.length, 'string')] ?? '');
    }
    case 'bytes': {
      if (key.kind === 'unknown') return vm.derive(key);
      vm.spend(container.value.length >> 6);
      const units = container.value.split('');
      if (key.kind === 'slice') return bytes((slice(vm, units, key) ?? []).join(''));
      return int(units[index(vm, key, units.length, 'byte')]?.charCodeAt(0) ?? 0);
    }
    case 'range':
      return getFromRange(vm, container, key);
    case 'class': {
      const method = vm.findAttribute(container, '__class_getitem__');
      // It is a class method without being marked as one.
      if (method?.kind === 'function') return vm.call(method, [container, key]);
      if (method && !(method.kind === 'unknown' && isPlain(container))) return vm.call(method, [key]);
      if (container.metaclass) {
        const item = vm.special(container, '__getitem__');
        if (item) return vm.call(item, [key]);
      }
      if (container.module === 'builtins' && container.name === 'type')
        return vm.unknown('`type[…]` is not evaluated', { truth: true });
      if (container.module === 'builtins' && ['slice', 'memoryview', 'mappingproxy'].includes(container.name))
        return vm.unknown(`\`${container.name}[…]\` is not evaluated`, { truth: true });
      const name = nameInMessages(container);
      if (isPlain(container) || /^(?:operator|types|_io)\./u.test(name))
        return vm.raise('TypeError', `type '${name}' is not subscriptable`);
      const open = container.mro.find((cls) => cls.open)?.open;
      return open ? vm.derive(open) : vm.unknown(`\`${container.name}[…]\` is not evaluated`, { truth: true });
    }
    default: {
      const method = vm.special(container, '__getitem__');
      if (method) return vm.call(method, [key]);
      const open = openBase(container);
      if (open) return unlessLacking(vm, open);
      if (container.kind === 'native' && isClassInPython(container)) return ofNativeClass(vm, container);
      return vm.raise('TypeError', `'${vm.typeName(container)}' object is not subscriptable`);
    }
  }
}

/** Classes of the library that are modelled and take no types in brackets. */
const ungeneric = /^(?:(?:pathlib\._local|datetime)\.\w+|types\.SimpleNamespace)$/u;
const genericBuiltins =
  /^(?:list|dict|tuple|set|frozenset|type|slice|memoryview|generator|iterator|dict_\w+|(?:Base)?ExceptionGroup)$/u;

/** A class that certainly is no generic one: of the project, or a builtin that is none. */
/** Of classes that are modelled as functions, a few take types in brackets. */
function ofNativeClass(vm: Interpreter, cls: PyNative): PyValue {
  if (isBareClass(cls) && cls.qualname !== 'enumerate')
    return vm.raise('TypeError', `type '${cls.qualname}' is not subscriptable`);
  return vm.unknown(`\`${cls.name}[…]\` is not evaluated`, { truth: true });
}

function isPlain({ mro, metaclass }: PyClass): boolean {
  return (
    !metaclass &&
    mro.every(
      ({ module, name, native, open, attributes }) =>
        !open &&
        !attributes.entries.has('__type_params__') &&
        (module === 'builtins' ? !genericBuiltins.test(name) : !native || ungeneric.test(`${module}.${name}`)),
    )
  );
}

function getFromDict(vm: Interpreter, dict: PyDict, key: PyValue): PyValue {
  if (dict.instance) {
    const own = vm.special(dict, '__getitem__');
    if (own?.kind === 'method' && own.callee.kind === 'function') return vm.call(own, [key]);
  }
  return getPlainly(vm, dict, key);
}

/** `dict.__getitem__`, which asks a subclass for what is missing. */
export function getPlainly(vm: Interpreter, dict: PyDict, key: PyValue): PyValue {
  const found = hashable(vm, key);
  if (found === undefined) return getUnknown(vm, dict, key);
  const entry = dict.entries.get(found);
  if (entry) return used(vm, entry, key.kind === 'str' ? key.value : '', undefined);
  const { open } = dict;
  if (open) return unlessRaised(vm, open, () => stillOf(vm, open), 'KeyError', key);
  const missing = dict.cls ? vm.special(dict, '__missing__') : undefined;
  if (missing) return vm.call(missing, [key]);
  return vm.raise('KeyError', key);
}

function getUnknown(vm: Interpreter, dict: PyDict, key: PyValue): PyValue {
  const there = () => unlessRaised(vm, key, () => anyOf(vm, valuesIn(dict), key), 'KeyError', key);
  const missing = dict.cls ? vm.special(dict, '__missing__') : undefined;
  return missing ? vm.fork([there, () => vm.call(missing, [key])], vm.doubt(key)) : there();
}

function getFromSequence(vm: Interpreter, kind: 'list' | 'tuple', items: readonly PyValue[], key: PyValue): PyValue {
  if (key.kind === 'unknown')
    return unlessRaised(vm, key, () => anyOf(vm, items, key), 'IndexError', `${kind} index out of range`);
  vm.spend(items.length >> 8);
  const many = items.findIndex((item) => item.kind === 'unknown' && item.many);
  if (key.kind === 'slice') {
    const whole = key.start.kind === 'none' && key.stop.kind === 'none' && key.step.kind === 'none';
    const picked = many >= 0 && !whole ? undefined : whole ? items : slice(vm, items, key);
    const doubt = vm.doubt(tuple([key.start, key.stop, key.step])) ?? items[many];
    if (!picked) return { ...maybeOf(vm, doubt ?? none, items), type: kind };
    return kind === 'list' ? vm.fresh({ kind: 'list', items: [...picked], options: undefined }) : tuple(picked);
  }
  if (many >= 0) {
    // What is no place at all is refused whatever the items are.
    if (key.kind !== 'choice' && wholeOrNothing(vm, key) === undefined) index(vm, key, 0, kind);
    const at = key.kind === 'int' ? Number(key.value) : Number.NaN;
    if (at >= 0 && at < many) return items[at] ?? none;
    const tail = items.length - 1 - items.findLastIndex((item) => item.kind === 'unknown' && item.many);
    if (at < 0 && -at <= tail) return items[items.length + at] ?? none;
    const { many: _, ...one } = items[many] as Extract<PyValue, { kind: 'unknown' }>;
    return unlessRaised(vm, one, () => vm.derive(one), 'IndexError', `${kind} index out of range`);
  }
  return items[index(vm, key, items.length, kind)] ?? none;
}

function getFromRange(vm: Interpreter, range: PyRange, key: PyValue): PyValue {
  if (key.kind === 'unknown') return vm.derive(key);
  const length = rangeLength(range);
  const at = (place: number | bigint) => range.start + BigInt(place) * range.step;
  if (key.kind !== 'slice') {
    const value = wholeOrNothing(vm, key);
    if (value === undefined) return int(index(vm, key, 0, 'range'));
    const place = value < 0n ? value + length : value;
    return place >= 0n && place < length ? int(at(place)) : vm.raise('IndexError', 'range object index out of range');
  }
  if (length > Number.MAX_SAFE_INTEGER) return vm.unknown('slices of so long a range are not followed');
  const bounds = sliceBounds(vm, key, Number(length));
  if (!bounds) return vm.derive(vm.doubt(tuple([key.start, key.stop, key.step])) ?? key);
  return { kind: 'range', start: at(bounds.from), stop: at(bounds.to), step: range.step * BigInt(bounds.by) };
}

/** `len(range)` */
export function rangeLength({ start, stop, step }: PyRange): bigint {
  const span = step > 0n ? stop - start : start - stop;
  const size = step > 0n ? step : -step;
  return span <= 0n ? 0n : (span + size - 1n) / size;
}

/** The place an int means; raises IndexError and TypeError as Python. */
export function index(vm: Interpreter, key: PyValue, length: number, what: string): number {
  const value = wholeOrNothing(vm, key);
  if (value === undefined) {
    if (what === 'string') return vm.raise('TypeError', `string indices must be integers, not '${vm.typeName(key)}'`);
    const kind = what.replace(' assignment', '');
    return vm.raise('TypeError', `${kind} indices must be integers or slices, not ${vm.typeName(key)}`);
  }
  if (BigInt.asIntN(64, value) !== value)
    return vm.raise('IndexError', `cannot fit '${vm.typeName(key)}' into an index-sized integer`);
  const at = value < 0n ? value + BigInt(length) : value;
  if (at < 0n || at >= BigInt(length)) {
    const where: Readonly<Record<string, string>> = { byte: 'index', range: 'range object index' };
    return vm.raise('IndexError', `${where[what] ?? `${what} index`} out of range`);
  }
  return Number(at);
}

/** From where to where a slice goes, and by which step; `undefined` where a bound is not known. */
export function sliceBounds(
  vm: Interpreter,
  key: PySlice,
  length: number,
): { readonly from: number; readonly to: number; readonly by: number } | undefined {
  const bound = (value: PyValue): number | undefined | 'unknown' =>
    value.kind === 'unknown' || value.kind === 'choice' ? 'unknown' : sliceNumber(vm, value);
  // CPython looks at the step first.
  const step = bound(key.step);
  if (step === 0) return vm.raise('ValueError', 'slice step cannot be zero');
  const [start, stop] = [bound(key.start), bound(key.stop)];
  if (start === 'unknown' || stop === 'unknown' || step === 'unknown') return undefined;
  const by = step ?? 1;
  const clamp = (value: number | undefined, otherwise: number): number => {
    if (value === undefined) return otherwise;
    const at = value < 0 ? value + length : value;
    return by > 0 ? Math.max(0, Math.min(length, at)) : Math.max(-1, Math.min(length - 1, at));
  };
  const from = clamp(start, by > 0 ? 0 : length - 1);
  const to = clamp(stop, by > 0 ? length : -1);
  return { from, to, by };
}

/** The places a slice picks, or `undefined` where a bound is not known. */
export function sliceIndexes(vm: Interpreter, key: PySlice, length: number): readonly number[] | undefined {
  const bounds = sliceBounds(vm, key, length);
  if (!bounds) return undefined;
  const { from, to, by } = bounds;
  const places: number[] = [];
  for (let at = from; by > 0 ? at < to : at > to; at += by) places.push(at);
  vm.spend(places.length >> 3);
  return places;
}

export function slice<T>(vm: Interpreter, items: readonly T[], key: PySlice): T[] | undefined {
  return sliceIndexes(vm, key, items.length)?.map((at) => items[at] as T);
}
