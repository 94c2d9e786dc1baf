/** `golive checklist [PATH] --target T`: what to do before, during and after a deployment there, as markdown. */
import { checklist } from '@django-golive/reporters';
import type { Arguments } from '../arguments.js';
import { auditForTargets } from '../audit-project.js';
import { knownTargets } from '../choose-target.js';
import { exitCodes, type Outcome } from '../outcome.js';
import { UsageError } from '../usage-error.js';
import { openProject, variablesOf } from './open-project.js';

/** The checklist of each target that is named, or of the one that the files show. */
export function checklistCommand(given: Arguments): Outcome {
  const outputs = given.outputs.filter(({ format }) => format === 'terminal' || format === 'markdown');
  if (outputs.length < given.outputs.length)
    throw new UsageError('golive checklist writes markdown; --format json of an audit holds the same items.');
  const { project, nothing } = openProject(given.positionals);
  if (nothing) return nothing;
  const reports = auditForTargets(project, given.targets, {
    operator: { ...given.operator, variables: variablesOf(given) },
  });
  if (reports.some(({ target }) => target.chosen === 'none'))
    throw new UsageError(
      `${whyNone(given, project.name)}; name a target: --target ${knownTargets()
        .map(({ id }) => id)
        .join(', ')}.`,
    );
  const text = reports.map((report) => checklist(report)).join('\n---\n\n');
  return { code: exitCodes.clean, outputs: outputs.map(({ file }) => ({ file, text })) };
}

function whyNone({ targets }: Arguments, name: string): string {
  return targets.length > 0 ? '"none" is no place to deploy to' : `no file of ${name} shows where it will run`;
}
