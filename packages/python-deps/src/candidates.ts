/** Turns readings into candidates: one package as one manifest has it, judged for the target. */
import type { DependencyKind, Location, PackageIndex } from '@django-golive/core';
import type { LockedEdge, LockedFork } from './declaration.js';
import { isForDevelopers } from './dependency-groups.js';
import type { Installs } from './install-commands.js';
import { type InstalledKinds, installedKinds } from './installed-kinds.js';
import { reach } from './lock-kinds.js';
import { lockRootsOf } from './lock-roots.js';
import type { ManifestPlan } from './manifests.js';
import { evaluateMarker, type MarkerEnvironment } from './marker.js';
import type { ReadManifest } from './read-manifests.js';
import { pinnedVersion } from './specifier.js';

/** One package in one manifest. */
export interface Candidate {
  readonly name: string;
  readonly declared: string;
  readonly extras: readonly string[];
  readonly specifier: string;
  readonly url?: string;
  readonly index?: PackageIndex;
  readonly marker?: string;
  readonly at: Location;
  readonly kind: DependencyKind;
  readonly direct: boolean;
  /** The group for development that has it, where that is installed. */
  readonly group?: string;
  /** It is not production's, as far as that is known, and may be installed all the same. */
  readonly perhaps?: true;
  readonly applies: boolean | undefined;
  /** The exact version this manifest gives. */
  readonly version?: string;
  readonly lock: boolean;
  readonly forTools?: boolean;
  /** What a lock file says that it accepts of others. */
  readonly accepts?: readonly LockedEdge[];
  readonly constraint: boolean;
  /** What a constraint is for, where it is not for all. */
  readonly bounds?: NonNullable<ManifestPlan['bounds']>;
  readonly rank: number;
  readonly path: string;
}

const WEIGHT: Readonly<Record<DependencyKind, number>> = { runtime: 3, optional: 2, dev: 1 };

/** Every candidate of every manifest. `extras` are what files that the build installs ask for of the project, `asks` what its commands do, `undecided` where nothing says what is installed. */
export function candidatesOf(
  manifests: readonly ReadManifest[],
  environment: MarkerEnvironment,
  {
    extras,
    asks,
    undecided,
  }: Pick<Installs, 'asks'> & { readonly extras: ReadonlySet<string>; readonly undecided: boolean },
): readonly Candidate[] {
  const judge = judgeIn(environment);
  return manifests.flatMap((manifest) => [...declared(manifest), ...locked(manifest)]);

  function declared(manifest: ReadManifest): readonly Candidate[] {
    const { plan, reading, constraint } = manifest;
    const kinds = installedKinds(manifest, manifests, asks, extras, undecided);
    return reading.declarations.map(({ group, ...declaration }): Candidate => {
      const purpose = { ...declaration, ...(group === undefined ? {} : { group }) };
      const kind = weaker(plan.kind, declaration.constraint ? declaration.kind : kinds.of(purpose));
      const isForced = kind === 'runtime' && group !== undefined && isForDevelopers(group);
      const mayBe = plan.kind === 'runtime' && kind !== 'runtime' && kinds.mayHave(purpose);
      const version =
        declaration.compiled !== true && (declaration.url === undefined || declaration.specifier !== '')
          ? pinnedVersion(declaration.specifier)
          : undefined;
      return {
        ...declaration,
        kind,
        ...(isForced ? { group } : {}),
        ...(mayBe || plan.perhaps ? { perhaps: true } : {}),
        applies: doubted(plan.doubted ?? declaration.doubted, judge(declaration.marker)),
        ...(version === undefined ? {} : { version }),
        lock: reading.lock,
        constraint: constraint || declaration.constraint === true,
        ...(plan.bounds ? { bounds: plan.bounds } : {}),
        rank: plan.rank,
        path: plan.path,
      };
    });
  }

  function locked(manifest: ReadManifest): readonly Candidate[] {
    const { plan, reading } = manifest;
    if (!reading.locked) return [];
    const { roots, anchors } = lockRootsOf(manifest, manifests, asks);
    const kinds = installedKinds(manifest, manifests, asks, extras, undecided);
    const asked = { roots: roots.map((root) => ({ ...root, kind: kinds.of(root) })), anchors };
    const { defaultGroups, forks } = reading;
    const here = defaultGroups || forks ? judgeIn(forked(environment, kinds, defaultGroups, forks)) : judge;
    const packages = reading.locked.map((entry) => ({ ...entry, ...kinds.ofLocked(entry, here) }));
    // Beside a requirements file that is as likely, nothing says that the lock file is installed from.
    const rivalled = manifests.some(
      (other) => other.plan.rank === plan.rank && plan.rank > 0 && other.reading.format === 'requirements',
    );
    return reach(packages, reading.lost ?? [], asked, here).map((entry) => ({
      name: entry.name,
      declared: `${entry.name}==${entry.version}`,
      extras: [],
      specifier: `==${entry.version}`,
      ...(entry.url === undefined ? {} : { url: entry.url }),
      ...(entry.index === undefined ? {} : { index: entry.index }),
      ...(entry.marker === undefined ? {} : { marker: entry.marker }),
      at: entry.at,
      kind: weaker(plan.kind, entry.kind),
      direct: entry.direct,
      applies: doubted(rivalled || plan.doubted, entry.applies),
      version: entry.version,
      lock: true,
      forTools: entry.forTools,
      accepts: entry.requires.filter(({ specifier }) => specifier !== undefined),
      constraint: false,
      rank: plan.rank,
      path: plan.path,
    }));
  }
}

/** Judges each marker once: a lock file repeats the same few thousands of times. */
function judgeIn(environment: MarkerEnvironment): (marker: string | undefined) => boolean | undefined {
  const judged = new Map<string, boolean | undefined>();
  return (marker) => {
    if (marker === undefined) return true;
    if (!judged.has(marker)) judged.set(marker, evaluateMarker(marker, environment));
    return judged.get(marker);
  };
}

/** What a lock file's own markers ask for besides: its default groups, and which of its forks are installed. */
function forked(
  environment: MarkerEnvironment,
  kinds: InstalledKinds,
  groups: readonly string[] = [],
  forks: readonly LockedFork[] = [],
): MarkerEnvironment {
  const names = (wanted: boolean | undefined) =>
    forks.filter((fork) => kinds.has(fork) === wanted).map(({ name }) => name);
  return { ...environment, extras: [...environment.extras, ...groups, ...names(true)], doubtful: names(undefined) };
}

function doubted(doubt: boolean | undefined, applies: boolean | undefined): boolean | undefined {
  return doubt && applies ? undefined : applies;
}

/** A development manifest makes nothing a runtime dependency. */
function weaker(left: DependencyKind, right: DependencyKind): DependencyKind {
  return WEIGHT[left] < WEIGHT[right] ? left : right;
}

/** Of two kinds, the one that is there in more installs. */
export function strongerKind(left: DependencyKind, right: DependencyKind): DependencyKind {
  return WEIGHT[left] >= WEIGHT[right] ? left : right;
}
