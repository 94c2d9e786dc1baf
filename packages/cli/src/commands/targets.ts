/** `golive targets [PATH]`: all targets for this project beside one another. */
import { comparisonMarkdown, comparisonTerminal } from '@django-golive/reporters';
import type { Arguments, Output } from '../arguments.js';
import { compareForProject } from '../audit-project.js';
import { exitCodes, type Outcome, type Terminal } from '../outcome.js';
import { UsageError } from '../usage-error.js';
import { openProject, variablesOf } from './open-project.js';

/** The comparison of the targets that are named, or of all of them. It ends with 0: it informs a choice, and fails nothing. */
export function targetsCommand(given: Arguments, terminal: Terminal): Outcome {
  if (given.targets.includes('none'))
    throw new UsageError('golive targets compares places to deploy to; "none" is none.');
  if (given.outputs.some(({ format }) => format === 'sarif'))
    throw new UsageError('golive targets writes terminal, markdown or json; an audit writes SARIF.');
  const { project, nothing } = openProject(given.positionals);
  if (nothing) return nothing;
  const comparison = compareForProject(project, given.targets, {
    operator: { ...given.operator, variables: variablesOf(given) },
  });
  const textOf = ({ format, file }: Output): string => {
    if (format === 'json') return JSON.stringify(comparison, null, 2);
    if (format === 'markdown') return comparisonMarkdown(comparison);
    return comparisonTerminal(comparison, {
      color: file === undefined && (given.color ?? terminal.color),
      columns: file === undefined ? terminal.columns : 100,
    });
  };
  return {
    code: exitCodes.clean,
    outputs: given.outputs.map((output) => ({ file: output.file, text: textOf(output) })),
  };
}
