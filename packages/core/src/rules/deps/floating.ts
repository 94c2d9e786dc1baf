/** Which packages of production are installed in a version that no file says. */
import type { Dependencies, Dependency } from '../../facts/dependencies.js';
import type { Location } from '../../source.js';
import { isInstalled } from './declared.js';

/**
 * The packages without one version, where no lock file that production installs has them; none where a direct reference takes the
 * place of versions, `undefined` where something that nobody sees may say them.
 */
export function floating(dependencies: Dependencies): readonly Dependency[] | undefined {
  // A lock that lacks some packages is out of date.
  if (dependencies.manifests.some(({ lock, kind }) => lock && kind === 'runtime')) return [];
  const paths = new Set(dependencies.manifests.map(({ path }) => path));
  // Constraints that nobody sees may say every version, and so may a list that nobody sees.
  if (
    dependencies.problems.some(({ at, versions, build }) => build || (versions && isProductions(dependencies, at.path)))
  )
    return undefined;
  const open = dependencies.all.filter(
    (row) =>
      isInstalled(row) &&
      row.direct &&
      row.version === undefined &&
      row.pins === undefined &&
      row.url === undefined &&
      // What was made of the source is installed, whether or not it still has all of it.
      !(row.at.path.endsWith('.in') && paths.has(row.at.path.replace(/\.in$/, '.txt'))),
  );
  // A line that pip refuses asks for no version at all.
  const isRefused = ({ at }: Dependency) =>
    dependencies.problems.some((problem) => !problem.versions && isSameLine(problem.at, at));
  const rows = open.filter((row) => !isRefused(row));
  return rows.length === 0 && open.length > 0 ? undefined : rows;
}

function isSameLine(one: Location, other: Location): boolean {
  return one.path === other.path && one.start.line === other.start.line;
}

function isProductions(dependencies: Dependencies, path: string): boolean {
  return dependencies.manifests.some((manifest) => manifest.path === path && manifest.kind === 'runtime');
}

/** A lock file that lies there and that production passes by: what it holds is installed nowhere. */
export function unusedLock({ manifests }: Dependencies): string | undefined {
  return manifests.find(({ lock, kind, format }) => lock && kind === 'optional' && format !== 'requirements')?.path;
}

/** Whether any version at all would do: a lower bound keeps old releases out, and everything that is to come in. */
export function isUnbounded({ specifier }: Dependency): boolean {
  return specifier.trim() === '' || specifier.trim() === '*';
}
