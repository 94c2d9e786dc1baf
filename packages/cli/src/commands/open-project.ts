/** What every command that reads a project begins with: its files, and the variables of its environment. */
import type { Project } from '@django-golive/core';
import type { Arguments } from '../arguments.js';
import { loadProject } from '../disk/load-project.js';
import { readEnvFile } from '../env-file.js';
import { exitCodes, type Outcome } from '../outcome.js';
import { UsageError } from '../usage-error.js';

/** A project, and where it holds nothing to judge, the outcome that says so. */
export interface Opened {
  readonly project: Project;
  readonly nothing?: Outcome;
}

/** The project at the only word of a command line, or where the person stands. Throws `UsageError` where there are more. */
export function openProject(positionals: readonly string[]): Opened {
  const [path = '.', ...more] = positionals;
  if (more.length > 0) throw new UsageError(`golive audits one project at a time; what is "${more[0]}"?`);
  const project = loadProject(path);
  const why = whyNotAuditable(project);
  return why === undefined
    ? { project }
    : { project, nothing: { code: exitCodes.nothingToAudit, outputs: [], message: `golive: ${why}` } };
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
