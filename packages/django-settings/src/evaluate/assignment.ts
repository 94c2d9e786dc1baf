/** Binding targets: names, attributes, items, unpacking, augmented assignment, `del`. */

import type { AugmentedAssign, Expression } from '../syntax/tree.js';
import { advance, iteratorOf } from './advance.js';
import { update } from './builtins/dict-methods.js';
import { deleteItem } from './changing-items.js';
import { unlessRaised } from './expected-errors.js';
import { extendBy } from './extending.js';
import type { Frame, Interpreter } from './interpreter.js';
import { askLength } from './listing.js';
import { met } from './machine-parts.js';
import { bind, unbind } from './names.js';
import { isNoIterable } from './no-iterable.js';
import { binary, dunders } from './operators.js';
import { mayOperate } from './own-operators.js';
import { lastWord, placed } from './placing.js';
import { changeThrough, stillOf } from './through-unknowns.js';
import type { PyDict, PyValue } from './value.js';
import { none, notImplemented } from './value.js';

export function assign(vm: Interpreter, target: Expression, value: PyValue, frame: Frame): void {
  switch (target.kind) {
    case 'name':
      bind(vm, target.name, value, frame);
      return;
    case 'attribute': {
      const owner = vm.evaluate(target.value, frame);
      return placed(frame, lastWord(target), () => vm.setAttribute(owner, target.name, value));
    }
    case 'subscript': {
      const container = vm.evaluate(target.value, frame);
      const index = vm.evaluate(target.index, frame);
      return placed(frame, target, () => vm.setItem(container, index, value));
    }
    case 'tuple':
    case 'list':
      return placed(frame, target, () => unpack(vm, target.items, value, frame));
    case 'starred':
      assign(vm, target.value, value, frame);
      return;
    default:
      vm.raise('SyntaxError', 'cannot assign to expression');
  }
}

function unpack(vm: Interpreter, targets: readonly Expression[], value: PyValue, frame: Frame): void {
  if (value.kind === 'choice') {
    vm.each(value, (option) => {
      unpack(vm, targets, option, frame);
      return none;
    });
    return;
  }
  const star = targets.findIndex(({ kind }) => kind === 'starred');
  const items = iterateFor(vm, value, star < 0 ? targets.length : Number.POSITIVE_INFINITY, star);
  const many = items.findIndex((item) => item.kind === 'unknown' && item.many);
  if (many >= 0) {
    // With no target to hold them, nothing else would tell that they are not known.
    vm.met.unknown = true;
    const { many: _, ...one } = items[many] as Extract<PyValue, { kind: 'unknown' }>;
    unlessRaised(vm, one, () => none, 'ValueError');
    for (const [at, target] of targets.entries()) {
      const known = at < many && (star < 0 || at < star) ? items[at] : undefined;
      const rest = target.kind === 'starred';
      assign(
        vm,
        target,
        known ??
          (rest
            ? vm.fresh({ kind: 'list', items: [{ ...stillOf(vm, one), many: true }], options: undefined })
            : stillOf(vm, one)),
        frame,
      );
    }
    return;
  }
  if (star < 0) {
    if (items.length < targets.length) {
      vm.raise('ValueError', `not enough values to unpack (expected ${targets.length}, got ${items.length})`);
    }
    if (items.length > targets.length) {
      const got =
        value.kind === 'list' || value.kind === 'tuple' || value.kind === 'dict' ? `, got ${items.length}` : '';
      const newer = vm.python === undefined || vm.python[1] >= 14;
      vm.raise('ValueError', `too many values to unpack (expected ${targets.length}${newer && vm.python ? got : ''})`);
    }
    for (const [at, target] of targets.entries()) assign(vm, target, items[at] ?? none, frame);
    return;
  }
  const after = targets.length - star - 1;
  if (items.length < targets.length - 1) {
    vm.raise(
      'ValueError',
      `not enough values to unpack (expected at least ${targets.length - 1}, got ${items.length})`,
    );
  }
  for (const [at, target] of targets.entries()) {
    if (at < star) assign(vm, target, items[at] ?? none, frame);
    else if (at === star) {
      assign(
        vm,
        target,
        vm.fresh({ kind: 'list', items: items.slice(star, items.length - after), options: undefined }),
        frame,
      );
    } else assign(vm, target, items[items.length - (targets.length - at)] ?? none, frame);
  }
}

/** The items to unpack: as many as there are targets, and one more, to see that there is none. */
function iterateFor(vm: Interpreter, value: PyValue, most: number, star: number): readonly PyValue[] {
  const isPlainClass = value.kind === 'class' && value.metaclass === undefined;
  if (isPlainClass || isNoIterable(vm, value))
    vm.raise('TypeError', `cannot unpack non-iterable ${vm.typeName(value)} object`);
  if (value.kind !== 'iterator' && value.kind !== 'instance') return vm.iterate(value);
  const source = iteratorOf(vm, value);
  const items: PyValue[] = [];
  while (items.length <= most) {
    // What is left becomes a list.
    if (items.length === star) askLength(vm, source);
    const item = advance(vm, source);
    if (!item) break;
    items.push(item);
  }
  return items;
}

export function augment(vm: Interpreter, node: AugmentedAssign, frame: Frame): void {
  const { target } = node;
  if (target.kind === 'name') {
    const before = vm.evaluate(target, frame);
    const right = vm.evaluate(node.value, frame);
    bind(vm, target.name, met(vm, inPlace(vm, node.operator, before, right)), frame);
  } else if (target.kind === 'attribute') {
    const owner = vm.evaluate(target.value, frame);
    const before = placed(frame, lastWord(target), () => vm.getAttribute(owner, target.name));
    const after = inPlace(vm, node.operator, before, vm.evaluate(node.value, frame));
    placed(frame, lastWord(target), () => vm.setAttribute(owner, target.name, after));
  } else if (target.kind === 'subscript') {
    const container = vm.evaluate(target.value, frame);
    const key = vm.evaluate(target.index, frame);
    const before = placed(frame, target, () => vm.getItem(container, key));
    const after = inPlace(vm, node.operator, before, vm.evaluate(node.value, frame));
    placed(frame, target, () => vm.setItem(container, key, after));
  }
}

/** `left OP= right`: lists, dicts and sets change in place, and stay the same object. */
export function inPlace(vm: Interpreter, operator: string, left: PyValue, right: PyValue): PyValue {
  // It stays the object that other names hold.
  if (left.kind === 'unknown') changeThrough(vm, left);
  if (left.kind === 'unknown' && left.shared) return left;
  if (left.kind === 'choice') return vm.each(left, (option) => inPlace(vm, operator, option, right));
  if (left.kind === 'list' && left.options) {
    vm.each(left, (option) => inPlace(vm, operator, option, right));
    return left;
  }
  if (left.kind === 'list' && operator === '+') {
    if (right.kind === 'choice') {
      vm.each(right, (option) => inPlace(vm, operator, left, option));
      return left;
    }
    vm.touch(left);
    if (right.kind === 'unknown') left.items.push({ ...vm.derive(right), many: true as const });
    else extendBy(vm, left, right);
    return left;
  }
  if (left.kind === 'list' && operator === '*') {
    const repeated = vm.binary('*', left, right);
    if (repeated.kind !== 'list') return repeated;
    vm.touch(left);
    left.items = [...repeated.items];
    return left;
  }
  const method = mayOperate(left) ? vm.special(left, `__i${dunders[operator]}__`) : undefined;
  const own = method ? vm.call(method, [right]) : notImplemented;
  if (own !== notImplemented) return own;
  if (left.kind === 'dict' && operator === '|' && !method) {
    update(vm, left as PyDict, right);
    return left;
  }
  if (left.kind === 'set' && !left.frozen && right.kind === 'set') {
    const result = binary(vm, operator, left, right, `${operator}=`);
    if (result.kind !== 'set') return result;
    vm.touch(left);
    left.entries = new Map(result.entries);
    left.open = result.open;
    return left;
  }
  return binary(vm, operator, left, right, `${operator}=`);
}

export function remove(vm: Interpreter, target: Expression, frame: Frame): void {
  if (target.kind === 'name') unbind(vm, target.name, frame);
  else if (target.kind === 'subscript') {
    const container = vm.evaluate(target.value, frame);
    const index = vm.evaluate(target.index, frame);
    placed(frame, target, () => deleteItem(vm, container, index));
  } else if (target.kind === 'attribute') {
    const owner = vm.evaluate(target.value, frame);
    placed(frame, lastWord(target), () => vm.deleteAttribute(owner, target.name));
  } else if (target.kind === 'tuple' || target.kind === 'list') {
    for (const item of target.items) remove(vm, item, frame);
  }
}
