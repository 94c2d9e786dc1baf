/** Which known vulnerabilities affect an exact version. A range of versions is never matched. */
import type { Advisory } from '@django-golive/core';
import { affects, begun, readRanges, versionsOf } from './affected-ranges.js';
import { advisoriesAsOf, advisoriesFrom, advisoryTexts } from './data/advisories.js';
import { strangeness } from './known-releases.js';
import { vulnerabilities } from './same-vulnerability.js';
import { compareVersions, isVersion, parseVersion } from './version.js';

/** One row of the snapshot: `readRanges` reads the events; `published` is `''` where no source says it. */
export type AdvisoryRow = readonly [
  id: string,
  aliases: readonly string[],
  published: string,
  events: string,
  score?: number | undefined,
];

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
  /** Why it can say nothing of an exact version, as a clause, such as that nobody knows the package; absent where all that it finds counts. */
  unseen?(name: string, version: string): string | undefined;
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
    unseen: (name, version) => strangeness(name, version, versionsNamed(rowsOf(name)), origin.asOf),
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
    from: `golive's own snapshot of ${advisoriesFrom}`,
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
  const affecting = rows.filter((row) => affects(rangesOf(row), version));
  return vulnerabilities(affecting, ([id, aliases]) => [id, ...aliases])
    .map((same) => advisoryOf(same, version))
    .sort(
      (a, b) => (b.score ?? -1) - (a.score ?? -1) || compareText(b.published, a.published) || compareText(a.id, b.id),
    );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What several databases say of one vulnerability: by the first one's name, with what any of them knows. */
function advisoryOf(rows: readonly AdvisoryRow[], version: string): Advisory {
  const names = [...new Set(rows.flatMap(([id, aliases]) => [id, ...aliases]))];
  const [id = '', ...aliases] = names;
  // Where one of them knows of no fix at all, another's is worth telling.
  const fixes = fixesAbove(rows, version);
  const fixed = fixes.find((candidate) => !anyAffects(rows, candidate)) ?? fixes[0];
  const score = rows.map((row) => row[4]).find((value) => value !== undefined);
  return {
    id,
    aliases,
    published:
      rows
        .map((row) => row[2])
        .filter((day) => day !== '')
        .sort()[0] ?? '',
    ...(fixed === undefined ? {} : { fixed }),
    ...(score === undefined ? {} : { score }),
    ...(rows.some((row) => affects(begun(rangesOf(row)), version)) || isNear(version, fixed)
      ? {}
      : { startless: true }),
  };
}

/** Whether a version is of the line that was mended, or of the one right before it: what is mended there it most likely had. */
function isNear(version: string, fixed: string | undefined): boolean {
  const [major = 0, minor = 0] = numbersOf(version);
  const [fixedMajor = -2, fixedMinor = 0] = numbersOf(fixed ?? '');
  return fixedMinor === 0 ? major >= fixedMajor - 1 && fixedMajor > 0 : major === fixedMajor && minor >= fixedMinor - 1;
}

function numbersOf(version: string): readonly number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10));
}

/** The versions above one that mend something, nearest first, so that those of its own series lead. */
function fixesAbove(rows: readonly AdvisoryRow[], version: string): readonly string[] {
  return rows
    .flatMap((row) => versionsOf(rangesOf(row), 'f'))
    .filter((other) => compareVersions(other, version) > 0)
    .sort(compareVersions);
}

/** The nearest mending version that nothing else affects; nobody is sent to a pre-release but those who install one, where there is no other. */
function nearestSafe(rows: readonly AdvisoryRow[], version: string): string | undefined {
  const installed = parseVersion(version);
  if (!installed) return undefined;
  const safe = fixesAbove(rows, version).filter((candidate) => !anyAffects(rows, candidate));
  const release = safe.find((candidate) => parseVersion(candidate)?.prerelease === false);
  return release ?? (installed.prerelease ? safe.find(isVersion) : undefined);
}

/** A database may know where the affected versions end and not which version mends them. */
function lastAffected(rows: readonly AdvisoryRow[], version: string): string | undefined {
  return rows
    .flatMap((row) => versionsOf(rangesOf(row), 'l'))
    .filter((last) => isVersion(last) && compareVersions(last, version) >= 0)
    .sort(compareVersions)
    .find((last) => isVersion(`${last}.post1`) && !anyAffects(rows, `${last}.post1`));
}

function anyAffects(rows: readonly AdvisoryRow[], version: string): boolean {
  return rows.some((row) => affects(rangesOf(row), version));
}

function rangesOf([, , , events]: AdvisoryRow): ReturnType<typeof readRanges> {
  return readRanges(events);
}

function versionsNamed(rows: readonly AdvisoryRow[]): readonly string[] {
  return rows.flatMap((row) => (['i', 'f', 'l', 'v'] as const).flatMap((kind) => versionsOf(rangesOf(row), kind)));
}
