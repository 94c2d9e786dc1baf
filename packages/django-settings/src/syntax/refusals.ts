/** What CPython refuses although its parser takes it: wrong scopes first, then what its compiler cannot place. */
import { readFuture } from './future-refusals.js';
import { refusePlaces } from './place-refusals.js';
import { firstRefusal } from './refusal.js';
import { refuseScopes } from './scope-refusals.js';
import type { Statement, SyntaxProblem } from './tree.js';

/** What CPython finds once it has read the whole file: the first, for it stops there. */
export function laterProblems(body: readonly Statement[], text: string): SyntaxProblem[] {
  const problem = firstRefusal(() => {
    const future = readFuture(body, text);
    refuseScopes(body, future.annotations);
    refusePlaces(body, future);
  });
  return problem ? [problem] : [];
}
