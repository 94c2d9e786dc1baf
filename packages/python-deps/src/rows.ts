/** Settles what several manifests say of one package into one row, and tells where they disagree. */
import type { Advisory, Dependency, DependencyKind, LockStep, VersionConflict } from '@django-golive/core';
import type { AdvisorySource } from './advisories.js';
import { limited, settledBy } from './bounded-candidates.js';
import { type Candidate, strongerKind } from './candidates.js';
import { standingOf } from './data/standing.js';
import type { Problem } from './declaration.js';
import { affectingAll, pinsOf, placeOf, rangeOf } from './differing-pins.js';
import { highestAdmitted } from './highest-admitted.js';
import { lowestAdmitted } from './lowest-admitted.js';
import { satisfies } from './specifier.js';
import { compareVersions, isVersion, parseVersion } from './version.js';
import { yankedOf } from './yanked.js';

/** The rows, and what had to be left open. */
export interface Rows {
  readonly all: readonly Dependency[];
  readonly problems: readonly Problem[];
  readonly conflicts: readonly VersionConflict[];
}

const ORDER = { runtime: 0, optional: 1, dev: 2 } as const;

/**
 * One row a package, runtime first, then by name. Constraints alone make no row. That a lock file stayed behind what it is made
 * from, as `outOfStep` tells, is no disagreement of installers.
 */
export function rowsOf(
  candidates: readonly Candidate[],
  advisories: AdvisorySource,
  outOfStep: readonly LockStep[] = [],
): Rows {
  const byName = new Map<string, Candidate[]>();
  for (const candidate of candidates) byName.set(candidate.name, [...(byName.get(candidate.name) ?? []), candidate]);
  const holders = holdersIn(candidates);
  const disagreements = new Map<string, { at: Problem['at']; names: string[]; places: VersionConflict['files'] }>();
  const all: Dependency[] = [];
  for (const [name, group] of byName) {
    const installing = group.filter((candidate) => !candidate.constraint);
    if (installing.length === 0) continue;
    const { row, differing } = rowOf(
      name,
      ...settledBy(
        installing,
        group.filter((candidate) => candidate.constraint),
      ),
      { advisories, holders: holders.get(name) ?? [] },
    );
    all.push(row);
    if (differing && !outOfStep.some((one) => one.name === name && differing.some(({ path }) => path === one.lock))) {
      const files = differing.map((candidate) => `\`${candidate.path}\``).join(' and ');
      const known = disagreements.get(files) ?? {
        at: row.at,
        names: [],
        places: [placeOf(differing[0]), placeOf(differing[1])],
      };
      known.names.push(name);
      disagreements.set(files, known);
    }
  }
  all.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || (a.name < b.name ? -1 : 1));
  const problems = [...disagreements].map(([files, { at, names }]) => ({
    at,
    why: `${files} give different versions of ${listing(names)}, and nothing says which of them production installs`,
  }));
  const conflicts = [...disagreements.values()].map(({ names, places }) => ({ names, files: places }));
  return { all, problems, conflicts };
}

function rowOf(
  name: string,
  candidates: readonly Candidate[],
  constraints: readonly Candidate[],
  { advisories, holders }: { readonly advisories: AdvisorySource; readonly holders: readonly Holder[] },
): { readonly row: Dependency; readonly differing?: readonly [Candidate, Candidate] } {
  const applying = candidates.filter((candidate) => candidate.applies !== false);
  const usable = applying.length > 0 ? applying : candidates;
  const kind = usable.map((candidate) => candidate.kind).reduce(strongerKind);
  const ofKind = usable.filter((candidate) => candidate.kind === kind);
  const rank = Math.min(...ofKind.map((candidate) => candidate.rank));
  const deciding = ofKind.filter((candidate) => candidate.rank === rank);
  const decisive =
    deciding.find((candidate) => !candidate.lock && candidate.applies) ??
    deciding.find((candidate) => !candidate.lock) ??
    deciding[0] ??
    candidates[0];
  if (!decisive) throw new RangeError('a package without a candidate');
  const exact = deciding.filter((candidate) => candidate.version !== undefined);
  const differing = exact.find((candidate) => compareVersions(candidate.version ?? '', exact[0]?.version ?? '') !== 0);
  const limit = constraints.find((candidate) => candidate.version !== undefined && candidate.applies !== false);
  const source = differing ? undefined : (exact.find((candidate) => candidate.lock) ?? exact[0] ?? limit);
  const version = source?.version;
  const pins = differing ? pinsOf(exact) : [];
  // Whichever of them is installed: what leads out of the newest leads out of all.
  const likely = version ?? pins.at(-1)?.version;
  const chosen = version === undefined ? limited(decisive, constraints) : decisive;
  const affecting = version === undefined ? affectingAll(name, pins, advisories) : advisories.find(name, version);
  const upgrade =
    likely === undefined || affecting.length === 0
      ? undefined
      : nearestUpgrade(advisories, name, likely, chosen.specifier);
  const until =
    likely === undefined || affecting.length === 0 || upgrade !== undefined
      ? undefined
      : advisories.lastAffected?.(name, likely);
  const partly = upgrade === undefined ? partlyMended(advisories, name, affecting) : undefined;
  const heldBy = upgrade === undefined ? [] : holders.filter(({ specifier }) => !satisfies(upgrade, specifier));
  const admitted = likely === undefined ? admittedBy(chosen, advisories) : undefined;
  const capped = likely === undefined ? cappedBy(chosen, advisories) : undefined;
  const standing = standingOf(name);
  // A lock file tells of each package where it was found.
  const index = source?.lock ? source.index : chosen.index;
  const unseen =
    version === undefined
      ? undefined
      : (unseenOf(version, index, source?.lock ? source.url : chosen.url) ??
        // What a tool locked, or an address of PyPI's holds, is there.
        (affecting.length > 0 || source?.lock || chosen.url !== undefined
          ? undefined
          : advisories.unseen?.(name, version)));
  // A fork from somewhere else was yanked by nobody.
  const yanked = version === undefined || chosen.url !== undefined ? undefined : yankedOf(name, version, advisories);
  const row: Dependency = {
    name,
    declared: chosen.declared,
    extras: chosen.extras,
    specifier: differing ? rangeOf(pins) : chosen.specifier,
    ...(version === undefined ? {} : { version }),
    ...(differing ? { pins } : {}),
    ...(chosen.marker === undefined ? {} : { marker: chosen.marker }),
    applies: applying.length === 0 ? false : ofKind.some((candidate) => candidate.applies === true) ? true : undefined,
    kind,
    ...(source && source !== decisive ? { lockedAt: source.at } : chosen.lock ? { lockedAt: chosen.at } : {}),
    advisories: affecting,
    ...(unseen === undefined ? {} : { unseen }),
    ...(upgrade === undefined ? {} : { upgrade }),
    ...(partly ? { partly } : {}),
    ...(until === undefined ? {} : { affectedUntil: until }),
    ...(heldBy.length === 0 ? {} : { heldBy }),
    ...(admitted ? { admits: admitted } : {}),
    ...(capped ? { capped } : {}),
    ...(standing ? { standing } : {}),
    ...(yanked ? { yanked } : {}),
    direct: candidates.some((candidate) => candidate.direct),
    ...groupOf(kind, usable),
    ...(usable.some(({ forTools }) => forTools) && usable.every(({ forTools, lock }) => forTools || !lock)
      ? { forTools: true }
      : {}),
    ...(chosen.url === undefined ? {} : { url: chosen.url }),
    ...(index === undefined ? {} : { index }),
    at: chosen.at,
    ...(source && source !== decisive && source.path !== chosen.path
      ? {
          trail: [
            { at: chosen.at, note: `declared as \`${chosen.declared}\`` },
            { at: source.at, note: `installed as ${version}` },
          ],
        }
      : {}),
    current: chosen.declared,
    subject: `deps:${name}`,
  };
  const other =
    differing && exact[0] && differing.path !== exact[0].path ? ([exact[0], differing] as const) : undefined;
  return other ? { row, differing: other } : { row };
}

/** What a list for development has to do with its being there. */
function groupOf(kind: DependencyKind, usable: readonly Candidate[]): Pick<Dependency, 'group' | 'perhaps'> {
  if (kind !== 'runtime') return usable.some(({ perhaps }) => perhaps) ? { perhaps: true } : {};
  const asking = usable.filter((candidate) => candidate.kind === 'runtime' && !candidate.lock);
  const [first] = asking;
  return first?.group !== undefined && asking.every(({ group }) => group !== undefined) ? { group: first.group } : {};
}

type Holder = NonNullable<Dependency['heldBy']>[number];

/** By the name of each package, what the lock files' packages accept of it. */
function holdersIn(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Holder[]> {
  const holders = new Map<string, Holder[]>();
  for (const { name, version, accepts = [], kind, applies } of candidates) {
    if (version === undefined || kind !== 'runtime' || applies === false) continue;
    for (const { name: other, specifier = '' } of accepts) {
      const known = holders.get(other);
      if (known) known.push({ name, version, specifier });
      else holders.set(other, [{ name, version, specifier }]);
    }
  }
  return holders;
}

/** Why nobody can look the version up among the advisories, which are of releases on PyPI. */
function unseenOf(version: string, index: Dependency['index'], url: string | undefined): string | undefined {
  if (index?.chosen || (url !== undefined && !url.startsWith('https://files.pythonhosted.org/')))
    return 'it is not from PyPI';
  return isVersion(version) ? undefined : `\`${version}\` is no version`;
}

/** A lock may have stayed behind what is declared: nobody is sent below that. */
function nearestUpgrade(
  advisories: AdvisorySource,
  name: string,
  version: string,
  specifier: string,
): string | undefined {
  const least = lowestAdmitted(specifier);
  if (least === undefined || compareVersions(least, version) <= 0) return advisories.upgrade(name, version);
  return advisories.find(name, least).length === 0 ? least : advisories.upgrade(name, least);
}

/** The version that mends whatever is mended at all, where less affects it. */
function partlyMended(
  advisories: AdvisorySource,
  name: string,
  affecting: readonly Advisory[],
): Dependency['partly'] | undefined {
  const version = affecting
    .flatMap(({ fixed }) => fixed ?? [])
    .sort(compareVersions)
    .at(-1);
  if (version === undefined) return undefined;
  const left = advisories.find(name, version);
  const isLess = left.length < affecting.length && left.every(({ id }) => affecting.some((one) => one.id === id));
  // What mends all and was not offered is a pre-release, or older than what is declared.
  const isOffered = left.length > 0 || parseVersion(version)?.prerelease === true;
  return isLess && isOffered ? { version, left } : undefined;
}

/** The oldest version of a range, where it has known vulnerabilities: no match, for nobody says that it is installed. */
function admittedBy({ name, specifier, url }: Candidate, advisories: AdvisorySource): Dependency['admits'] {
  const version = url === undefined ? lowestAdmitted(specifier) : undefined;
  const count = version === undefined ? 0 : advisories.find(name, version).filter(({ startless }) => !startless).length;
  return version === undefined || count === 0 ? undefined : { version, advisories: count };
}

/** What all versions of a range have, from the oldest to the newest, where a release above it mends it. */
function cappedBy({ name, specifier, url }: Candidate, advisories: AdvisorySource): Dependency['capped'] {
  const newest = url === undefined ? highestAdmitted(specifier) : undefined;
  if (newest === undefined) return undefined;
  // What the same release mends for both ends is mended nowhere between them.
  const oldest = new Map(
    advisories
      .find(name, lowestAdmitted(specifier) ?? '0')
      .flatMap(({ id, fixed, startless }) => (startless ? [] : [[id, fixed] as const])),
  );
  const found = advisories
    .find(name, newest)
    .filter(({ id, fixed, startless }) => fixed !== undefined && oldest.get(id) === fixed && !startless);
  const fixed = found.length === 0 ? undefined : advisories.upgrade(name, newest);
  return fixed === undefined ? undefined : { advisories: found.map(({ id }) => id), fixed };
}

function listing(names: readonly string[]): string {
  const sorted = [...names].sort();
  const shown = sorted
    .slice(0, 3)
    .map((name) => `\`${name}\``)
    .join(', ');
  return sorted.length > 3 ? `${shown} and ${sorted.length - 3} more` : shown;
}
