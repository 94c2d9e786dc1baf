/** Which known vulnerabilities affect an exact version. A range of versions is never matched. */
import type { Advisory } from '@django-golive/core';
import { advisoriesAsOf, advisoryTexts } from './data/advisories.js';
import { compareVersions, isVersion, parseVersion } from './version.js';

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

/** What a source of advisories is. */
export interface AdvisoryOrigin {
  /** In words, for the report. */
  readonly from: string;
  /** The day up to which it is complete, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Of how many packages it knows anything. */
  readonly count: number;
}

/** Where advisories come from: the snapshot of this package, or a newer one that the caller has. */
export interface AdvisorySource extends AdvisoryOrigin {
  /** The advisories that affect an exact version of a package, by its normalised name; most severe first. */
  find(name: string, version: string): readonly Advisory[];
  /** The nearest version above an affected one that no advisory affects. */
  upgrade(name: string, version: string): string | undefined;
  /** Of an affected version without such an upgrade: the last version that is known to be affected, where whatever comes next is not. */
  lastAffected?(name: string, version: string): string | undefined;
}

/** A source over the rows of each package. */
export function advisorySource(
  origin: AdvisoryOrigin,
  rowsOf: (name: string) => readonly AdvisoryRow[],
): AdvisorySource {
  return {
    ...origin,
    find: (name, version) => affecting(rowsOf(name), version),
    upgrade: (name, version) => nearestSafe(rowsOf(name), version),
    lastAffected: (name, version) => lastAffected(rowsOf(name), version),
  };
}

/** A source that is asked once for each version of a package, for however many targets. */
export function remembered(source: AdvisorySource): AdvisorySource {
  const once = <T>(ask: (name: string, version: string) => T) => {
    const known = new Map<string, T>();
    return (name: string, version: string): T => {
      const key = `${name} ${version}`;
      const found = known.get(key) ?? ask(name, version);
      known.set(key, found);
      return found;
    };
  };
  return {
    ...source,
    find: once((name, version) => source.find(name, version)),
    upgrade: once((name, version) => source.upgrade(name, version)),
  };
}

/** The snapshot inside this package. */
export const shippedAdvisories: AdvisorySource = advisorySource(
  {
    from: "golive's own snapshot of the PyPA advisory database, for key packages later",
    asOf: advisoriesAsOf,
    count: Object.keys(advisoryTexts).length,
  },
  shippedRows,
);

/** A package's rows are parsed when they are asked for: an audit meets few of the packages. */
function shippedRows(name: string): readonly AdvisoryRow[] {
  const text = Object.hasOwn(advisoryTexts, name) ? advisoryTexts[name] : undefined;
  return text === undefined ? [] : (JSON.parse(text) as readonly AdvisoryRow[]);
}

/** The rows that affect a version, each vulnerability once, most severe first. */
export function affecting(rows: readonly AdvisoryRow[], installed: string): readonly Advisory[] {
  if (!parseVersion(installed)) return [];
  // A build of one's own, such as `2.1.0+cu118`, has the faults of the release that it is made from.
  const [version = ''] = installed.trim().split('+', 1);
  return vulnerabilities(rows.filter((row) => affects(readEvents(row), version)))
    .map((same) => advisoryOf(same, version))
    .sort(
      (a, b) => (b.score ?? -1) - (a.score ?? -1) || compareText(b.published, a.published) || compareText(a.id, b.id),
    );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The rows of one vulnerability together: those that share a name, by whatever chain. */
function vulnerabilities(rows: readonly AdvisoryRow[]): readonly (readonly AdvisoryRow[])[] {
  let groups: { readonly names: ReadonlySet<string>; readonly rows: readonly AdvisoryRow[] }[] = [];
  for (const row of rows) {
    const own = [row[0], ...row[1]];
    const same = groups.filter(({ names }) => own.some((name) => names.has(name)));
    const names = new Set([...same.flatMap((group) => [...group.names]), ...own]);
    const merged = { names, rows: [...same.flatMap((group) => group.rows), row] };
    const [first] = same;
    groups = first
      ? groups.flatMap((group) => (group === first ? [merged] : same.includes(group) ? [] : [group]))
      : [...groups, merged];
  }
  return groups.map((group) => group.rows);
}

/** What several databases say of one vulnerability: by the first one's name, with what any of them knows. */
function advisoryOf(rows: readonly AdvisoryRow[], version: string): Advisory {
  const names = [...new Set(rows.flatMap(([id, aliases]) => [id, ...aliases]))];
  const [id = '', ...aliases] = names;
  const fixed = fixesAbove(rows, version)[0];
  const score = rows.map((row) => row[4]).find((value) => value !== undefined);
  return {
    id,
    aliases,
    published: rows.map((row) => row[2]).sort()[0] ?? '',
    ...(fixed === undefined ? {} : { fixed }),
    ...(score === undefined ? {} : { score }),
  };
}

/** The versions above one that mend something, nearest first, so that those of its own series lead. */
function fixesAbove(rows: readonly AdvisoryRow[], version: string): readonly string[] {
  return rows
    .flatMap(readEvents)
    .filter(({ kind, version: other }) => kind === 'f' && compareVersions(other, version) > 0)
    .map((event) => event.version)
    .sort(compareVersions);
}

/** The nearest mending version that nothing else affects; nobody is sent to a pre-release. */
function nearestSafe(rows: readonly AdvisoryRow[], version: string): string | undefined {
  if (!parseVersion(version)) return undefined;
  return fixesAbove(rows, version).find(
    (candidate) =>
      parseVersion(candidate)?.prerelease === false && !rows.some((row) => affects(readEvents(row), candidate)),
  );
}

/** A database may know where the affected versions end and not which version mends them. */
function lastAffected(rows: readonly AdvisoryRow[], version: string): string | undefined {
  return rows
    .flatMap(readEvents)
    .filter(({ kind, version: last }) => kind === 'l' && isVersion(last) && compareVersions(last, version) >= 0)
    .map((event) => event.version)
    .sort(compareVersions)
    .find((last) => isVersion(`${last}.post1`) && !rows.some((row) => affects(readEvents(row), `${last}.post1`)));
}

function readEvents([, , , events]: AdvisoryRow): readonly Event[] {
  // `2.9.0-NA` is what vulnerability databases call the release itself, as opposed to one of its candidates.
  return events.split(' ').map((word) => ({ kind: word.slice(0, 1), version: word.slice(1).replace(/-NA$/i, '') }));
}

/** The evaluation that the OSV schema lays down: events in order of version, the last one that applies decides. */
function affects(events: readonly Event[], version: string): boolean {
  if (events.some((event) => event.kind === 'v' && compareVersions(event.version, version) === 0)) return true;
  const bounds = events.filter((event) => event.kind !== 'v');
  // Of a bound that is no version nobody can say what comes after it.
  if (!bounds.every((event) => isVersion(event.version))) return false;
  const ordered = [...bounds].sort((a, b) => compareFrom(a, b.version) || rank(a) - rank(b));
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
