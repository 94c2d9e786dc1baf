/** Stops at the first thing that CPython refuses, as CPython does. */
import type { Node, SyntaxProblem } from './tree.js';

class Refusal extends Error {
  constructor(readonly problem: SyntaxProblem) {
    super(problem.message);
  }
}

/** Refuse the file for what is wrong at a node. */
export function refuse({ start, end }: Node, message: string): never {
  throw new Refusal({ start, end, type: 'SyntaxError', message });
}

/** What a pass over the file refuses first, if anything. */
export function firstRefusal(pass: () => void): SyntaxProblem | undefined {
  try {
    pass();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
}
