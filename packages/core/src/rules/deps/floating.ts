/** Which packages of production are installed in a version that no file says. */
import type { Dependencies, Dependency } from '../../facts/dependencies.js';
import type { Location } from '../../source.js';
import { isInstalled } from './declared.js';

/** The packages without one version, where no lock file has them; none where a direct reference takes the place of versions. */
export function floating(dependencies: Dependencies): readonly Dependency[] {
  // A lock that lacks some packages is out of date, and one that the build passes by may still be what people install from.
  if (dependencies.manifests.some(({ lock, kind }) => lock && kind !== 'dev')) return [];
  const paths = new Set(dependencies.manifests.map(({ path }) => path));
  // Constraints that nobody sees may say every version, and so may a list that nobody sees.
  if (
    dependencies.problems.some(({ at, versions, build }) => build || (versions && isProductions(dependencies, at.path)))
  )
    return [];
  return dependencies.all.filter(
    (row) =>
      isInstalled(row) &&
      row.direct &&
      row.version === undefined &&
      row.pins === undefined &&
      row.url === undefined &&
      // A line that pip refuses asks for no version at all.
      !dependencies.problems.some(({ at, versions }) => !versions && isSameLine(at, row.at)) &&
      // What was made of the source is installed, whether or not it still has all of it.
      !(row.at.path.endsWith('.in') && paths.has(row.at.path.replace(/\.in$/, '.txt'))),
  );
}

function isSameLine(one: Location, other: Location): boolean {
  return one.path === other.path && one.start.line === other.start.line;
}

function isProductions(dependencies: Dependencies, path: string): boolean {
  return dependencies.manifests.some((manifest) => manifest.path === path && manifest.kind === 'runtime');
}

/** Whether any version at all would do: a lower bound keeps old releases out, and everything that is to come in. */
export function isUnbounded({ specifier }: Dependency): boolean {
  return specifier.trim() === '' || specifier.trim() === '*';
}
