/** Which Compose files start production, and why: a file for development proves nothing about it. */
import { compareText, defineFact, type Evidence, type Project, project, purposeOf } from '@django-golive/core';
import { readCompose, servicesIn } from '../files/compose.js';
import type { ComposeProject } from '../files/compose-model.js';
import { directoryOf } from '../files/paths.js';

/** The Compose files of the project. */
export interface ComposeFiles {
  /** Every Compose file of the tree. */
  readonly paths: readonly string[];
  /** What would be started in production, where files say so. */
  readonly production: ComposeProject | undefined;
  /** Whether a file says by its name that it is for production; a plain `compose.yaml` does not. */
  readonly named: boolean;
  readonly reason: Evidence | undefined;
}

/** The project's Compose files. */
export const composeFiles = defineFact({
  id: 'compose-files',
  needs: { project },
  derive({ project }): ComposeFiles {
    const paths = project.paths.filter((path) => isComposePath(path) || isComposeByContent(project, path));
    const usable = paths.filter((path) => servicesIn(project, path).length > 0).sort(byDepth);
    const production = usable.filter((path) => purposeOf(path) === 'production')[0];
    const base = usable.filter((path) => purposeOf(path) === 'unsaid')[0];
    const chosen =
      production === undefined ? (base === undefined ? [] : [base]) : withBase(project, production, usable);
    const first = chosen[chosen.length - 1];
    const file = first === undefined ? undefined : project.file(first);
    return {
      paths,
      production: readCompose(project, chosen),
      named: production !== undefined,
      reason: file && {
        at: file.at({ start: 0, end: 0 }),
        note:
          production === undefined
            ? `\`${first}\` is the project's Compose file.`
            : `\`${first}\` is named for production.`,
      },
    };
  },
});

/** Whether a path names a Compose file. */
export function isComposePath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return (
    /\.ya?ml$/.test(name) &&
    /(^|[._-])((docker-?)?compose|docker-?stack)([._-]|$)/.test(name) &&
    !/(^|\/)\.(devcontainer|github|circleci)\//.test(path)
  );
}

/** cookiecutter-django calls them `production.yml` and `local.yml`, which may be anything: what they start tells. */
function isComposeByContent(project: Project, path: string): boolean {
  return isEnvironmentFile(path) && servicesIn(project, path).some(({ complete }) => complete);
}

/** Whether a file of the root is named for an environment and nothing else. */
export function isEnvironmentFile(path: string): boolean {
  return /^(production|prod|staging|local|development|dev)\.ya?ml$/.test(path);
}

/** A production file that only changes services of a base file is read over it. */
function withBase(project: Project, production: string, usable: readonly string[]): readonly string[] {
  const services = servicesIn(project, production);
  if (services.every((service) => service.complete)) return [production];
  const base =
    usable.find((path) => directoryOf(path) === directoryOf(production) && purposeOf(path) === 'unsaid') ??
    usable.find((path) => directoryOf(path) === directoryOf(production) && /\bbase\b/.test(path));
  return base === undefined ? [production] : [base, production];
}

function byDepth(a: string, b: string): number {
  return a.split('/').length - b.split('/').length || a.length - b.length || compareText(a, b);
}
