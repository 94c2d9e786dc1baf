/** Lists of pip's that cannot both be production's: what one asks for, the other excludes, and neither includes the other. */
import type { Declaration, Problem } from './declaration.js';
import { exclude, isInstalled } from './impossible.js';
import { includedPath } from './included-path.js';
import type { ReadManifest } from './read-manifests.js';

/** What is left, with a word on each list that another stands in for. */
export interface Settled {
  readonly manifests: readonly ReadManifest[];
  readonly problems: readonly Problem[];
}

/** How near lists are to production where only their names tell: one for production, and the usual one. */
const BY_NAME = 1;
const USUAL = 2;

/** A list of the usual name is another environment's where one that is named for production contradicts it. */
export function settleRivals(manifests: readonly ReadManifest[]): Settled {
  const byPath = new Map(manifests.map((manifest) => [manifest.plan.path, manifest]));
  const lists = manifests.filter(
    ({ plan, reading, constraint }) => plan.kind === 'runtime' && reading.format === 'requirements' && !constraint,
  );
  const named = lists.filter(({ plan }) => plan.rank === BY_NAME);
  const problems: Problem[] = [];
  const settled = manifests.map((manifest) => {
    const { path, rank } = manifest.plan;
    if (rank !== USUAL || !lists.includes(manifest)) return manifest;
    const own = reachedFrom(path);
    for (const rival of named) {
      const others = reachedFrom(rival.plan.path);
      if (own.has(rival.plan.path) || others.has(path)) continue;
      const line = clashing(linesOf(own), linesOf(others));
      if (!line) continue;
      const because = `\`${rival.plan.path}\` contradicts it, and is production's by its name`;
      problems.push({
        at: line.at,
        why: `\`${rival.plan.path}\`, which is taken for production's by its name, asks for another version`,
      });
      return {
        ...manifest,
        plan: { ...manifest.plan, kind: 'optional' as const, rank: 7, because, perhaps: true as const },
      };
    }
    return manifest;
  });
  return { manifests: problems.length > 0 ? settled : manifests, problems };

  function reachedFrom(root: string): ReadonlySet<string> {
    const found = new Set([root]);
    for (const path of found)
      for (const inclusion of byPath.get(path)?.reading.includes ?? []) {
        const to = inclusion.project ? undefined : includedPath(path, inclusion.path);
        if (to !== undefined) found.add(to);
      }
    return found;
  }

  function linesOf(paths: ReadonlySet<string>): readonly Declaration[] {
    return [...paths].flatMap((path) => byPath.get(path)?.reading.declarations.filter(isInstalled) ?? []);
  }
}

/** The first line that excludes one of the others; what stands under a marker may hold elsewhere. */
function clashing(own: readonly Declaration[], others: readonly Declaration[]): Declaration | undefined {
  const byName = new Map<string, Declaration[]>();
  for (const line of others) byName.set(line.name, [...(byName.get(line.name) ?? []), line]);
  return own.find(
    (line) =>
      line.marker === undefined &&
      byName.get(line.name)?.some((other) => other.marker === undefined && exclude(line.specifier, other.specifier)),
  );
}
