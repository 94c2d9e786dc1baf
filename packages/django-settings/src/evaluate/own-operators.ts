/** What the operands' own classes make of an operator, asked in CPython's order. */
import type { Interpreter } from './interpreter.js';
import { findInMro } from './mro.js';
import type { PyClass, PyValue } from './value.js';
import { bool, notImplemented } from './value.js';

/** Whether its class may be one of the project, or a modelled one, which has operators of its own. */
export function mayOperate(value: PyValue): boolean {
  if (value.kind === 'instance') return true;
  if (value.kind === 'class') return value.metaclass !== undefined;
  return (value.kind === 'dict' || value.kind === 'tuple') && value.cls !== undefined;
}

/** `left OP right` by their methods `__lt__` and `__gt__`, say; `undefined` where these leave it. A subclass is asked first. */
export function compareByMethods(
  vm: Interpreter,
  left: PyValue,
  right: PyValue,
  name: string,
  mirrored: string,
): PyValue | undefined {
  const sides = [
    [left, right, name],
    [right, left, mirrored],
  ] as const;
  for (const [self, other, method] of isBelow(vm, right, left) ? [...sides].reverse() : sides) {
    const result = mayOperate(self) ? resultOf(vm, self, other, method) : notImplemented;
    if (result !== notImplemented) return result;
  }
  return undefined;
}

function resultOf(vm: Interpreter, self: PyValue, other: PyValue, name: string): PyValue {
  const method = vm.special(self, name);
  // `object` tells what differs by what is equal, `dict` and `tuple` by themselves.
  const isOfObject = self.kind !== 'dict' && self.kind !== 'tuple';
  if (method || name !== '__ne__' || !isOfObject) return method ? vm.call(method, [other]) : notImplemented;
  const same = resultOf(vm, self, other, '__eq__');
  if (same === notImplemented) return same;
  const truth = vm.truth(same);
  return truth === 'maybe' ? vm.derive(vm.doubt(same) ?? same, { type: 'bool' }) : bool(truth === 'no');
}

/** `left + right` by `__add__` and `__radd__`, say: the latter first where a subclass has one of its own. */
export function operateByMethods(vm: Interpreter, left: PyValue, right: PyValue, name: string): PyValue | undefined {
  const [own, reflected] = [`__${name}__`, `__r${name}__`];
  const sides: (readonly [PyValue, PyValue, string])[] = [[left, right, own]];
  const [leftClass, rightClass] = [classOf(vm, left), classOf(vm, right)];
  if (leftClass !== rightClass || !mayOperate(right)) {
    const overrides = isBelow(vm, right, left) && memberOf(leftClass, reflected) !== memberOf(rightClass, reflected);
    sides[overrides ? 'unshift' : 'push']([right, left, reflected]);
  }
  for (const [self, other, method] of sides) {
    const found = mayOperate(self) || self.kind === 'class' ? vm.special(self, method) : undefined;
    const result = found ? vm.call(found, [other]) : notImplemented;
    if (result !== notImplemented) return result;
  }
  return undefined;
}

/** Whether the class of a value is a proper subclass of another's. */
export function isBelow(vm: Interpreter, value: PyValue, other: PyValue): boolean {
  if (!mayOperate(value)) return false;
  const [below, above] = [classOf(vm, value), classOf(vm, other)];
  return below !== above && above !== undefined && (below?.mro.includes(above) ?? false);
}

function classOf(vm: Interpreter, value: PyValue): PyClass | undefined {
  const cls = vm.typeOf(value);
  return cls.kind === 'class' ? cls : undefined;
}

function memberOf(cls: PyClass | undefined, name: string): PyValue | undefined {
  return cls && findInMro(cls.mro, name)?.entry.value;
}
