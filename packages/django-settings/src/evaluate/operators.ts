/** Python's arithmetic and sequence operators on values, unknown ones included. */

import { arithmetic, isNumeric } from './arithmetic.js';

import { wholeOrNothing } from './builtins/arguments.js';
import type { Interpreter } from './interpreter.js';
import { hasOptions } from './items.js';
import { endOrder, isOrdered } from './key-order.js';
import type { Certain } from './native.js';
import { openBase, unlessLacking } from './open-base.js';
import { operateByMethods } from './own-operators.js';
import { percent } from './percent.js';
import { payForItems, payForText } from './sizes.js';
import { isNamedWhole } from './type-names.js';
import { typeUnion } from './type-union.js';
import type { PyDict, PySet, PyValue } from './value.js';
import { bool, bytes, float, int, str, tuple } from './value.js';

/** The methods behind operators, without underscores. */
export const dunders: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '@': 'matmul',
  '<<': 'lshift',
  '>>': 'rshift',
  '|': 'or',
  '&': 'and',
  '^': 'xor',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
};

/** `left OPERATOR right`; an error names the operator as it was `written`, `+=` for one. */
export function binary(
  vm: Interpreter,
  operator: string,
  left: PyValue,
  right: PyValue,
  written = operator === '**' ? '** or pow()' : operator,
): PyValue {
  vm.spend(1);
  const plain = (a: PyValue, b: PyValue) => plainBinary(vm, operator, a, b, written);
  const again = (a: PyValue, b: PyValue) => binary(vm, operator, a, b, written);
  // A container keeps its identity while one of its contents is tried, so it must not be tried again.
  if (left.kind === 'choice' || hasOptions(left))
    return vm.each(left, (one) => (one === left ? plain(one, right) : again(one, right)));
  if (right.kind === 'choice' || hasOptions(right))
    return vm.each(right, (one) => (one === right ? plain(left, one) : again(left, one)));
  return plain(left, right);
}

function plainBinary(vm: Interpreter, operator: string, left: PyValue, right: PyValue, written: string): PyValue {
  const name = dunders[operator] ?? '';
  const first = isOwnTuple(left) || isOwnTuple(right) ? operateByMethods(vm, left, right, name) : undefined;
  const known = first ?? builtinBinary(vm, operator, left, right);
  if (known) return known;
  const own = operateByMethods(vm, left, right, name);
  if (own) return own;
  const joined = operator === '|' ? plainlyJoined(vm, left, right) : undefined;
  if (joined) return joined;
  const unknown = left.kind === 'unknown' ? left : right.kind === 'unknown' ? right : undefined;
  if (unknown) return vm.derive(unknown, certainOf(operator, left, right));
  const open = openBase(left) ?? openBase(right);
  if (open) return unlessLacking(vm, open);
  if (repeats(operator, left, right, written)) {
    const [sequence, times] = isSequence(left) ? [left, right] : [right, left];
    const whole = times.kind === 'instance' ? wholeOrNothing(vm, times) : undefined;
    if (whole !== undefined) return plainBinary(vm, operator, sequence, int(whole), written);
  }
  const union = operator === '|' ? typeUnion(vm, left, right) : undefined;
  if (union) return union;
  return vm.raise('TypeError', unsupported(vm, operator, left, right, written));
}

/** A named tuple, whose class may have operators of its own. */
const isOwnTuple = (value: PyValue): boolean => value.kind === 'tuple' && value.cls !== undefined;

function unsupported(vm: Interpreter, operator: string, left: PyValue, right: PyValue, written: string): string {
  const [a, b] = [vm.typeName(left), vm.typeName(right)];
  if (operator === '+' && left.kind === 'bytes') return `can't concat ${b} to bytes`;
  if (operator === '+' && (left.kind === 'str' || left.kind === 'list' || left.kind === 'tuple')) {
    return left.kind === 'str'
      ? `can only concatenate str (not "${b}") to str`
      : `can only concatenate ${left.kind} (not "${b}") to ${left.kind}`;
  }
  if (repeats(operator, left, right, written)) {
    return `can't multiply sequence by non-int of type '${isSequence(left) ? b : a}'`;
  }
  return `unsupported operand type(s) for ${written}: '${a}' and '${b}'`;
}

/** Whether one of them is repeated as often as the other says: in place, not where the left one's class might be a sequence too. */
function repeats(operator: string, left: PyValue, right: PyValue, written: string): boolean {
  if (operator !== '*' || !(isSequence(left) || isSequence(right))) return false;
  return written !== '*=' || isSequence(left) || !hasSequenceParts(left);
}

/** Whether the class of a value, if no sequence, is made with what a sequence has: any class of Python code is. */
function hasSequenceParts(value: PyValue): boolean {
  if (value.kind === 'class') return value.metaclass !== undefined;
  if (value.kind !== 'instance') return ['dict', 'set', 'range'].includes(value.kind);
  const { cls } = value;
  return cls.module === 'builtins' ? cls.name.startsWith('dict_') : !isNamedWhole(cls);
}

function isSequence(value: PyValue): boolean {
  return value.kind === 'str' || value.kind === 'list' || value.kind === 'tuple' || value.kind === 'bytes';
}

function certainOf(operator: string, left: PyValue, right: PyValue): Certain | undefined {
  const type = (value: PyValue) => (value.kind === 'unknown' ? value.type : value.kind);
  const [a, b] = [type(left), type(right)];
  const truthy = (value: PyValue) =>
    value.kind === 'unknown'
      ? value.truth === true
      : 'value' in value
        ? value.value !== ''
        : 'items' in value && value.items.length > 0;
  if (operator === '+') {
    for (const sequence of ['str', 'list', 'tuple'] as const) {
      if (a === sequence || b === sequence)
        return truthy(left) || truthy(right) ? { type: sequence, truth: true } : { type: sequence };
    }
  }
  if (operator === '%' && a === 'str') return { type: 'str' };
  const numbers = [a, b].every((one) => one === 'bool' || one === 'int' || one === 'float');
  if (numbers && ['+', '-', '*', '//', '%'].includes(operator))
    return { type: a === 'float' || b === 'float' ? 'float' : 'int' };
  return undefined;
}

/** The result for builtin values, or `undefined` where the classes decide. */
function builtinBinary(vm: Interpreter, operator: string, left: PyValue, right: PyValue): PyValue | undefined {
  if (isNumeric(left) && isNumeric(right)) return arithmetic(vm, operator, left, right);
  if (operator === '%' && (left.kind === 'str' || left.kind === 'bytes')) return percent(vm, left, right);
  if (operator === '+') return concatenated(vm, left, right);
  if (operator === '*') return repeated(vm, left, right) ?? repeated(vm, right, left);
  if (left.kind === 'set' && right.kind === 'set') return setOperation(vm, operator, left, right);
  if (operator === '|' && left.kind === 'dict' && right.kind === 'dict' && [left, right].every(isPlainDict))
    return joinedDicts(vm, left, right);
  return undefined;
}

/** Two dicts as one. */
function joinedDicts(vm: Interpreter, left: PyDict, right: PyDict): PyDict {
  vm.spend((left.entries.size + right.entries.size) >> 3);
  // A subclass answers for both.
  const kind =
    right.cls && !left.cls ? { cls: right.cls, ...(right.instance ? { instance: right.instance } : {}) } : {};
  const { namespace: _, ...plain } = left;
  const copy = vm.fresh({ ...plain, ...kind, entries: new Map(left.entries), options: undefined });
  if (copy.open || right.open || !isOrdered(right)) endOrder(copy);
  for (const [key, entry] of right.entries) {
    copy.entries.set(key, { key: left.entries.get(key)?.key ?? entry.key, value: entry.value });
  }
  if (right.open) {
    const open = right.open;
    for (const [key, entry] of left.entries) {
      if (!right.entries.has(key)) copy.entries.set(key, { ...entry, value: vm.join([entry.value, vm.derive(open)]) });
    }
    copy.open = copy.open ?? right.open;
  }
  return copy;
}

/** What `dict` makes of two dicts whose classes leave it to it: neither's class. */
function plainlyJoined(vm: Interpreter, left: PyValue, right: PyValue): PyDict | undefined {
  if (left.kind !== 'dict' || right.kind !== 'dict') return undefined;
  const plain = ({ cls: _, instance: __, ...rest }: PyDict): PyDict => rest;
  return joinedDicts(vm, plain(left), plain(right));
}

/** A dict, or a subclass of `collections` that joins as one. */
function isPlainDict(value: PyValue): boolean {
  return value.kind === 'dict' && (!value.cls || (value.cls.module === 'collections' && value.cls.name !== 'Counter'));
}

function concatenated(vm: Interpreter, left: PyValue, right: PyValue): PyValue | undefined {
  if (left.kind === 'str' && right.kind === 'str') {
    payForText(vm, left.value.length + right.value.length);
    return str(left.value + right.value);
  }
  if (left.kind === 'bytes' && right.kind === 'bytes') {
    payForText(vm, left.value.length + right.value.length);
    return bytes(left.value + right.value);
  }
  const items = (value: PyValue, as: 'list' | 'tuple'): readonly PyValue[] | undefined => {
    if (value.kind === as) return value.items;
    // Adding an unknown to a list can only succeed when it is a list of items that are not known.
    if (value.kind === 'unknown' && (value.type === undefined || value.type === as))
      return [{ ...vm.derive(value), many: true }];
    return undefined;
  };
  for (const as of ['list', 'tuple'] as const) {
    if (left.kind !== as && right.kind !== as) continue;
    const [a, b] = [items(left, as), items(right, as)];
    if (!a || !b) return undefined;
    payForItems(vm, a.length + b.length);
    return as === 'list' ? vm.fresh({ kind: 'list', items: [...a, ...b], options: undefined }) : tuple([...a, ...b]);
  }
  return undefined;
}

function repeated(vm: Interpreter, value: PyValue, count: PyValue): PyValue | undefined {
  if (count.kind !== 'int' && count.kind !== 'bool') return undefined;
  const isSequence = ['str', 'bytes', 'list', 'tuple'].includes(value.kind);
  if (isSequence && BigInt.asIntN(64, BigInt(count.value)) !== BigInt(count.value))
    return vm.raise('OverflowError', "cannot fit 'int' into an index-sized integer");
  const times = Math.max(0, Number(count.value));
  if (value.kind === 'str' || value.kind === 'bytes') {
    if (value.value === '') return value;
    payForText(vm, value.value.length * times);
    return { kind: value.kind, value: value.value.repeat(times) };
  }
  if (value.kind === 'list' || value.kind === 'tuple') {
    if (value.items.length > 0) payForItems(vm, value.items.length * times);
    const items = value.items.length === 0 ? [] : Array.from({ length: times }, () => value.items).flat();
    return value.kind === 'list' ? vm.fresh({ kind: 'list', items, options: undefined }) : tuple(items);
  }
  return undefined;
}

/** `left OPERATOR right` of sets. What is equal is taken from the smaller one, in doubt from the right. */
export function setOperation(
  vm: Interpreter,
  operator: string,
  left: PySet,
  right: PySet,
  fromRight = right.entries.size <= left.entries.size,
): PyValue | undefined {
  const entries = new Map<PySet['entries'] extends Map<infer K, unknown> ? K : never, PyValue>();
  const open = left.open ?? right.open;
  vm.spend((left.entries.size + right.entries.size) >> 3);
  if (operator === '|')
    for (const set of [left, right])
      for (const [key, value] of set.entries) entries.set(key, entries.get(key) ?? value);
  else if (operator === '&') {
    const [given, other] = fromRight ? [right, left] : [left, right];
    for (const [key, value] of given.entries) if (other.entries.has(key)) entries.set(key, value);
  } else if (operator === '-') {
    if (!right.open) for (const [key, value] of left.entries) if (!right.entries.has(key)) entries.set(key, value);
  } else if (operator === '^') {
    if (open) return vm.fresh({ kind: 'set', frozen: left.frozen, entries, open, options: undefined });
    for (const [key, value] of left.entries) if (!right.entries.has(key)) entries.set(key, value);
    for (const [key, value] of right.entries) if (!left.entries.has(key)) entries.set(key, value);
  } else return undefined;
  return vm.fresh({ kind: 'set', frozen: left.frozen, entries, open, options: undefined });
}

export function unary(vm: Interpreter, operator: string, value: PyValue): PyValue {
  if (operator === 'not') {
    const truth = vm.truth(value);
    if (truth === 'maybe') return vm.derive(vm.doubt(value) ?? value, { type: 'bool' });
    return bool(truth === 'no');
  }
  if (value.kind === 'choice') return vm.each(value, (option) => unary(vm, operator, option));
  if (value.kind === 'unknown') return vm.derive(value);
  if (isNumeric(value)) {
    if (value.kind === 'float') {
      if (operator !== '~') return float(operator === '-' ? -value.value : value.value);
    } else {
      if (operator === '~' && value.kind === 'int' && value.cls)
        return vm.unknown('what the other flags are depends on the version of Python', { type: 'int' });
      const whole = BigInt(value.value);
      return int(operator === '-' ? -whole : operator === '~' ? ~whole : whole);
    }
  }
  const names: Record<string, string> = { '-': '__neg__', '+': '__pos__', '~': '__invert__' };
  const method = vm.special(value, names[operator] ?? '');
  if (method) return vm.call(method);
  const open = openBase(value);
  if (open) return unlessLacking(vm, open);
  return vm.raise('TypeError', `bad operand type for unary ${operator}: '${vm.typeName(value)}'`);
}
