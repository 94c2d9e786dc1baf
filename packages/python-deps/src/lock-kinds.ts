/** Follows a lock file's graph from what the project requires, to tell what a production install takes from it. */
import type { DependencyKind } from '@django-golive/core';
import type { LockedEdge, LockedPackage } from './declaration.js';
import { adrift, type LockGraph, lockGraph } from './lock-graph.js';
import type { LockRoots } from './lock-roots.js';

/** A locked package with what leads to it. */
export interface ReachedPackage extends LockedPackage {
  readonly kind: DependencyKind;
  readonly direct: boolean;
  /** Whether it is installed on the target; `undefined` where a marker is not decided. */
  readonly applies: boolean | undefined;
  /** Whether it is a tool of developers, or only such tools lead to it. */
  readonly forTools: boolean;
}

/** Programs that developers run over code: no site imports them, whatever group names them. */
const TOOL =
  /^(?:autoflake|autopep8|bandit|black|commitizen|coverage|curlylint|djlint|flake8(?:-.*)?|isort|mypy|nox|pip-audit|pip-tools|pre-commit|pycodestyle|pyflakes|pylint(?:-.*)?|pyright|pytest(?:-.*)?|pyupgrade|ruff|safety|semgrep|tox|twine|yapf)$/;

type Judge = (marker: string | undefined) => boolean | undefined;

/** How far a kind reaches: a package that two kinds need is there for the stronger. */
const STRENGTH: Readonly<Record<DependencyKind, number>> = { runtime: 3, optional: 2, dev: 1 };

interface Reach {
  readonly kind: DependencyKind;
  readonly applies: boolean | undefined;
}

/**
 * Every locked package with its kind. Without roots, what the file itself states counts, and all else is runtime. Through `lost`
 * packages, of which a line could not be read, the way goes on; what hangs on a lost line may be installed or not.
 */
export function reach(
  locked: readonly LockedPackage[],
  lost: readonly LockedPackage[],
  { roots, anchors }: LockRoots,
  judge: Judge,
): readonly ReachedPackage[] {
  const direct = new Set(roots.map((root) => root.name));
  const graph = lockGraph(locked, lost);
  const starts: Start[] = roots.map((root) => [root, { kind: root.kind, applies: true }]);
  if (roots.length > 0)
    for (const { name, version } of adrift(graph, locked, anchors))
      starts.push([
        { name, version },
        { kind: 'runtime', applies: undefined },
      ]);
  const reached = starts.length > 0 ? spread(graph, starts, judge) : undefined;
  // What only arrows lead to that do not hold here is not installed, whatever it is for.
  const anyway = reached && locked.some(({ unmarked }) => unmarked) ? spread(graph, starts, () => true) : undefined;
  const others = locked.filter(({ name }) => !TOOL.test(name));
  const used = reached && others.length < locked.length ? spread(lockGraph(others, lost), starts, judge) : reached;
  return locked.map((entry) => {
    const found = reached?.get(entry);
    const here = judge(entry.marker);
    // What a lock file calls optional is there with the extra that the build asks for.
    const stated = entry.kind === 'optional' ? (found?.kind ?? entry.kind) : entry.kind;
    const kind = stated ?? found?.kind ?? (reached ? 'optional' : 'runtime');
    // What nothing leads to here is not installed: it is locked for another platform or for another group.
    const told = entry.unmarked ? anyway?.has(entry) !== true : entry.kind !== undefined;
    const along = told || !reached ? true : found ? found.applies : false;
    return {
      ...entry,
      kind,
      direct: entry.direct ?? (direct.size === 0 || direct.has(entry.name)),
      applies: both(here, along),
      forTools: reached?.has(entry) === true && used?.has(entry) === false,
    };
  });
}

/** An arrow, and the way that leads to where it begins. */
type Start = readonly [LockedEdge, Reach];

function spread(graph: LockGraph, starts: readonly Start[], judge: Judge): ReadonlyMap<LockedPackage, Reach> {
  const reached = new Map<LockedPackage, Reach>();
  /** Extras that were followed already, each with the way that led to it. */
  const followed = new Set<string>();
  const queue: Start[] = [...starts];
  for (let next = 0; next < queue.length; next += 1) {
    const [edge, from] = queue[next] ?? [];
    const applies = edge && from ? both(from.applies, judge(edge.marker)) : false;
    if (!edge || !from || applies === false) continue;
    for (const target of graph.targets(edge)) {
      for (const extra of edge.extras ?? []) {
        const way = `${target.name} ${target.version} ${extra} ${from.kind} ${applies}`;
        if (followed.has(way)) continue;
        followed.add(way);
        for (const requirement of target.optional?.get(extra) ?? [])
          queue.push([requirement, { kind: from.kind, applies }]);
      }
      const known = reached.get(target);
      const better = stronger({ kind: from.kind, applies }, known);
      if (better === known) continue;
      reached.set(target, better);
      for (const requirement of target.requires) queue.push([requirement, better]);
    }
  }
  return reached;
}

/** The stronger of two ways to a package; `known` itself where nothing is gained, so that the walk ends. */
function stronger(found: Reach, known: Reach | undefined): Reach {
  if (!known || STRENGTH[found.kind] > STRENGTH[known.kind]) return found;
  if (STRENGTH[found.kind] === STRENGTH[known.kind] && known.applies === undefined && found.applies) return found;
  return known;
}

function both(left: boolean | undefined, right: boolean | undefined): boolean | undefined {
  if (left === false || right === false) return false;
  return left === undefined || right === undefined ? undefined : true;
}
