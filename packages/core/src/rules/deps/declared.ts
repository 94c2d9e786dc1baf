/** What "not declared" can mean: which packages are certain to be missing, and how sure that is. */
import type { Dependencies, Dependency } from '../../facts/dependencies.js';
import type { Confidence, Remedy } from '../../rule.js';
import { broughtBy } from './brought.js';
import { broughtByExtra } from './brought-by-extra.js';
import { additionLines } from './manifest-lines.js';

/** How a package is declared: for production, only for development or on request, or not at all. */
export type Declared = 'runtime' | 'other' | 'no';

/** Whether production's packages are declared at all, in files that could be read to the end. */
export function hasReadableManifest(dependencies: Dependencies): boolean {
  const runtime = dependencies.manifests.filter(({ kind }) => kind === 'runtime').map(({ path }) => path);
  return (
    runtime.length > 0 &&
    !dependencies.problems.some(({ at, versions, build }) => build || (!versions && runtime.includes(at.path)))
  );
}

/** How the likeliest of some distributions is declared. */
export function declaredAs(dependencies: Dependencies, distributions: readonly string[]): Declared {
  const rows = distributions.flatMap((name) => dependencies.get(name) ?? []);
  const applying = rows.filter((row) => row.applies !== false);
  // What production may install all the same is not known to be missing.
  if (applying.some((row) => row.kind === 'runtime' || row.perhaps)) return 'runtime';
  return rows.length > 0 ? 'other' : 'no';
}

/** Whether something that is declared may install a package without naming it: a plugin its host, a URL or an image of others anything. */
export function mayBring(
  dependencies: Dependencies,
  distributions: readonly string[],
  bringers: readonly string[] = [],
): boolean {
  if (dependencies.bases !== undefined) return true;
  return dependencies.all.some(
    (row) =>
      row.kind !== 'dev' &&
      (isClosed(row) ||
        hasOpenExtra(row) ||
        bringers.includes(row.name) ||
        distributions.some((name) => mayBringOne(row, name))),
  );
}

/** Whether nobody sees here what a package brings: it comes from an address. */
export function isClosed({ url, read }: Dependency): boolean {
  return url !== undefined && !read;
}

/** Whether an extra is asked for of which it is not known what it installs: `dj-rest-auth[with_social]` has `django-allauth`. */
function hasOpenExtra({ name, extras, read }: Dependency): boolean {
  return !read && extras.some((extra) => broughtByExtra(name, extra) === undefined);
}

/** Whether one declared package may install another. */
export function mayBringOne(row: Dependency, name: string): boolean {
  return (
    row.kind !== 'dev' &&
    (isClosed(row) ||
      broughtBy(row.name)?.has(name) === true ||
      // An extra is often called after what it brings: `channels[daphne]`.
      row.extras.some(
        (extra) =>
          name === `${row.name}-${extra}` || name === extra || broughtByExtra(row.name, extra)?.includes(name) === true,
      ) ||
      row.name.startsWith(`${name}-`))
  );
}

/** Whether every package that production installs is known: by a lock, by a list of all that was installed, or by what each brings. */
export function knowsAll(dependencies: Dependencies): boolean {
  const runtime = dependencies.all.filter((row) => row.kind === 'runtime');
  if (dependencies.bases !== undefined || runtime.some(isClosed)) return false;
  if (dependencies.manifests.some(({ lock, kind }) => lock && kind === 'runtime')) return true;
  // Django's own two, which nobody declares by hand, and every version exact: what `pip freeze` has written.
  if (['asgiref', 'sqlparse'].every((name) => dependencies.get(name)?.version)) return true;
  return runtime.every(({ name, extras, read }) => read || (extras.length === 0 && broughtBy(name) !== undefined));
}

/** A lock file names every package; without one only those that the project asks for by name are known. */
export function confidenceInAbsence(dependencies: Dependencies): Confidence {
  return dependencies.manifests.some(({ lock, kind }) => lock && kind === 'runtime') ? 'certain' : 'firm';
}

/** The file to declare a package in, with what to write or run for the project's own installer. */
export function declareRemedy(dependencies: Dependencies, distribution: string, summary: string): Remedy {
  return { summary, ...additionLines(dependencies, distribution) };
}

/** Whether a production install takes the package along. */
export function isInstalled(row: Dependency): boolean {
  return row.kind === 'runtime' && row.applies !== false;
}

/** Names that only follow from the import's own: the table of known packages does not hold it. */
export function isGuess(names: readonly string[], top: string): boolean {
  const normal = top
    .toLowerCase()
    .replace(/[-_.]+/g, '-')
    .replace(/^-|-$/g, '');
  return names[1] === `django-${normal}` || names.length === 0;
}

/** Whether a package is known that is called as its module: a fork that keeps the module has a name of its own. */
export function isOwnName(names: readonly string[], top: string): boolean {
  return names.length === 1 && names[0] === top.toLowerCase().replace(/[-_.]+/g, '-');
}

/** How sure it is that production has what one row declares: a marker or a branch of the build may leave it out. */
export function confidenceInRow(row: Dependency | undefined): Confidence {
  return row?.applies === undefined ? 'firm' : 'certain';
}
