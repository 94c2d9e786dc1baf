/** Turns OSV records into the compact facts of the advisory snapshot: one row a package and vulnerability. */
import type { AdvisoryRow } from './advisories.js';
import { affects, betweenRanges, readRanges } from './affected-ranges.js';
import { baseScore } from './cvss.js';
import { readOsvRecord } from './osv-rows.js';
import { vulnerabilities } from './same-vulnerability.js';
import { isVersion } from './version.js';

/** `[package, id, aliases, published, events, score?]`; the events are what `readRanges` reads. */
export type SnapshotRow = readonly [
  name: string,
  id: string,
  aliases: readonly string[],
  published: string,
  events: string,
  score?: number,
];

/** The rows, and what of the records could not be read. */
export interface SnapshotRows {
  readonly rows: readonly SnapshotRow[];
  /** The names of the records that say something of a package of PyPI. */
  readonly ids: readonly string[];
  readonly notices: readonly string[];
}

/** A record gathered by hand: flat, with a package and lists of events at the top, and how sure it is. */
interface OwnRecord {
  readonly id?: unknown;
  readonly package: string;
  readonly ranges?: readonly (readonly unknown[])[];
  readonly confidence?: string;
  /** `unknown`: what mends it is told, and not since when it was there; `introduced` is 0 then. */
  readonly start?: string;
}

/** Rows of a package, each with whether it is only read out of release notes. */
type Told = readonly [row: AdvisoryRow, firm: boolean];

/** Sorted rows of all records: of those that share a name, one row, that affects what any of them does. */
export function snapshotRows(records: readonly unknown[]): SnapshotRows {
  const told: (readonly [name: string, Told])[] = [];
  const ids: string[] = [];
  const notices: string[] = [];
  for (const record of records) {
    const { rows, unread } = readOsvRecord(isOwn(record) ? asOsv(record) : record, baseScore);
    const isStartless = isOwn(record) && record.start === 'unknown';
    for (const [name, [own, aliases, published, events, ...score]] of rows) {
      const row: AdvisoryRow = [own, aliases, published, isStartless ? withoutStart(events) : events, ...score];
      told.push([name, [row, isOwn(record) && record.confidence === 'firm']]);
    }
    const [id] = rows[0]?.[1] ?? [];
    if (id === undefined) continue;
    ids.push(id);
    notices.push(...unread.map((vector) => `${id}: \`${vector}\` is no CVSS vector; the record counts without it`));
  }
  return { rows: settled(told), ids, notices };
}

/** The rows of an export with those of further ones, such as ours of key packages, of which the export may know some by now. */
export function joinedRows(rows: readonly SnapshotRow[], records: readonly unknown[]): readonly SnapshotRow[] {
  const firm = new Set(records.filter(isOwn).flatMap((one) => (one.confidence === 'firm' ? [one.id] : [])));
  const own = snapshotRows(records).rows;
  return settled([
    ...rows.map(([name, ...row]) => [name, [row, false]] as const),
    ...own.map(([name, ...row]) => [name, [row, firm.has(row[0])]] as const),
  ]);
}

function settled(all: readonly (readonly [name: string, Told])[]): readonly SnapshotRow[] {
  const byName = new Map<string, Told[]>();
  for (const [name, told] of all) {
    const known = byName.get(name);
    if (known) known.push(told);
    else byName.set(name, [told]);
  }
  return [...byName]
    .flatMap(([name, told]) =>
      vulnerabilities(told, ([[id, aliases]]) => [id, ...aliases]).map((same) => merged(name, same)),
    )
    .sort((a, b) => compare(a[0], b[0]) || compare(a[3], b[3]) || compare(a[1], b[1]));
}

function merged(name: string, told: readonly Told[]): SnapshotRow {
  // Release notes seldom say where a fault began: what a database says of it stands in their place.
  const known = told.filter(([, firm]) => !firm);
  const saying = (known.length > 0 ? known : told).map(([row]) => row);
  const rows = told.map(([row]) => row);
  const [id = '', ...aliases] = new Set([...saying, ...rows].flatMap((row) => [row[0], ...row[1]]));
  const days = rows.map((row) => row[2]).filter((day) => day !== '');
  const score = [...saying, ...rows].map((row) => row[4]).find((value) => value !== undefined);
  const row = [name, id, aliases.sort(), days.sort()[0] ?? '', unionOf(saying)] as const;
  return score === undefined ? row : [...row, score];
}

/** Every range that a row has, and the single versions that none of them holds. */
function unionOf(rows: readonly AdvisoryRow[]): string {
  const ranges = new Set<string>();
  const singles = new Set<string>();
  for (const range of rows.flatMap((row) => row[3].split(betweenRanges))) {
    const words = range.split(' ');
    const bounds = words.filter((word) => !word.startsWith('v'));
    if (bounds.length > 0) ranges.add(bounds.join(' '));
    for (const word of words) if (word.startsWith('v') && isVersion(word.slice(1))) singles.add(word);
  }
  const bounds = [...ranges].join(betweenRanges);
  const known = readRanges(bounds);
  const others = [...singles].filter((word) => !affects(known, word.slice(1)));
  return [bounds, ...others].filter((word) => word !== '').join(' ');
}

function isOwn(record: unknown): record is OwnRecord {
  return typeof record === 'object' && record !== null && 'package' in record && typeof record.package === 'string';
}

function withoutStart(events: string): string {
  return events.replace(/(?<=^| )i0(?= |$)/g, 'u0');
}

function asOsv(record: OwnRecord): unknown {
  return {
    ...record,
    affected: [
      {
        ...record,
        package: { name: record.package, ecosystem: 'PyPI' },
        ranges: (record.ranges ?? []).map((events) => ({ type: 'ECOSYSTEM', events })),
      },
    ],
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
