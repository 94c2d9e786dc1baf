/** Where the graph of a lock file begins, and which of its packages nothing leads to. */
import type { Asked } from './asked-groups.js';
import type { LockedEdge, LockedRoot, Problem } from './declaration.js';
import { adrift, headsOf, lockGraph } from './lock-graph.js';
import { directoryOf } from './project-directories.js';
import type { ReadManifest } from './read-manifests.js';
import { uvRoots } from './uv-roots.js';
import { lockedChoice } from './uv-workspace.js';

/** What the project requires, and all that anything may ask for besides, such as another member of the workspace. */
export interface LockRoots {
  readonly roots: readonly LockedRoot[];
  readonly anchors: readonly LockedEdge[];
}

/** The roots that the lock file itself names, of the members that commands choose; where it does not, or lost some, those of the manifest beside it. */
export function lockRootsOf(
  { plan, reading }: ReadManifest,
  manifests: readonly ReadManifest[],
  asks: readonly Asked[] = [],
): LockRoots {
  const { anchors = reading.roots, members = [], problems } = reading;
  const chosen = lockedChoice(members, plan.path, asks);
  const roots = chosen ? uvRoots(members, chosen) : reading.roots;
  if (roots && problems.length === 0) return { roots, anchors: anchors ?? roots };
  const beside = rootsBeside(plan.path, manifests);
  return { roots: [...(roots ?? []), ...beside], anchors: [...(anchors ?? []), ...beside] };
}

/** A lock file that does not name its roots was made from the manifest beside it. */
function rootsBeside(path: string, manifests: readonly ReadManifest[]): readonly LockedRoot[] {
  const directory = directoryOf(path);
  return manifests
    .filter(
      ({ plan, reading }) =>
        directoryOf(plan.path) === directory && !reading.lock && /^(?:pyproject|poetry|pipfile)$/.test(reading.format),
    )
    .flatMap(({ reading }) => reading.declarations.filter((entry) => entry.constraint !== true));
}

/** A notice of each lock file with packages that nothing in it asks for: no tool locks such, so that a line is missing. */
export function adriftIn(manifests: readonly ReadManifest[]): readonly Problem[] {
  return manifests.flatMap((manifest): readonly Problem[] => {
    const { locked = [], lost } = manifest.reading;
    const { roots, anchors } = lockRootsOf(manifest, manifests);
    if (locked.length === 0 || roots.length === 0) return [];
    const graph = lockGraph(locked, lost);
    const [first, ...others] = headsOf(graph, adrift(graph, locked, anchors));
    if (!first) return [];
    const names = [first, ...others.slice(0, 2)].map(({ name }) => `\`${name}\``).join(', ');
    const more = others.length > 2 ? ` and ${others.length - 2} more` : '';
    return [
      {
        at: first.at,
        why: `no line that could be read asks for ${names}${more}: what is for production and what is not cannot be told there`,
      },
    ];
  });
}
