/** Which known vulnerabilities affect an exact version. A range of versions is never matched. */
import type { Advisory } from '@django-golive/core';
import { advisoriesAsOf, advisoryTexts } from './data/advisories.js';
import { compareVersions, parseVersion } from './version.js';

/** One row of the snapshot; events read `i4.0 f4.3`: introduced, fixed, `l` last affected, `v` one affected version. */
export type AdvisoryRow = readonly [
  id: string,
  aliases: readonly string[],
  published: string,
  events: string,
  score?: number | undefined,
];

interface Event {
  readonly kind: string;
  readonly version: string;
}

/** Where advisories come from: the snapshot of this package, or a newer one that the caller has. */
export interface AdvisorySource {
  /** The day up to which it is complete, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The advisories that affect an exact version of a package, by its normalised name; most severe first. */
  find(name: string, version: string): readonly Advisory[];
}

/** The snapshot inside this package. */
export const shippedAdvisories: AdvisorySource = { asOf: advisoriesAsOf, find: advisoriesFor };

/** What the snapshot knows of an exact version of a package (its normalised name), most severe first. */
export function advisoriesFor(name: string, version: string): readonly Advisory[] {
  const text = Object.hasOwn(advisoryTexts, name) ? advisoryTexts[name] : undefined;
  return text === undefined ? [] : affecting(JSON.parse(text) as readonly AdvisoryRow[], version);
}

/** The rows that affect a version, each vulnerability once, most severe first. */
export function affecting(rows: readonly AdvisoryRow[], version: string): readonly Advisory[] {
  if (!parseVersion(version)) return [];
  const seen = new Set<string>();
  return rows
    .filter(([, , , events]) => affects(readEvents(events), version))
    .filter(([id, aliases]) => {
      const known = [id, ...aliases].some((name) => seen.has(name));
      for (const name of [id, ...aliases]) seen.add(name);
      return !known;
    })
    .map((row) => advisoryOf(row, version))
    .sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.published < b.published ? 1 : -1));
}

function advisoryOf([id, aliases, published, events, score]: AdvisoryRow, version: string): Advisory {
  const fixed = readEvents(events)
    .filter((event) => event.kind === 'f' && compareVersions(event.version, version) > 0)
    .map((event) => event.version)
    .sort(compareVersions)[0];
  return {
    id,
    aliases,
    published,
    ...(fixed === undefined ? {} : { fixed }),
    ...(score === undefined ? {} : { score }),
  };
}

function readEvents(text: string): readonly Event[] {
  return text.split(' ').map((word) => ({ kind: word.slice(0, 1), version: word.slice(1) }));
}

/** The evaluation that the OSV schema lays down: events in order of version, the last one that applies decides. */
function affects(events: readonly Event[], version: string): boolean {
  if (events.some((event) => event.kind === 'v' && compareVersions(event.version, version) === 0)) return true;
  const ordered = events
    .filter((event) => event.kind !== 'v')
    .sort((a, b) => compareFrom(a, b.version) || rank(a) - rank(b));
  let affected = false;
  for (const event of ordered) {
    const order = compareFrom(event, version);
    if (event.kind === 'i' && order <= 0) affected = true;
    if (event.kind === 'f' && order <= 0) affected = false;
    if (event.kind === 'l' && order < 0) affected = false;
  }
  return affected;
}

/** Where one line's fix is the next line's beginning, the version is affected again. */
function rank(event: Event): number {
  return event.kind === 'i' ? 1 : 0;
}

/** `introduced: 0` stands before every version, pre-releases of 0 included. */
function compareFrom(event: Event, version: string): number {
  if (event.kind === 'i' && event.version === '0') return version === '0' ? 0 : -1;
  return compareVersions(event.version, version);
}
