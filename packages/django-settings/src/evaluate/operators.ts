/** Python's operators on values, unknown ones included. */
import type { Truth } from '@django-golive/core';
import { percent } from './formatting.js';
import type { Interpreter } from './interpreter.js';
import { hashable, hasOptions } from './items.js';
import { sameValue } from './join.js';
import { keyOf } from './keys.js';
import type { Certain } from './native.js';
import { Exhausted } from './raised.js';
import { not, yes } from './truth.js';
import type { PySet, PyUnknown, PyValue } from './value.js';
import { bool, bytes, float, int, notImplemented, str, tuple } from './value.js';

const dunders: Readonly<Record<string, string>> = {
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
const mirrored: Readonly<Record<string, string>> = { '<': 'gt', '<=': 'ge', '>': 'lt', '>=': 'le' };

const longestText = 2_000_000;
const longestList = 100_000;

export function binary(vm: Interpreter, operator: string, left: PyValue, right: PyValue): PyValue {
  vm.spend(1);
  if (left.kind === 'choice' || hasOptions(left))
    return vm.each(left, (one) => plainOrAgain(vm, operator, left, one, right, false));
  if (right.kind === 'choice' || hasOptions(right))
    return vm.each(right, (one) => plainOrAgain(vm, operator, right, one, left, true));
  return plainBinary(vm, operator, left, right);
}

/** A container keeps its identity while one of its contents is tried, so it must not be tried again. */
function plainOrAgain(
  vm: Interpreter,
  operator: string,
  whole: PyValue,
  option: PyValue,
  other: PyValue,
  isRight: boolean,
): PyValue {
  if (option === whole)
    return isRight ? plainBinary(vm, operator, other, option) : plainBinary(vm, operator, option, other);
  return isRight ? binary(vm, operator, other, option) : binary(vm, operator, option, other);
}

function plainBinary(vm: Interpreter, operator: string, left: PyValue, right: PyValue): PyValue {
  const known = builtinBinary(vm, operator, left, right);
  if (known) return known;
  const name = dunders[operator] ?? '';
  for (const [self, other, method] of [
    [left, right, `__${name}__`],
    [right, left, `__r${name}__`],
  ] as const) {
    if (self.kind !== 'instance' && self.kind !== 'class' && !(self.kind === 'dict' && self.instance)) continue;
    const found = vm.special(self, method);
    if (!found) continue;
    const result = vm.call(found, [other]);
    if (result !== notImplemented) return result;
  }
  const unknown =
    left.kind === 'unknown' ? left : right.kind === 'unknown' ? right : (openBase(left) ?? openBase(right));
  if (unknown) return vm.derive(unknown, certainOf(operator, left, right));
  if (operator === '|' && isTypeLike(left) && isTypeLike(right)) return tuple([left, right]);
  return vm.raise('TypeError', unsupported(vm, operator, left, right));
}

function isTypeLike(value: PyValue): boolean {
  return value.kind === 'class' || value.kind === 'none' || value.kind === 'tuple';
}

function openBase(value: PyValue): PyUnknown | undefined {
  return value.kind === 'instance' ? value.cls.mro.find((cls) => cls.open)?.open : undefined;
}

function unsupported(vm: Interpreter, operator: string, left: PyValue, right: PyValue): string {
  const [a, b] = [vm.typeName(left), vm.typeName(right)];
  if (operator === '+' && (left.kind === 'str' || left.kind === 'list' || left.kind === 'tuple')) {
    return left.kind === 'str'
      ? `can only concatenate str (not "${b}") to str`
      : `can only concatenate ${left.kind} (not "${b}") to ${left.kind}`;
  }
  if (operator === '*' && (isSequence(left) || isSequence(right))) {
    return `can't multiply sequence by non-int of type '${isSequence(left) ? b : a}'`;
  }
  const sign = operator === '**' ? '** or pow()' : operator;
  return `unsupported operand type(s) for ${sign}: '${a}' and '${b}'`;
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
  return undefined;
}

/** The result for builtin values, or `undefined` where the classes decide. */
function builtinBinary(vm: Interpreter, operator: string, left: PyValue, right: PyValue): PyValue | undefined {
  if (isNumeric(left) && isNumeric(right)) return arithmetic(vm, operator, left, right);
  if (operator === '%' && left.kind === 'str') return percent(vm, left, right);
  if (operator === '+') return concatenated(vm, left, right);
  if (operator === '*') return repeated(vm, left, right) ?? repeated(vm, right, left);
  if (left.kind === 'set' && right.kind === 'set') return setOperation(vm, operator, left, right);
  if (operator === '|' && left.kind === 'dict' && right.kind === 'dict' && !left.instance) {
    const copy = vm.fresh({ ...left, entries: new Map(left.entries), options: undefined });
    for (const [key, entry] of right.entries) {
      copy.entries.set(key, { key: left.entries.get(key)?.key ?? entry.key, value: entry.value });
    }
    if (right.open) {
      const open = right.open;
      for (const [key, entry] of left.entries) {
        if (!right.entries.has(key))
          copy.entries.set(key, { ...entry, value: vm.join([entry.value, vm.derive(open)]) });
      }
      copy.open = copy.open ?? right.open;
    }
    return copy;
  }
  return undefined;
}

function concatenated(vm: Interpreter, left: PyValue, right: PyValue): PyValue | undefined {
  if (left.kind === 'str' && right.kind === 'str') {
    if (left.value.length + right.value.length > longestText) throw new Exhausted('a string grows too long');
    return str(left.value + right.value);
  }
  if (left.kind === 'bytes' && right.kind === 'bytes') return bytes(left.value + right.value);
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
    if (a.length + b.length > longestList) throw new Exhausted('a list grows too long');
    vm.spend((a.length + b.length) >> 3);
    return as === 'list' ? vm.fresh({ kind: 'list', items: [...a, ...b], options: undefined }) : tuple([...a, ...b]);
  }
  return undefined;
}

function repeated(vm: Interpreter, value: PyValue, count: PyValue): PyValue | undefined {
  if (count.kind !== 'int' && count.kind !== 'bool') return undefined;
  const times = Math.max(0, Number(count.value));
  if (value.kind === 'str' || value.kind === 'bytes') {
    if (value.value.length * times > longestText) throw new Exhausted('a string grows too long');
    return { kind: value.kind, value: value.value.repeat(times) };
  }
  if (value.kind === 'list' || value.kind === 'tuple') {
    if (value.items.length * times > longestList) throw new Exhausted('a list grows too long');
    const items = Array.from({ length: times }, () => value.items).flat();
    return value.kind === 'list' ? vm.fresh({ kind: 'list', items, options: undefined }) : tuple(items);
  }
  return undefined;
}

function setOperation(vm: Interpreter, operator: string, left: PySet, right: PySet): PyValue | undefined {
  const entries = new Map<PySet['entries'] extends Map<infer K, unknown> ? K : never, PyValue>();
  const open = left.open ?? right.open;
  if (operator === '|')
    for (const set of [left, right])
      for (const [key, value] of set.entries) entries.set(key, entries.get(key) ?? value);
  else if (operator === '&')
    for (const [key, value] of left.entries) {
      if (right.entries.has(key)) entries.set(key, value);
    }
  else if (operator === '-') {
    if (!right.open) for (const [key, value] of left.entries) if (!right.entries.has(key)) entries.set(key, value);
  } else if (operator === '^') {
    if (open) return vm.fresh({ kind: 'set', frozen: left.frozen, entries, open, options: undefined });
    for (const [key, value] of left.entries) if (!right.entries.has(key)) entries.set(key, value);
    for (const [key, value] of right.entries) if (!left.entries.has(key)) entries.set(key, value);
  } else return undefined;
  return vm.fresh({ kind: 'set', frozen: left.frozen, entries, open, options: undefined });
}

type Numeric = Extract<PyValue, { kind: 'bool' | 'int' | 'float' }>;

function isNumeric(value: PyValue): value is Numeric {
  return value.kind === 'bool' || value.kind === 'int' || value.kind === 'float';
}

function arithmetic(vm: Interpreter, operator: string, left: Numeric, right: Numeric): PyValue | undefined {
  if (left.kind === 'float' || right.kind === 'float')
    return floatArithmetic(vm, operator, Number(left.value), Number(right.value));
  const [a, b] = [BigInt(left.value), BigInt(right.value)];
  const zero = (message: string): never => vm.raise('ZeroDivisionError', message);
  switch (operator) {
    case '+':
      return int(a + b);
    case '-':
      return int(a - b);
    case '*':
      if (String(a).length + String(b).length > 5000) throw new Exhausted('a number grows too long');
      return int(a * b);
    case '/':
      return b === 0n ? zero('division by zero') : float(Number(a) / Number(b));
    case '//':
      return b === 0n ? zero('integer division or modulo by zero') : int(floorDivide(a, b));
    case '%':
      return b === 0n ? zero('integer modulo by zero') : int(a - floorDivide(a, b) * b);
    case '**':
      if (b < 0n) return a === 0n ? zero('zero to a negative power') : float(Number(a) ** Number(b));
      if (b > 10_000n && a !== 0n && a !== 1n && a !== -1n) throw new Exhausted('a number grows too long');
      return int(a ** b);
    case '<<':
      if (b < 0n) return vm.raise('ValueError', 'negative shift count');
      if (b > 10_000n) throw new Exhausted('a number grows too long');
      return int(a << b);
    case '>>':
      return b < 0n ? vm.raise('ValueError', 'negative shift count') : int(a >> b);
    case '&':
    case '|':
    case '^': {
      const value = operator === '&' ? a & b : operator === '|' ? a | b : a ^ b;
      return left.kind === 'bool' && right.kind === 'bool' ? bool(value !== 0n) : int(value);
    }
    default:
      return undefined;
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function floatArithmetic(vm: Interpreter, operator: string, a: number, b: number): PyValue | undefined {
  const zero = (message: string): never => vm.raise('ZeroDivisionError', message);
  switch (operator) {
    case '+':
      return float(a + b);
    case '-':
      return float(a - b);
    case '*':
      return float(a * b);
    case '/':
      return b === 0 ? zero('float division by zero') : float(a / b);
    case '//':
      return b === 0 ? zero('float floor division by zero') : float(Math.floor(a / b));
    case '%':
      return b === 0 ? zero('float modulo') : float(a % b !== 0 && a < 0 !== b < 0 ? (a % b) + b : a % b);
    case '**':
      return a === 0 && b < 0 ? zero('zero to a negative power') : float(a ** b);
    default:
      return undefined;
  }
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
      const whole = BigInt(value.value);
      return int(operator === '-' ? -whole : operator === '~' ? ~whole : whole);
    }
  }
  const names: Record<string, string> = { '-': '__neg__', '+': '__pos__', '~': '__invert__' };
  const method = vm.special(value, names[operator] ?? '');
  if (method) return vm.call(method);
  const open = openBase(value);
  if (open) return vm.derive(open);
  return vm.raise('TypeError', `bad operand type for unary ${operator}: '${vm.typeName(value)}'`);
}

/** `left OP right`, not chained. */
export function compare(vm: Interpreter, operator: string, left: PyValue, right: PyValue): PyValue {
  vm.spend(1);
  switch (operator) {
    case '==':
      return truthValue(vm, vm.equal(left, right), left, right);
    case '!=': {
      const method = left.kind === 'instance' ? vm.special(left, '__ne__') : undefined;
      return method ? vm.call(method, [right]) : truthValue(vm, not(vm.equal(left, right)), left, right);
    }
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
  if (a.kind === 'int')
    return b.kind === 'int' && a.value !== b.value ? 'no' : a.value >= -5n && a.value <= 256n ? 'yes' : 'maybe';
  if (a.kind === 'tuple' && b.kind === 'tuple' && a.items.length === 0 && b.items.length === 0) return 'yes';
  if (a.kind === 'str' || a.kind === 'tuple' || a.kind === 'bytes' || a.kind === 'float')
    return sameValue(a, b) ? 'maybe' : 'no';
  return yes(sameValue(a, b));
}

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
  switch (container.kind) {
    case 'unknown':
      return unknown(container);
    case 'str':
      if (item.kind === 'str') return bool(container.value.includes(item.value));
      if (item.kind === 'unknown') return unknown(item);
      return vm.raise('TypeError', `'in <string>' requires string as left operand, not ${vm.typeName(item)}`);
    case 'bytes':
      if (item.kind === 'bytes') return bool(container.value.includes(item.value));
      if (item.kind === 'int') return bool(container.value.includes(String.fromCharCode(Number(item.value))));
      return unknown(item);
    case 'dict':
    case 'set': {
      if (container.kind === 'dict' && container.instance) {
        const own = vm.special(container, '__contains__');
        if (own?.kind === 'method' && own.callee.kind === 'function')
          return bool(vm.truth(vm.call(own, [item])) === 'yes');
      }
      const key = item.kind === 'set' && !item.frozen ? undefined : hashable(vm, item);
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
    case 'instance':
    case 'class': {
      const method = vm.special(container, '__contains__');
      if (method) {
        const result = vm.call(method, [item]);
        const truth = vm.truth(result);
        return truth === 'maybe' ? unknown(vm.doubt(result) ?? result) : bool(truth === 'yes');
      }
      break;
    }
    default:
  }
  if (container.kind === 'none' || isNumeric(container) || container.kind === 'function') {
    return vm.raise('TypeError', `argument of type '${vm.typeName(container)}' is not iterable`);
  }
  let doubt: PyValue | undefined;
  for (const one of vm.iterate(container)) {
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

function ordered(vm: Interpreter, operator: string, left: PyValue, right: PyValue): PyValue {
  if (left.kind === 'choice') return vm.each(left, (option) => ordered(vm, operator, option, right));
  if (right.kind === 'choice') return vm.each(right, (option) => ordered(vm, operator, left, option));
  if (left.kind === 'unknown') return vm.derive(left, { type: 'bool' });
  if (right.kind === 'unknown') return vm.derive(right, { type: 'bool' });
  const decide = (order: number) =>
    bool(operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : order >= 0);
  if (isNumeric(left) && isNumeric(right)) {
    if (Number.isNaN(Number(left.value)) || Number.isNaN(Number(right.value))) return bool(false);
    const [a, b] = [
      typeof left.value === 'boolean' ? Number(left.value) : left.value,
      typeof right.value === 'boolean' ? Number(right.value) : right.value,
    ];
    return decide(a < b ? -1 : a > b ? 1 : 0);
  }
  if (left.kind === 'str' && right.kind === 'str') return decide(compareText(left.value, right.value));
  if (left.kind === 'bytes' && right.kind === 'bytes')
    return decide(left.value < right.value ? -1 : left.value > right.value ? 1 : 0);
  if ((left.kind === 'list' && right.kind === 'list') || (left.kind === 'tuple' && right.kind === 'tuple')) {
    const doubt = vm.doubt(left) ?? vm.doubt(right);
    for (let i = 0; i < Math.min(left.items.length, right.items.length); i += 1) {
      const [a, b] = [left.items[i] as PyValue, right.items[i] as PyValue];
      const same = vm.equal(a, b);
      if (same === 'maybe') return vm.derive(doubt ?? a, { type: 'bool' });
      if (same === 'no') return ordered(vm, operator, a, b);
    }
    return doubt ? vm.derive(doubt, { type: 'bool' }) : decide(left.items.length - right.items.length);
  }
  if (left.kind === 'set' && right.kind === 'set') {
    if (left.open || right.open) return vm.derive(left.open ?? right.open ?? left, { type: 'bool' });
    const within = (a: PySet, b: PySet) => [...a.entries.keys()].every((key) => b.entries.has(key));
    const [a, b] = operator.startsWith('<') ? [left, right] : [right, left];
    return bool(within(a, b) && (operator.length === 2 || a.entries.size < b.entries.size));
  }
  for (const [self, other, name] of [
    [left, right, dunders[operator]],
    [right, left, mirrored[operator]],
  ] as const) {
    const method = self.kind === 'instance' ? vm.special(self, `__${name}__`) : undefined;
    if (!method) continue;
    const result = vm.call(method, [other]);
    if (result !== notImplemented) return result;
  }
  const open = openBase(left) ?? openBase(right);
  if (open) return vm.derive(open, { type: 'bool' });
  const [a, b] = [vm.typeName(left), vm.typeName(right)];
  return vm.raise('TypeError', `'${operator}' not supported between instances of '${a}' and '${b}'`);
}

/** Python orders by code point, JavaScript by UTF-16 unit. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const [x, y] = [[...a], [...b]];
  for (let i = 0; i < Math.min(x.length, y.length); i += 1) {
    const order = (x[i]?.codePointAt(0) ?? 0) - (y[i]?.codePointAt(0) ?? 0);
    if (order !== 0) return order;
  }
  return x.length - y.length;
}
