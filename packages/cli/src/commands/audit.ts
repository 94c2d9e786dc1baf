/** `golive [audit] [PATH]`: audit a project and write the report in every format asked for. */
import { readFileSync } from 'node:fs';
import { atLeast, type Baseline, type Project, type Report } from '@django-golive/core';
import { type Reporter, reporters } from '@django-golive/reporters';
import { chosenAdvisories } from '../advisories/chosen-advisories.js';
import type { Arguments } from '../arguments.js';
import { auditLoaded, UsageError } from '../audit-project.js';
import { loadProject } from '../disk/load-project.js';
import { readEnvFile } from '../env-file.js';
import { exitCodes, type Outcome, type Terminal } from '../outcome.js';

/** Audit and render. */
export async function auditCommand(given: Arguments, terminal: Terminal): Promise<Outcome> {
  const [path = '.', ...more] = given.positionals;
  if (more.length > 0) throw new UsageError(`golive audits one project at a time; what is "${more[0]}"?`);
  const project = loadProject(path);
  const nothing = whyNotAuditable(project);
  if (nothing !== undefined) return { code: exitCodes.nothingToAudit, outputs: [], message: `golive: ${nothing}` };

  const advisories = await chosenAdvisories(given, project);
  const report = auditLoaded(project, {
    ...(given.target === undefined ? {} : { target: given.target }),
    operator: { ...given.operator, variables: variablesOf(given) },
    advisories: advisories.source,
    ...(given.baseline === undefined ? {} : { baseline: readBaseline(given.baseline) }),
  });
  return {
    code: failed(report, given) ? exitCodes.findings : exitCodes.clean,
    ...(advisories.warning === undefined ? {} : { message: `golive: ${advisories.warning}` }),
    outputs: given.outputs.map(({ format, file }) => ({
      file,
      text: reporterNamed(format)(report, {
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

function reporterNamed(format: string): Reporter {
  const reporter = reporters[format];
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

/** A baseline is the JSON report of an earlier audit, or an object with its fingerprints. */
function readBaseline(path: string): Baseline {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new UsageError(`--baseline: ${path} is not a JSON file that can be read.`);
  }
  const fingerprints = fingerprintsIn(data);
  if (!fingerprints) throw new UsageError(`--baseline: ${path} is not a golive JSON report.`);
  return { version: 1, fingerprints };
}

function fingerprintsIn(data: unknown): readonly string[] | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if ('fingerprints' in data && Array.isArray(data.fingerprints)) return data.fingerprints.map(String);
  if (!('findings' in data) || !Array.isArray(data.findings)) return undefined;
  return data.findings.flatMap((finding: unknown) =>
    typeof finding === 'object' && finding !== null && 'fingerprint' in finding ? [String(finding.fingerprint)] : [],
  );
}
