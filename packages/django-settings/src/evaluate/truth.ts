/** Truth and equality, in three values where something is not known. */
import type { Truth } from '@django-golive/core';
import { measured } from './builtins/conversions.js';
import type { Interpreter } from './interpreter.js';
import { rangeLength } from './items.js';
import { isOrdered } from './key-order.js';
import { keyOf } from './keys.js';
import { compareByMethods, mayOperate } from './own-operators.js';
import type { Entry, Key, PyDict, PyRange, PySet, PyValue } from './value.js';

export function truthOf(vm: Interpreter, value: PyValue): Truth {
  switch (value.kind) {
    case 'none':
      return 'no';
    case 'bool':
      return yes(value.value);
    case 'int':
      return yes(value.value !== 0n);
    case 'float':
      return yes(value.value !== 0);
    case 'str':
    case 'bytes':
      return yes(value.value !== '');
    case 'list':
      if (value.options) return agree(value.options.map((items) => sequenceTruth(items)));
      return sequenceTruth(value.items);
    case 'tuple':
      return sequenceTruth(value.items);
    case 'dict':
    case 'set': {
      const own = value.kind === 'dict' && value.instance ? ownTruth(vm, value) : undefined;
      if (own) return own;
      if (value.options) return agree(value.options.map((entries) => yes(entries.size > 0)));
      return value.entries.size > 0 ? 'yes' : value.open ? 'maybe' : 'no';
    }
    case 'range':
      return yes(value.step > 0n ? value.start < value.stop : value.start > value.stop);
    case 'unknown':
      return value.truth === undefined ? 'maybe' : yes(value.truth);
    case 'choice':
      return agree(value.options.map((option) => truthOf(vm, option)));
    case 'class':
      return (value.metaclass ? ownTruth(vm, value) : undefined) ?? 'yes';
    case 'instance':
      return ownTruth(vm, value) ?? (value.cls.mro.some((cls) => cls.open) ? 'maybe' : 'yes');
    default:
      return 'yes';
  }
}

/** What `__bool__` says, or else whether there is a length. */
function ownTruth(vm: Interpreter, value: PyValue): Truth | undefined {
  const asked = vm.special(value, '__bool__');
  if (asked) {
    const result = vm.call(asked);
    if (!['bool', 'unknown', 'choice'].includes(result.kind))
      vm.raise('TypeError', `__bool__ should return bool, returned ${vm.typeName(result)}`);
    return truthOf(vm, result);
  }
  const length = vm.special(value, '__len__');
  return length && truthOf(vm, measured(vm, vm.call(length)));
}

function sequenceTruth(items: readonly PyValue[]): Truth {
  if (items.some((item) => item.kind !== 'unknown' || !item.many)) return 'yes';
  return items.length > 0 ? 'maybe' : 'no';
}

export function yes(condition: boolean): Truth {
  return condition ? 'yes' : 'no';
}

export function agree(truths: readonly Truth[]): Truth {
  const [first = 'maybe'] = truths;
  return truths.every((truth) => truth === first) ? first : 'maybe';
}

export function not(truth: Truth): Truth {
  return truth === 'maybe' ? 'maybe' : yes(truth === 'no');
}

/** All must hold. */
export function both(truths: Iterable<Truth>): Truth {
  let result: Truth = 'yes';
  for (const truth of truths) {
    if (truth === 'no') return 'no';
    if (truth === 'maybe') result = 'maybe';
  }
  return result;
}

/** Python's `==`. */
export function equal(vm: Interpreter, a: PyValue, b: PyValue): Truth {
  vm.spend(1);
  if (a.kind === 'choice') return agree(a.options.map((option) => equal(vm, option, b)));
  if (b.kind === 'choice') return agree(b.options.map((option) => equal(vm, a, option)));
  if (a.kind === 'unknown' || b.kind === 'unknown') return unknownEqual(a, b);
  if (a === b) return a.kind === 'float' ? yes(!Number.isNaN(a.value)) : doubtful(vm, a) ? 'maybe' : 'yes';
  if (isNumber(a) && isNumber(b)) {
    const [left, right] = [keyOf(a), keyOf(b)];
    return yes('key' in left && 'key' in right && left.key === right.key);
  }
  if (mayOperate(a) || mayOperate(b)) {
    const result = compareByMethods(vm, a, b, '__eq__', '__eq__');
    return result ? truthOf(vm, result) : equalByThemselves(vm, a, b);
  }
  return plainlyEqual(vm, a, b);
}

/** What is left where no class says anything of `==`. */
export function equalByThemselves(vm: Interpreter, a: PyValue, b: PyValue, name = '__eq__'): Truth {
  if (a === b) return doubtful(vm, a) ? 'maybe' : 'yes';
  if (a.kind === 'dict' && b.kind === 'dict') {
    // A subclass that leaves it overrules `dict`.
    if ([a, b].every((one) => one.cls && vm.special(one, name))) return 'no';
    const ordered = [a, b].every((one) => one.cls?.mro.some(({ name }) => name === 'OrderedDict'));
    if (ordered && ![...a.entries.keys()].every((key, at) => [...b.entries.keys()][at] === key))
      return a.open || b.open || !isOrdered(a) || !isOrdered(b) ? 'maybe' : 'no';
    return dictsEqual(vm, a, b);
  }
  if (a.kind !== 'instance' && b.kind !== 'instance') return plainlyEqual(vm, a, b);
  const [left, right] = [keyOf(a), keyOf(b)];
  return yes('key' in left && 'key' in right && left.key === right.key);
}

function plainlyEqual(vm: Interpreter, a: PyValue, b: PyValue): Truth {
  if (a.kind !== b.kind) return 'no';
  switch (a.kind) {
    case 'none':
      return 'yes';
    case 'str':
    case 'bytes':
      vm.spend(a.value.length >> 8);
      return yes('value' in b && a.value === b.value);
    case 'list':
    case 'tuple':
      if (b.kind !== a.kind) return 'no';
      if ((a.kind === 'list' && a.options) || (b.kind === 'list' && b.options)) return 'maybe';
      return itemsEqual(vm, a.items, b.items);
    case 'dict':
      return b.kind === 'dict' ? dictsEqual(vm, a, b) : 'no';
    case 'set':
      return b.kind === 'set' ? setsEqual(a, b) : 'no';
    case 'range':
      return yes(b.kind === 'range' && sameRange(a, b));
    case 'slice':
      return b.kind === 'slice'
        ? both([equal(vm, a.start, b.start), equal(vm, a.stop, b.stop), equal(vm, a.step, b.step)])
        : 'no';
    case 'method':
      return yes(b.kind === 'method' && a.callee === b.callee && a.self === b.self);
    default:
      return 'no';
  }
}

/** What is certain of an unknown can still tell it from a value of another type or truth. */
function unknownEqual(a: PyValue, b: PyValue): Truth {
  const unknown = a.kind === 'unknown' ? a : b;
  const other = unknown === a ? b : a;
  if (unknown.kind !== 'unknown' || other.kind === 'unknown') return 'maybe';
  const typed = unknown.type;
  if (other.kind === 'none') return typed !== undefined || unknown.notNone ? 'no' : 'maybe';
  if (typed === 'str' && other.kind === 'str') return unknown.truth === true && other.value === '' ? 'no' : 'maybe';
  const numeric = ['bool', 'int', 'float'];
  if (typed !== undefined && typed !== other.kind && !(numeric.includes(typed) && numeric.includes(other.kind))) {
    return other.kind === 'instance' || other.kind === 'dict' || other.kind === 'list' ? 'maybe' : 'no';
  }
  return 'maybe';
}

function doubtful(vm: Interpreter, value: PyValue): boolean {
  return (value.kind === 'list' || value.kind === 'dict' || value.kind === 'tuple') && vm.doubt(value) !== undefined;
}

function isNumber(value: PyValue): boolean {
  return value.kind === 'bool' || value.kind === 'int' || value.kind === 'float';
}

function itemsEqual(vm: Interpreter, a: readonly PyValue[], b: readonly PyValue[]): Truth {
  const open = (items: readonly PyValue[]) => items.some((item) => item.kind === 'unknown' && item.many);
  if (open(a) || open(b)) return 'maybe';
  if (a.length !== b.length) return 'no';
  // What comes after the first that differs is not compared.
  return both(each(a, (item, index) => equal(vm, item, b[index] as PyValue)));
}

function* each<T>(items: readonly T[], compare: (item: T, index: number) => Truth): Generator<Truth> {
  for (const [index, item] of items.entries()) yield compare(item, index);
}

function dictsEqual(vm: Interpreter, a: PyDict, b: PyDict): Truth {
  if (a.open || b.open || a.options || b.options) return 'maybe';
  if (a.entries.size !== b.entries.size) return 'no';
  return both(
    each([...(a.entries as Map<Key, Entry>)], ([key, entry]) => {
      const other = b.entries.get(key);
      return other ? equal(vm, entry.value, other.value) : 'no';
    }),
  );
}

/** Ranges are equal when they give the same numbers. */
function sameRange(a: PyRange, b: PyRange): boolean {
  const length = rangeLength(a);
  if (length !== rangeLength(b)) return false;
  return length === 0n || (a.start === b.start && (length === 1n || a.step === b.step));
}

function setsEqual(a: PySet, b: PySet): Truth {
  if (a.open || b.open || a.options || b.options) return 'maybe';
  return yes(a.entries.size === b.entries.size && [...a.entries.keys()].every((key) => b.entries.has(key)));
}
