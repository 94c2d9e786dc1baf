/** Whether code waits for something: by `await`, or by going through something asynchronous in a display. */
import { defaultsOf } from './parameter-order.js';
import type { Comprehension } from './tree.js';
import { type AnyNode, childrenOf } from './tree-walk.js';

/** Whether anything waits, but for what other functions do. */
export function waits(node: AnyNode | undefined): boolean {
  if (!node) return false;
  if (node.kind === 'lambda') return defaultsOf(node.parameters).some(waits);
  if (node.kind === 'function') return [...node.decorators, ...defaultsOf(node.parameters)].some(waits);
  if (node.kind === 'class' && 'decorators' in node) return [...node.decorators, ...node.bases].some(waits);
  if (node.kind === 'await') return true;
  if (node.kind !== 'comprehension') return childrenOf(node).some(waits);
  return waits(node.generators[0]?.iterable) || (node.type !== 'generator' && isAsynchronous(node));
}

/** Whether a comprehension itself waits; what it goes through first is no part of it. */
export function isAsynchronous({ generators, key, value }: Comprehension): boolean {
  return (
    generators.some(
      ({ asynchronous, iterable, target, conditions }, index) =>
        asynchronous || (index > 0 && waits(iterable)) || waits(target) || conditions.some(waits),
    ) ||
    waits(key) ||
    waits(value)
  );
}
