/** Which lists count where none looks like production's. */
import type { Project } from '@django-golive/core';
import { purposeOf } from './dependency-groups.js';
import { homeOf, nameWords } from './manifest-names.js';
import type { ManifestPlan } from './manifests.js';
import { directoryOf, isInOtherProject } from './project-directories.js';

/** Why a list beside the project is not its own. */
export const ELSEWHERE = 'it does not lie where the project does';

/** Where nothing looks like production's, the outermost plain file that is left is taken for it, one of the project's own before those beside it. */
export function withFallback(
  project: Project,
  plans: readonly ManifestPlan[],
  homes: ReadonlySet<string>,
): ManifestPlan[] {
  if (plans.some((plan) => plan.kind === 'runtime')) return [...plans];
  const plains = plans.filter(
    (plan) => plan.kind === 'optional' && (plan.format !== 'requirements' || nameWords(plan.path) === ''),
  );
  const plain = plains.find(({ path }) => homes.has(homeOf(path))) ?? plains[0];
  if (!plain) return withLayers(project, plans, homes);
  const home = directoryOf(plain.path);
  return plans.map((plan) =>
    plan.kind === 'optional' && directoryOf(plan.path) === home
      ? { ...plan, kind: 'runtime', rank: 5, because: 'there is no other' }
      : plan,
  );
}

/**
 * The same of lists that a project keeps deeper inside, as in `config/requirements/base.txt`: where none lies beside it, those of one
 * directory that are named for production or for all environments.
 */
function withLayers(project: Project, plans: readonly ManifestPlan[], homes: ReadonlySet<string>): ManifestPlan[] {
  const layers = plans.filter(
    ({ path, format, because }) =>
      format === 'requirements' &&
      because === ELSEWHERE &&
      /^(?:production|base)$/.test(purposeOf(nameWords(path)) ?? '') &&
      !isInOtherProject(project, homes, path),
  );
  const [first] = layers;
  // Of lists in several places, any may be the project's.
  if (!first || layers.some(({ path }) => directoryOf(path) !== directoryOf(first.path))) return [...plans];
  return plans.map((plan) =>
    layers.includes(plan) ? { ...plan, kind: 'runtime', rank: 5, because: 'there is no other' } : plan,
  );
}
