/** Comparisons, identity and membership, in three values where something is not known. */

import type { Truth } from '@django-golive/core';
import { advance, begun, iteratorOf } from './advance.js';
import { isNumeric } from './arithmetic.js';
import { placeIn } from './builtins/range-methods.js';
import type { Interpreter } from './interpreter.js';
import { hashable, hasOptions } from './items.js';
import { keyOf } from './keys.js';
import { openBase, unlessLacking } from './open-base.js';
import { dunders, unary } from './operators.js';
import { compareByMethods, isBelow, mayOperate } from './own-operators.js';
import { sameValue } from './same-value.js';
import { equalByThemselves, not, yes } from './truth.js';
import type { PyIterator, PyList, PySet, PyTuple, PyValue } from './value.js';
import { bool, tuple } from './value.js';

const turned: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** `left OP right`, not chained. */
export function compare(vm: Interpreter, operator: string, left: PyValue, right: PyValue): PyValue {
  vm.spend(1);
  switch (operator) {
    case '==':
    case '!=':
      return equality(vm, operator, left, right);
    case 'is':
      return truthValue(vm, identical(left, right), left, right);
    case 'is not':
      return truthValue(vm, not(identical(left, right)), left, right);
    case 'in':
      return contains(vm, right, left);
    case 'not in':
      return unary(vm, 'not', contains(vm, right, left));
    default:
      return ordered(vm, operator, left, right);
  }
}

function equality(vm: Interpreter, operator: '==' | '!=', left: PyValue, right: PyValue): PyValue {
  const told = (truth: Truth) => truthValue(vm, operator === '==' ? truth : not(truth), left, right);
  const known = !['unknown', 'choice'].some((kind) => left.kind === kind || right.kind === kind);
  if (!known || !(mayOperate(left) || mayOperate(right))) return told(vm.equal(left, right));
  const name = operator === '==' ? '__eq__' : '__ne__';
  return compareByMethods(vm, left, right, name, name) ?? told(equalByThemselves(vm, left, right, name));
}

function truthValue(vm: Interpreter, truth: Truth, ...from: readonly PyValue[]): PyValue {
  if (truth !== 'maybe') return bool(truth === 'yes');
  const doubt = vm.doubt(tuple(from));
  return doubt ? vm.derive(doubt, { type: 'bool' }) : vm.unknown('a comparison is not known', { type: 'bool' });
}

function identical(a: PyValue, b: PyValue): Truth {
  if (a.kind === 'choice' || b.kind === 'choice') {
    const options = a.kind === 'choice' ? a.options : b.kind === 'choice' ? b.options : [];
    const other = a.kind === 'choice' ? b : a;
    const truths = options.map((option) => identical(option, other));
    return truths.every((truth) => truth === truths[0]) ? (truths[0] ?? 'maybe') : 'maybe';
  }
  if (a.kind === 'unknown' || b.kind === 'unknown') {
    const unknown = a.kind === 'unknown' ? a : b;
    const other = unknown === a ? b : a;
    if (other.kind === 'none' && unknown.kind === 'unknown' && (unknown.type !== undefined || unknown.notNone))
      return 'no';
    if (other.kind === 'bool' && unknown.kind === 'unknown' && unknown.type !== undefined && unknown.type !== 'bool')
      return 'no';
    return 'maybe';
  }
  if (a === b) return 'yes';
  if (a.kind !== b.kind) return 'no';
  if (a.kind === 'none') return 'yes';
  if (a.kind === 'bool') return yes(sameValue(a, b));
  if (ownClass(a) !== ownClass(b)) return 'no';
  if (a.kind === 'int')
    return b.kind === 'int' && a.value !== b.value ? 'no' : a.value >= -5n && a.value <= 256n ? 'yes' : 'maybe';
  if (a.kind === 'tuple' && b.kind === 'tuple' && a.items.length === 0 && b.items.length === 0) return 'yes';
  if (a.kind === 'str' || a.kind === 'tuple' || a.kind === 'bytes' || a.kind === 'float')
    return sameValue(a, b) ? 'maybe' : 'no';
  // Equal dates and paths are objects of their own; what the library has made for the same may be one.
  if (a.kind === 'instance' && b.kind === 'instance') {
    const isForSame = a.cls === b.cls && a.payload !== undefined && a.payload === b.payload;
    return isForSame || sameValue(a, b) ? 'maybe' : 'no';
  }
  return yes(sameValue(a, b));
}

/** The class of the library or the project that a value is of, where it is of none of the plain ones. */
const ownClass = (value: PyValue) => ('cls' in value ? value.cls : undefined);

export function contains(vm: Interpreter, container: PyValue, item: PyValue): PyValue {
  if (container.kind === 'choice' || hasOptions(container)) {
    return vm.each(container, (option) =>
      option === container ? plainContains(vm, option, item) : contains(vm, option, item),
    );
  }
  if (item.kind === 'choice') return vm.each(item, (option) => contains(vm, container, option));
  return plainContains(vm, container, item);
}

function plainContains(vm: Interpreter, container: PyValue, item: PyValue): PyValue {
  const unknown = (from: PyValue) => vm.derive(from, { type: 'bool' });
  const answered = (result: PyValue) => {
    const truth = vm.truth(result);
    return truth === 'maybe' ? unknown(vm.doubt(result) ?? result) : bool(truth === 'yes');
  };
  switch (container.kind) {
    case 'unknown':
      return unknown(container);
    case 'str':
      vm.spend(container.value.length >> 6);
      if (item.kind === 'str') return bool(container.value.includes(item.value));
      if (item.kind === 'unknown') return unknown(item);
      return vm.raise('TypeError', `'in <string>' requires string as left operand, not ${vm.typeName(item)}`);
    case 'bytes':
      if (item.kind === 'bytes') return bool(container.value.includes(item.value));
      if (item.kind === 'unknown') return unknown(item);
      if (item.kind === 'int' || item.kind === 'bool') {
        const code = Number(item.value);
        if (code < 0 || code > 255) return vm.raise('ValueError', 'byte must be in range(0, 256)');
        return bool(container.value.includes(String.fromCharCode(code)));
      }
      return vm.raise('TypeError', `a bytes-like object is required, not '${vm.typeName(item)}'`);
    case 'dict':
    case 'set': {
      if (container.kind === 'dict' && container.instance) {
        const own = vm.special(container, '__contains__');
        if (own?.kind === 'method' && own.callee.kind === 'function') return answered(vm.call(own, [item]));
      }
      const key = container.kind === 'set' && item.kind === 'set' && !item.frozen ? undefined : hashable(vm, item);
      if (key === undefined) {
        const found = keyOf(item);
        if (container.entries.size === 0 && !container.open) return bool(false);
        return 'unknown' in found ? unknown(found.unknown) : bool(false);
      }
      const entry = container.entries.get(key);
      if (entry !== undefined)
        return 'maybe' in entry && entry.maybe ? vm.unknown('a condition is not known', { type: 'bool' }) : bool(true);
      return container.open ? unknown(container.open) : bool(false);
    }
    case 'int':
    case 'instance':
    case 'class': {
      const method = vm.special(container, '__contains__');
      if (method?.kind === 'none')
        return vm.raise('TypeError', `'${vm.typeName(container)}' object is not a container`);
      if (method) return answered(vm.call(method, [item]));
      break;
    }
    default:
  }
  if (container.kind === 'range' && (isNumeric(item) || item.kind === 'str' || item.kind === 'none'))
    return bool(placeIn(container, item) !== undefined);
  let doubt: PyValue | undefined;
  const source = searched(vm, container);
  // Values of a dict may come in any order.
  const loose = container.kind === 'instance' && container.cls.module === 'builtins';
  for (let one = advance(vm, source, loose); one; one = advance(vm, source, loose)) {
    if (one.kind === 'unknown' && one.many) {
      doubt = one;
      continue;
    }
    const truth = one === item && one.kind !== 'unknown' ? 'yes' : vm.equal(one, item);
    if (truth === 'yes') return bool(true);
    if (truth === 'maybe') doubt = vm.doubt(one) ?? vm.doubt(item) ?? one;
  }
  return doubt ? unknown(doubt) : bool(false);
}

/** What is gone over for an item. */
function searched(vm: Interpreter, container: PyValue): PyIterator {
  const refuse = (): never => {
    const what = vm.python && vm.python[1] > 13 ? 'a container or iterable' : 'iterable';
    return vm.raise('TypeError', `argument of type '${vm.typeName(container)}' is not ${what}`);
  };
  return iteratorOf(vm, begun(vm, container, refuse));
}

function ordered(vm: Interpreter, operator: string, left: PyValue, right: PyValue): PyValue {
  if (left.kind === 'choice') return vm.each(left, (option) => ordered(vm, operator, option, right));
  if (right.kind === 'choice') return vm.each(right, (option) => ordered(vm, operator, left, option));
  if (left.kind === 'unknown' || right.kind === 'unknown') {
    const [a, b] = [familyOf(left), familyOf(right)];
    const unlike = a !== undefined && b !== undefined && a !== b;
    return unlike
      ? refuseOrder(vm, operator, left, right)
      : vm.derive(left.kind === 'unknown' ? left : right, { type: 'bool' });
  }
  const decide = (order: number) => decided(operator, order);
  if (isNumeric(left) && isNumeric(right)) {
    if (Number.isNaN(Number(left.value)) || Number.isNaN(Number(right.value))) return bool(false);
    const [a, b] = [
      typeof left.value === 'boolean' ? Number(left.value) : left.value,
      typeof right.value === 'boolean' ? Number(right.value) : right.value,
    ];
    return decide(a < b ? -1 : a > b ? 1 : 0);
  }
  if (left.kind === 'str' && right.kind === 'str') {
    vm.spend(Math.min(left.value.length, right.value.length) >> 8);
    return decide(compareText(left.value, right.value));
  }
  if (left.kind === 'bytes' && right.kind === 'bytes')
    return decide(left.value < right.value ? -1 : left.value > right.value ? 1 : 0);
  const names = [`__${dunders[operator]}__`, `__${dunders[turned[operator] ?? operator]}__`] as const;
  const ofTuples = [left, right].some((one) => one.kind === 'tuple' && one.cls !== undefined);
  const first = ofTuples ? compareByMethods(vm, left, right, ...names) : undefined;
  if (first) return first;
  if ((left.kind === 'list' && right.kind === 'list') || (left.kind === 'tuple' && right.kind === 'tuple'))
    return isBelow(vm, right, left)
      ? orderedItems(vm, turned[operator] ?? operator, right, left)
      : orderedItems(vm, operator, left, right);
  if (left.kind === 'set' && right.kind === 'set') {
    if (left.open || right.open) return vm.derive(left.open ?? right.open ?? left, { type: 'bool' });
    const within = (a: PySet, b: PySet) => [...a.entries.keys()].every((key) => b.entries.has(key));
    const [a, b] = operator.startsWith('<') ? [left, right] : [right, left];
    return bool(within(a, b) && (operator.length === 2 || a.entries.size < b.entries.size));
  }
  const own = compareByMethods(vm, left, right, ...names);
  if (own) return own;
  const open = openBase(left) ?? openBase(right);
  if (open) return unlessLacking(vm, open);
  return refuseOrder(vm, operator, left, right);
}

/** What an operator makes of two operands that are less than, equal to or greater than each other. */
const decided = (operator: string, order: number) =>
  bool(operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : order >= 0);

/** The first items that differ decide. */
function orderedItems(vm: Interpreter, operator: string, left: PyList | PyTuple, right: PyList | PyTuple): PyValue {
  const doubt = vm.doubt(left) ?? vm.doubt(right);
  for (let i = 0; i < Math.min(left.items.length, right.items.length); i += 1) {
    const [a, b] = [left.items[i] as PyValue, right.items[i] as PyValue];
    const same = vm.equal(a, b);
    if (same === 'maybe') return vm.derive(doubt ?? a, { type: 'bool' });
    if (same === 'no') return ordered(vm, operator, a, b);
  }
  return doubt ? vm.derive(doubt, { type: 'bool' }) : decided(operator, left.items.length - right.items.length);
}

function refuseOrder(vm: Interpreter, operator: string, left: PyValue, right: PyValue): PyValue {
  const [a, b] = [vm.typeName(left), vm.typeName(right)];
  return vm.raise('TypeError', `'${operator}' not supported between instances of '${a}' and '${b}'`);
}

/** Values of one family are compared with each other alone. */
function familyOf(value: PyValue): string | undefined {
  if ('cls' in value && value.cls) return undefined;
  const kind = value.kind === 'unknown' ? value.type : value.kind;
  if (kind === 'bool' || kind === 'int' || kind === 'float') return 'number';
  return kind !== undefined && ['none', 'str', 'bytes', 'list', 'tuple', 'dict', 'set'].includes(kind)
    ? kind
    : undefined;
}

/** Python orders by code point, JavaScript by UTF-16 unit. */
export function compareText(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  // Inside a pair of surrogates the first of it decides with the second.
  if (at > 0 && (a.charCodeAt(at - 1) & 0xfc00) === 0xd800) at -= 1;
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1);
}
