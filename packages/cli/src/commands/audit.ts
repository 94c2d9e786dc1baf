/** `golive [audit] [PATH]`: audit a project and write the report in every format asked for. */
import { atLeast, type Project, type Report } from '@django-golive/core';
import { type RunReporter, runReporters } from '@django-golive/reporters';
import type { Arguments } from '../arguments.js';
import { auditForTargets, UsageError } from '../audit-project.js';
import { readBaseline } from '../baseline.js';
import { loadProject } from '../disk/load-project.js';
import { readEnvFile } from '../env-file.js';
import { exitCodes, type Outcome, type Terminal } from '../outcome.js';

/** Audit and render. */
export function auditCommand(given: Arguments, terminal: Terminal): Outcome {
  const [path = '.', ...more] = given.positionals;
  if (more.length > 0) throw new UsageError(`golive audits one project at a time; what is "${more[0]}"?`);
  const project = loadProject(path);
  const nothing = whyNotAuditable(project);
  if (nothing !== undefined) return { code: exitCodes.nothingToAudit, outputs: [], message: `golive: ${nothing}` };

  const reports = auditForTargets(project, given.targets, {
    operator: { ...given.operator, variables: variablesOf(given) },
    ...(given.baseline === undefined ? {} : { baseline: readBaseline(given.baseline) }),
  });
  return {
    // The worst of them: one target that is not ready is enough.
    code: reports.some((report) => failed(report, given)) ? exitCodes.findings : exitCodes.clean,
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

/** The variables of `--env-file`, then those of `--env`, which win. */
export function variablesOf(given: Arguments): Readonly<Record<string, string>> {
  return Object.assign({}, ...given.envFiles.map(readEnvFile), given.operator.variables);
}

/** Why there is nothing to judge, or `undefined` where there is. */
export function whyNotAuditable(project: Project): string | undefined {
  if (project.paths.length === 0) return `${project.name} is empty: there is nothing to audit.`;
  if (looksLikeDjango(project)) return undefined;
  return `no Django project was found in ${project.name}: no manage.py, no settings module, and nothing that imports or declares Django.`;
}

function looksLikeDjango(project: Project): boolean {
  if (project.paths.some((path) => /(^|\/)manage\.py$/.test(path))) return true;
  const likely =
    /(^|\/)(settings[^/]*\.py|[^/]*settings\.py|wsgi\.py|asgi\.py|requirements[^/]*\.(txt|in)|pyproject\.toml|Pipfile|setup\.(py|cfg))$|(^|\/)(settings|requirements)\/[^/]+\.(py|txt|in)$/;
  return (
    project.paths.some((path) => likely.test(path) && /\bdjango\b/i.test(project.file(path)?.text ?? '')) ||
    project.paths.some((path) => /(^|\/)settings\.py$/.test(path))
  );
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
