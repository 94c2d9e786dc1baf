/** Exact versions of one package that differ: what is true of it whichever is installed. */
import type { Advisory, VersionPlace } from '@django-golive/core';
import type { AdvisorySource } from './advisories.js';
import type { Candidate } from './candidates.js';
import { compareVersions } from './version.js';

/** Each version once, the oldest first. */
export function pinsOf(exact: readonly Candidate[]): readonly VersionPlace[] {
  const byVersion = new Map(exact.map((candidate) => [candidate.version ?? '', placeOf(candidate)]));
  return [...byVersion.values()].sort((a, b) => compareVersions(a.version, b.version));
}

/** Where a candidate gives its version. */
export function placeOf({ at, version = '' }: Candidate): VersionPlace {
  return { at, version };
}

/** From the oldest to the newest of the versions that are given: one of them is installed. */
export function rangeOf(pins: readonly VersionPlace[]): string {
  return `>=${pins[0]?.version},<=${pins.at(-1)?.version}`;
}

/** What affects each of them, as it is told of the newest. */
export function affectingAll(
  name: string,
  pins: readonly VersionPlace[],
  advisories: AdvisorySource,
): readonly Advisory[] {
  const [newest, ...others] = pins.toReversed();
  if (!newest) return [];
  const found = others.map(({ version }) => new Set(advisories.find(name, version).map(({ id }) => id)));
  return advisories.find(name, newest.version).filter(({ id }) => found.every((ids) => ids.has(id)));
}
