/** A lock file's packages and what leads from one to another, with those of which a line was lost. */
import type { LockedEdge, LockedPackage } from './declaration.js';

/** Answers what an arrow leads to. */
export interface LockGraph {
  targets(edge: LockedEdge): readonly LockedPackage[];
}

/** `lost` packages have `''` for a name or version that could not be read; others still hang on them. */
export function lockGraph(locked: readonly LockedPackage[], lost: readonly LockedPackage[] = []): LockGraph {
  const byName = new Map<string, LockedPackage[]>();
  for (const entry of [...locked, ...lost]) {
    const known = byName.get(entry.name);
    if (known) known.push(entry);
    else byName.set(entry.name, [entry]);
  }
  // An arrow to a name that is not there may lead to a package whose name was lost.
  const nameless = byName.get('') ?? [];
  return {
    targets: ({ name, version }) =>
      (byName.get(name) ?? nameless).filter(
        (target) => version === undefined || target.version === '' || target.version === version,
      ),
  };
}

/** The packages that no arrow at all leads to from `anchors`, whatever its marker: the line that asks for them was lost. */
export function adrift(
  graph: LockGraph,
  locked: readonly LockedPackage[],
  anchors: readonly LockedEdge[],
): readonly LockedPackage[] {
  const seen = new Set<LockedPackage>();
  const open = [...anchors];
  for (let edge = open.pop(); edge; edge = open.pop())
    for (const target of graph.targets(edge)) {
      if (seen.has(target)) continue;
      seen.add(target);
      open.push(...arrowsFrom(target));
    }
  // Of what says itself what it is for, nothing hangs on who asks for it.
  return locked.filter((entry) => !seen.has(entry) && entry.kind === undefined);
}

/** Of packages that are adrift, those that none of the others asks for. */
export function headsOf(graph: LockGraph, loose: readonly LockedPackage[]): readonly LockedPackage[] {
  const asked = new Set(
    loose.flatMap((entry) => arrowsFrom(entry).flatMap((edge) => graph.targets(edge).filter((one) => one !== entry))),
  );
  const heads = loose.filter((entry) => !asked.has(entry));
  return heads.length > 0 ? heads : loose.slice(0, 1);
}

function arrowsFrom({ requires, optional }: LockedPackage): readonly LockedEdge[] {
  return [...requires, ...[...(optional?.values() ?? [])].flat()];
}
