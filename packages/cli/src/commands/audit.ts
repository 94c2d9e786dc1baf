/** `golive [audit] [PATH]`: audit a project and write the report in every format asked for. */
import { atLeast, type Report } from '@django-golive/core';
import { type RunReporter, runReporters } from '@django-golive/reporters';
import { chosenAdvisories } from '../advisories/chosen-advisories.js';
import type { Arguments } from '../arguments.js';
import { auditForTargets } from '../audit-project.js';
import { readBaseline } from '../baseline.js';
import { exitCodes, type Outcome, type Terminal } from '../outcome.js';
import { UsageError } from '../usage-error.js';
import { openProject, variablesOf } from './open-project.js';

/** Audit and render. */
export async function auditCommand(given: Arguments, terminal: Terminal): Promise<Outcome> {
  const { project, nothing } = openProject(given.positionals);
  if (nothing) return nothing;
  const advisories = await chosenAdvisories(given, project);
  const reports = auditForTargets(project, given.targets, {
    operator: { ...given.operator, variables: variablesOf(given) },
    advisories: advisories.source,
    ...(given.baseline === undefined ? {} : { baseline: readBaseline(given.baseline) }),
  });
  return {
    // The worst of them: one target that is not ready is enough.
    code: reports.some((report) => failed(report, given)) ? exitCodes.findings : exitCodes.clean,
    ...(advisories.warning === undefined ? {} : { message: `golive: ${advisories.warning}` }),
    outputs: given.outputs.map(({ format, file }) => ({
      file,
      text: reporterNamed(format)(reports, {
        color: file === undefined && (given.color ?? terminal.color),
        columns: file === undefined ? terminal.columns : 100,
        brief: given.quiet,
      }),
    })),
  };
}

function reporterNamed(format: string): RunReporter {
  const reporter = runReporters[format];
  if (!reporter) throw new UsageError(`There is no format "${format}".`);
  return reporter;
}

function failed(report: Report, given: Arguments): boolean {
  const { failOn } = given;
  return (
    failOn !== 'never' &&
    report.findings.some((finding) => finding.status === 'open' && atLeast(finding.severity, failOn))
  );
}
