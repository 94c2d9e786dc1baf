/** What CPython refuses of `from __future__ import …`: it stands first, and names what there is. */
import type { Statement, SyntaxProblem } from './tree.js';

const features = new Set(
  (
    'nested_scopes generators division absolute_import with_statement print_function unicode_literals barry_as_FLUFL ' +
    'generator_stop annotations'
  ).split(' '),
);

/** The imports of the future that are refused. */
export function futureProblems(body: readonly Statement[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  let late = false;
  for (const [index, one] of body.entries()) {
    if (one.kind !== 'import-from' || one.module !== '__future__' || one.level !== 0) {
      late ||= index > 0 || one.kind !== 'expression' || one.value.kind !== 'str';
      continue;
    }
    const say = (message: string) => problems.push({ start: one.start, end: one.end, type: 'SyntaxError', message });
    if (late) say('from __future__ imports must occur at the beginning of the file');
    for (const { name } of one.names) {
      if (name === 'braces') say('not a chance');
      else if (!features.has(name)) say(`future feature ${name} is not defined`);
    }
  }
  return problems;
}
