/** What CPython refuses although it can be parsed: wrong targets first, then wrong scopes, then what its compiler cannot place. */
import { placeProblems } from './place-refusals.js';
import { scopeProblems } from './scope-refusals.js';
import { targetProblems } from './target-refusals.js';
import type { Statement, SyntaxProblem } from './tree.js';

/** The problems of statements at the top level of a file, in the order in which CPython would find them. */
export function problemsIn(body: readonly Statement[]): SyntaxProblem[] {
  return [targetProblems(body), scopeProblems(body), placeProblems(body)].flatMap((problems) =>
    problems.sort((a, b) => a.start - b.start),
  );
}
