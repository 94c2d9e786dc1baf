/** The special methods of builtin values reached by name, such as `[].__len__`: what the operators do anyway. */

import { iteratorOf } from '../advance.js';
import { inPlace } from '../assignment.js';
import { deletePlainly } from '../changing-items.js';
import type { Interpreter } from '../interpreter.js';
import { method } from '../native.js';
import { dunders } from '../operators.js';
import type { PyNative, PyValue } from '../value.js';
import { none, notImplemented } from '../value.js';
import { givenName, wholeNumber } from './arguments.js';
import { hasUnmodelled } from './unmodelled.js';

type Run = (vm: Interpreter, self: PyValue, others: readonly PyValue[]) => PyValue;

const numbers = ['int', 'bool', 'float'];
const sequences = ['str', 'bytes', 'list', 'tuple'];
const containers = [...sequences, 'dict', 'set', 'frozenset', 'range'];
const sets = ['set', 'frozenset'];
const everything = [...numbers, ...containers, 'NoneType'];

/** Which builtin types have an operator's method. */
function hasOperator(type: string, operator: string): boolean {
  if (isOrder(operator)) return true;
  if (numbers.includes(type)) return operator !== '@' && (type !== 'float' || !/^[&|^<>]/.test(operator));
  if (sets.includes(type)) return /^[-&|^]$/.test(operator);
  if (type === 'dict') return operator === '|';
  return (
    sequences.includes(type) && (/^[+*]$/.test(operator) || (operator === '%' && type !== 'list' && type !== 'tuple'))
  );
}

const isOrder = (operator: string) => /^[<>]=?$/.test(operator);

/** Whether a type is known not to have a special method. */
function lacksMethod(type: string, name: string): boolean {
  if (!everything.includes(type)) return false;
  const isOperator = Object.values(dunders).some((word) => new RegExp(`^__[ri]?${word}__$`).test(name));
  return (isOperator || Object.hasOwn(methods, name)) && !plainMethod(type, name) && !operatorMethod(type, name);
}

/** A special method of a builtin type, or `undefined` where it is not modelled. */
export function protocolMember(vm: Interpreter, type: string, name: string): PyNative | undefined {
  const found = plainMethod(type, name) ?? operatorMethod(type, name);
  if (!found) return undefined;
  const [count, run] = found;
  const names = ['first', 'second'].slice(0, count);
  const member = method(
    `${type}.${name}`,
    `(self, ${names.map((one) => `${one}, `).join('')}/)`,
    (_machine, args) => {
      const self = args.get('self');
      if (isComparison(name) && !comparing.includes(type)) return comparedAsObject(vm, name, self, args.get('first'));
      if (!isOfType(vm, self, type)) vm.raise('TypeError', refusal(vm, self, type, name));
      return run(
        vm,
        self,
        names.map((one) => args.get(one)),
      );
    },
    { unknowns: 'accept' },
  );
  return { ...member, slot: true };
}

/** The types that compare their values in a way of their own; others leave it to `object`, which takes any value. */
const comparing = [...everything, 'type', 'slice', 'method', 'builtin_function_or_method', 'dict_keys', 'dict_items'];

const isComparison = (name: string) => /^__(?:eq|ne|lt|le|gt|ge)__$/u.test(name);

function comparedAsObject(vm: Interpreter, name: string, self: PyValue, other: PyValue): PyValue {
  if (name === '__ne__') return vm.unknown('what `object.__ne__` makes of these is not modelled');
  if (name !== '__eq__') return notImplemented;
  const same = vm.compare('is', self, other);
  return same.kind === 'bool' && !same.value ? notImplemented : same;
}

function isOfType(vm: Interpreter, self: PyValue, type: string): boolean {
  return vm.isInstance(self, vm.builtinClass(type)) !== 'no';
}

/** Special methods that are written as plain methods, by type. */
const plainOnes: Readonly<Record<string, readonly string[]>> = {
  __getitem__: ['list', 'dict'],
  __contains__: ['dict', 'set', 'frozenset'],
};

/** What CPython says where a special method is given what is not of its type. */
function refusal(vm: Interpreter, self: PyValue, type: string, name: string): string {
  const plain =
    ['__format__', '__trunc__', '__round__', '__reversed__'].includes(name) || plainOnes[name]?.includes(type);
  const given = vm.typeName(self);
  return plain
    ? `descriptor '${name}' for '${type}' objects doesn't apply to a '${given}' object`
    : `descriptor '${name}' requires a '${type}' object but received a '${given}'`;
}

const known = (types: readonly string[], count: number, run: Run) => ({ types, count, run });

const methods: Readonly<Record<string, ReturnType<typeof known>>> = {
  __len__: known(containers, 0, (vm, self) => {
    // A subclass that counts in its own way asks this for the plain length.
    if (self.kind !== 'dict') return vm.call(vm.builtin('len'), [self]);
    const { instance: _, ...plain } = self;
    return vm.call(vm.builtin('len'), [plain]);
  }),
  __getitem__: known([...sequences, 'dict', 'range'], 1, (vm, self, [key = none]) => vm.getItem(self, key)),
  __setitem__: known(['list'], 2, (vm, self, [key = none, to = none]) => {
    vm.setItem(self, key, to);
    return none;
  }),
  __delitem__: known(['list', 'dict'], 1, (vm, self, [key = none]) => {
    deletePlainly(vm, self, key);
    return none;
  }),
  __contains__: known(containers, 1, (vm, self, [item = none]) => vm.compare('in', item, self)),
  __iter__: known(containers, 0, (vm, self) => iteratorOf(vm, self)),
  __reversed__: known(['list', 'dict', 'range'], 0, (vm, self) => vm.call(vm.builtin('reversed'), [self])),
  __str__: known(everything, 0, (vm, self) => vm.str(self)),
  __repr__: known(everything, 0, (vm, self) => vm.repr(self)),
  __format__: known(everything, 1, (vm, self, [spec = none]) =>
    spec.kind === 'str' || vm.doubt(spec)
      ? vm.call(vm.builtin('format'), [self, spec])
      : vm.raise('TypeError', `__format__() argument must be str, not ${givenName(vm, spec)}`),
  ),
  __bool__: known([...numbers, 'NoneType', 'range'], 0, (vm, self) => vm.call(vm.builtin('bool'), [self])),
  __int__: known(numbers, 0, (vm, self) => vm.call(vm.builtin('int'), [self])),
  __index__: known(['int', 'bool'], 0, (vm, self) => vm.call(vm.builtin('int'), [self])),
  __trunc__: known(numbers, 0, (vm, self) => vm.call(vm.builtin('int'), [self])),
  __float__: known(numbers, 0, (vm, self) => vm.call(vm.builtin('float'), [self])),
  __abs__: known(numbers, 0, (vm, self) => vm.call(vm.builtin('abs'), [self])),
  __round__: known(numbers, 0, (vm, self) => vm.call(vm.builtin('round'), [self])),
  __neg__: known(numbers, 0, (vm, self) => vm.unary('-', self)),
  __pos__: known(numbers, 0, (vm, self) => vm.unary('+', self)),
  __invert__: known(['int', 'bool'], 0, (vm, self) => vm.unary('~', self)),
};

function plainMethod(type: string, name: string): readonly [number, Run] | undefined {
  const found = Object.hasOwn(methods, name) ? methods[name] : undefined;
  return found?.types.includes(type) ? [found.count, found.run] : undefined;
}

function operatorMethod(type: string, name: string): readonly [number, Run] | undefined {
  if (name === '__eq__' || name === '__ne__') {
    return [
      1,
      (vm, self, [other = none]) => {
        if (!comparable(vm, self, other)) return notImplemented;
        return vm.compare(name === '__eq__' ? '==' : '!=', self, other);
      },
    ];
  }
  for (const [operator, word] of Object.entries(dunders)) {
    const [isPlain, isRight, isInPlace] = [`__${word}__`, `__r${word}__`, `__i${word}__`].map((one) => one === name);
    if (!isPlain && !isRight && !isInPlace) continue;
    if (!hasOperator(type, operator) || (isInPlace && type !== 'list' && type !== 'dict' && type !== 'set'))
      return undefined;
    const order = isOrder(operator);
    const isSequence = sequences.includes(type);
    if (order && !isPlain) return undefined;
    if (order && ['dict', 'range', 'NoneType'].includes(type)) return [1, () => notImplemented];
    if (isSequence && isRight && operator === '+') return undefined;
    const takesOthers =
      (isSequence && operator === '+') || (isPlain && operator === '%') || /^[*]$/.test(operator)
        ? !numbers.includes(type)
        : isInPlace && (type === 'list' || type === 'dict');
    return [
      1,
      (vm, self, [other = none]) => {
        if (!comparable(vm, self, other) && !takesOthers) return notImplemented;
        if (order) return vm.compare(operator, self, other);
        // By name, a number of times is converted, and what can be added is the sequence's own to say.
        if (isSequence && operator === '*' && !vm.doubt(other)) {
          const times = wholeNumber(vm, other);
          if (BigInt.asIntN(64, times) !== times)
            return vm.raise('OverflowError', "cannot fit 'int' into an index-sized integer");
        }
        if (isSequence && operator === '+' && !isInPlace && other.kind === 'instance' && !comparable(vm, self, other))
          return refuseToAdd(vm, self, other, type);
        if (isInPlace) return inPlace(vm, operator, self, other);
        return isRight ? vm.binary(operator, other, self) : vm.binary(operator, self, other);
      },
    ];
  }
  return undefined;
}

function refuseToAdd(vm: Interpreter, self: PyValue, other: PyValue, type: string): PyValue {
  if (vm.isInstance(other, vm.builtinClass(type)) !== 'no') return vm.unknown('what a subclass adds is not evaluated');
  const given = vm.typeName(other);
  const words =
    self.kind === 'bytes'
      ? `can't concat ${given} to bytes`
      : `can only concatenate ${type} (not "${given}") to ${type}`;
  return vm.raise('TypeError', words);
}

/** A special method of a builtin value; one that is not modelled makes the value unknown. */
export function protocolAttribute(vm: Interpreter, value: PyValue, type: string, name: string): PyValue | undefined {
  if (lacksMethod(type, name)) return undefined;
  const special = protocolMember(vm, type, name);
  if (special) return { kind: 'method', self: value, callee: special };
  return hasUnmodelled(type, name) ? unmodelledMethod(vm, value, type, name) : undefined;
}

/** Whether two values are of types that know each other. */
function comparable(vm: Interpreter, a: PyValue, b: PyValue): boolean {
  const [left, right] = [vm.typeName(a), vm.typeName(b)];
  if (left === right || b.kind === 'unknown' || b.kind === 'choice') return true;
  if (right === 'float') return false;
  return [numbers, sets].some((group) => group.includes(left) && group.includes(right));
}

/** What a method that is not modelled may do: the value that has it is not known any more. */
function unmodelledMethod(vm: Interpreter, value: PyValue, type: string, name: string): PyValue {
  // What can change is no key.
  if (name === '__hash__' && ['list', 'dict', 'set'].includes(type)) return none;
  const unknown = vm.unknown(`\`${type}.${name}\` is not modelled`);
  if (value.kind !== 'list' && value.kind !== 'dict' && value.kind !== 'set') return unknown;
  return {
    kind: 'native',
    name,
    qualname: `${type}.${name}`,
    method: false,
    call: (_machine, args) => {
      for (const one of [value, ...args.positional, ...args.keywords.values()]) vm.spoil(one, unknown);
      return unknown;
    },
  };
}
