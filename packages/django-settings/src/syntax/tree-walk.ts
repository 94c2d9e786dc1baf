/** Goes through a tree: the nodes directly inside a node, whatever its kind. */
import type { Expression, Pattern, Statement } from './tree.js';

/** A node that has a kind. */
export type AnyNode = Statement | Expression | Pattern;

/** The nodes directly inside, in the order of the source as far as the tree keeps it. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const found: AnyNode[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === 'object' && value !== null) {
      if ('kind' in value && 'start' in value) found.push(value as AnyNode);
      else for (const item of Object.values(value)) visit(item);
    }
  };
  for (const key in node) visit(node[key as keyof AnyNode]);
  return found;
}
