/** Where an error is: of what an expression or a target itself does, it is told at its own line, not at its statement's. */
import type { Node } from '../syntax/tree.js';
import type { Frame } from './interpreter.js';

/** Do something at a node. Raised from there, an error keeps the place. */
export function placed<T>(frame: Frame, at: Node, run: () => T): T {
  const before = frame.at;
  frame.at = at;
  const value = run();
  frame.at = before;
  return value;
}

/** CPython tells of an attribute by the line on which its name ends. */
export function lastWord({ end }: Node): Node {
  return { start: end - 1, end };
}
