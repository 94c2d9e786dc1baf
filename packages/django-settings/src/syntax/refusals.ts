/** What CPython refuses although its parser takes it: wrong scopes first, then what its compiler cannot place. */
import { futureProblems } from './future-refusals.js';
import { placeProblems } from './place-refusals.js';
import { scopeProblems } from './scope-refusals.js';
import type { Statement, SyntaxProblem } from './tree.js';

/** What CPython finds once it has read the whole file, in its order. */
export function laterProblems(body: readonly Statement[]): SyntaxProblem[] {
  const early = [futureProblems(body), scopeProblems(body)].flatMap((problems) =>
    problems.sort((a, b) => a.start - b.start),
  );
  return [...early, ...placeProblems(body)];
}
