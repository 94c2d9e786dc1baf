/** Expressions with a `yield` inside: what comes before it is worked out and held, then the generator can wait there. */
import type { Expression, YieldSyntax } from '../syntax/tree.js';
import type { Frame, Interpreter } from './interpreter.js';
import { Exhausted } from './raised.js';
import type { PyValue } from './value.js';

/** The first `yield` of an expression, and the expression once it is known what was sent. */
export interface Suspension {
  readonly node: YieldSyntax;
  readonly resume: (sent: PyValue) => Expression;
}

/** An expression in which no `yield` is left to wait at. */
export interface Finished {
  readonly node?: undefined;
  readonly whole: Expression;
}

type Rebuild = (node: Expression) => Expression;
type Child = readonly [node: Expression, put: Rebuild];

/** Whether there is a `yield` that belongs to the function itself. */
export function hasYield(vm: Interpreter, node: object): boolean {
  const known = vm.once('nodes with a yield', () => new WeakMap<object, boolean>());
  let found = known.get(node);
  if (found === undefined) {
    found = searched(vm, node);
    known.set(node, found);
  }
  return found;
}

function searched(vm: Interpreter, node: object): boolean {
  const { kind } = node as { readonly kind?: string };
  if (kind === 'yield' || kind === 'yield-from') return true;
  if (kind === 'lambda' || kind === 'function' || kind === 'class' || kind === 'held') return false;
  return Object.values(node).some(
    (child: unknown) => typeof child === 'object' && child !== null && hasYield(vm, child),
  );
}

/** Work out what Python works out before the first `yield`. */
export function suspensionOf(vm: Interpreter, node: Expression, frame: Frame): Suspension | Finished {
  return hasYield(vm, node) ? find(vm, node, frame, (whole) => whole) : { whole: node };
}

function find(vm: Interpreter, node: Expression, frame: Frame, rebuild: Rebuild): Suspension | Finished {
  if (node.kind === 'yield' || node.kind === 'yield-from') {
    const around: Rebuild = (value) => rebuild(node.kind === 'yield' ? { ...node, value } : { ...node, value });
    if (node.value && hasYield(vm, node.value)) return find(vm, node.value, frame, around);
    return { node, resume: (sent) => rebuild(held(node, sent)) };
  }
  if (node.kind === 'and' || node.kind === 'or') return findInOperands(vm, node, frame, rebuild);
  if (node.kind === 'conditional' && !hasYield(vm, node.test)) {
    const chosen = decided(vm, vm.evaluate(node.test, frame)) ? node.body : node.otherwise;
    return continued(vm, chosen, frame, rebuild);
  }
  const children = childrenOf(node);
  if (!children || (node.kind === 'compare' && node.rest.length > 1)) return never();
  let at: Expression = node;
  for (const index of children.keys()) {
    const [child, put]: Child = childrenOf(at)?.[index] ?? never();
    if (hasYield(vm, child)) return find(vm, child, frame, (inner) => rebuild(put(inner)));
    const star = child.kind === 'starred';
    const value = held(child, vm.evaluate(star ? child.value : child, frame));
    at = put(star ? { ...child, value } : value);
  }
  return never();
}

function never(): never {
  throw new Exhausted('a `yield` in such an expression is not followed');
}

/** An expression in whose place another has come: it may have no `yield` any more. */
function continued(vm: Interpreter, node: Expression, frame: Frame, rebuild: Rebuild): Suspension | Finished {
  if (hasYield(vm, node)) return find(vm, node, frame, rebuild);
  return suspensionOf(vm, rebuild(held(node, vm.evaluate(node, frame))), frame);
}

function findInOperands(
  vm: Interpreter,
  node: Extract<Expression, { kind: 'and' | 'or' }>,
  frame: Frame,
  rebuild: Rebuild,
): Suspension | Finished {
  const [first, ...rest] = node.values;
  if (!first) throw new TypeError('No operand');
  if (hasYield(vm, first)) return find(vm, first, frame, (inner) => rebuild({ ...node, values: [inner, ...rest] }));
  const value = vm.evaluate(first, frame);
  const [only] = rest;
  if (decided(vm, value) === (node.kind === 'or') || !only) return continued(vm, held(first, value), frame, rebuild);
  return continued(vm, rest.length === 1 ? only : { ...node, values: rest }, frame, rebuild);
}

function decided(vm: Interpreter, value: PyValue): boolean {
  const truth = vm.truth(value);
  if (truth === 'maybe') throw new Exhausted('a `yield` hangs on a condition that is not known');
  return truth === 'yes';
}

function held(place: Expression, value: PyValue): Expression {
  return { kind: 'held', start: place.start, end: place.end, value };
}

/** The parts of an expression in the order in which Python works them out, each with how it is replaced. */
function childrenOf(node: Expression): readonly Child[] | undefined {
  const list = (items: readonly Expression[], put: (items: readonly Expression[]) => Expression): Child[] =>
    items.map((item, at) => [item, (to) => put(items.map((one, index) => (index === at ? to : one)))]);
  switch (node.kind) {
    case 'list':
    case 'tuple':
    case 'set':
      return list(node.items, (items) => ({ ...node, items }));
    case 'attribute':
    case 'unary':
    case 'walrus':
    case 'await':
    case 'starred':
      return [[node.value, (value) => ({ ...node, value })]];
    case 'subscript':
      return [
        [node.value, (value) => ({ ...node, value })],
        [node.index, (index) => ({ ...node, index })],
      ];
    case 'binary':
      return [
        [node.left, (left) => ({ ...node, left })],
        [node.right, (right) => ({ ...node, right })],
      ];
    case 'compare':
      return [
        [node.left, (left) => ({ ...node, left })],
        ...list(
          node.rest.map(([, right]) => right),
          (rights) => ({ ...node, rest: node.rest.map(([sign, right], at) => [sign, rights[at] ?? right] as const) }),
        ),
      ];
    case 'call':
      return [
        [node.callee, (callee) => ({ ...node, callee })],
        ...list(node.positional, (positional) => ({ ...node, positional })),
        ...list(
          node.keywords.map(({ value }) => value),
          (values) => ({
            ...node,
            keywords: node.keywords.map((one, at) => ({ ...one, value: values[at] ?? one.value })),
          }),
        ),
      ];
    case 'dict':
      return node.entries.flatMap(([key, value], at): Child[] => {
        const put = (entry: readonly [Expression | undefined, Expression]): Expression => ({
          ...node,
          entries: node.entries.map((one, index) => (index === at ? entry : one)),
        });
        return [
          ...(key ? [[key, (to: Expression) => put([to, value])] as const] : []),
          [value, (to) => put([key, to])],
        ];
      });
    case 'conditional':
      return [[node.test, (test) => ({ ...node, test })]];
    default:
      return undefined;
  }
}
