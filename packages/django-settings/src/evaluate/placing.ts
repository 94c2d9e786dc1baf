/** Where an error is: of what an expression or a target itself does, it is told at its own line, not at its statement's. */
import type { Truth } from '@django-golive/core';
import type { Expression, Node } from '../syntax/tree.js';
import type { Frame, Interpreter } from './interpreter.js';
import type { PyValue } from './value.js';

/** Do something at a node. Raised from there, an error keeps the place. */
export function placed<T>(frame: Frame, at: Node, run: () => T): T {
  const before = frame.at;
  frame.at = at;
  const value = run();
  frame.at = before;
  return value;
}

/** Whether a condition holds, told of by the line of the operand that decides at last. */
export function truthOf(vm: Interpreter, test: Expression, value: PyValue, frame: Frame): Truth {
  let last = test;
  for (;;) {
    const inner =
      last.kind === 'and' || last.kind === 'or' ? last.values.at(-1) : last.kind === 'unary' ? last.value : undefined;
    if (!inner || (last.kind === 'unary' && last.operator !== 'not')) break;
    last = inner;
  }
  return placed(frame, last, () => vm.truth(value));
}

/** CPython tells of an attribute by the line on which its name ends. */
export function lastWord({ end }: Node): Node {
  return { start: end - 1, end };
}
