/** Lists for development that a build of production installs, and that another list was taken for production's in place of. */
import type { Problem } from './declaration.js';
import type { Installs } from './install-commands.js';
import type { ManifestPlan } from './manifests.js';
import { resolveNamed } from './resolve-named.js';

/** A word on each. */
export function passedByLists(plans: readonly ManifestPlan[], { requirements }: Installs): readonly Problem[] {
  const other = plans.find(({ kind, rank, format }) => kind === 'runtime' && rank > 0 && format === 'requirements');
  // Where a build names production's list, what it installs besides is no riddle.
  if (!other || plans.some(({ kind, rank }) => kind === 'runtime' && rank === 0)) return [];
  return requirements.flatMap(({ path, from, by, doubted, at }): readonly Problem[] => {
    const plan = plans.find((one) => one.path === resolveNamed(path, from, plans));
    if (!at || doubted || plan?.kind !== 'dev') return [];
    const why = `${by} installs \`${plan.path}\`, which is for development by its name: \`${other.path}\` is taken for what production installs`;
    return [{ at, why }];
  });
}
