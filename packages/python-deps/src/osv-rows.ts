/** Reads one OSV record into rows, one a package of PyPI that it affects: for whoever brings an export, and for the snapshot. */
import type { AdvisoryRow } from './advisories.js';
import { betweenRanges } from './affected-ranges.js';
import { normalizeName } from './names.js';

/** What is to be known of a record besides its rows. */
export interface OsvReading {
  readonly rows: readonly (readonly [name: string, row: AdvisoryRow])[];
  /** Vectors of CVSS that could not be read: the record counts without them. */
  readonly unread: readonly string[];
}

/** The base score of a CVSS vector; `undefined` for what is none. */
type Scorer = (vector: string) => number | undefined;

/** Reads a record. What is not one, or is withdrawn, has no rows. Never throws. */
export function readOsvRecord(record: unknown, scorer: Scorer): OsvReading {
  const id = textAt(record, 'id');
  if (id === undefined || (field(record, 'withdrawn') ?? undefined) !== undefined) return { rows: [], unread: [] };
  const aliases = list(field(record, 'aliases')).flatMap((alias) => (typeof alias === 'string' ? [alias] : []));
  const unread = new Set<string>();
  const scoreOf = (severity: unknown) => firstScore(severity, scorer, unread);
  const rows = list(field(record, 'affected')).flatMap((affected) => {
    const name = textAt(field(affected, 'package'), 'name');
    if (name === undefined || field(field(affected, 'package'), 'ecosystem') !== 'PyPI') return [];
    const events = eventsOf(affected);
    if (events === '') return [];
    const score = scoreOf(field(affected, 'severity')) ?? scoreOf(field(record, 'severity'));
    const row: AdvisoryRow = [id, aliases, dayOf(field(record, 'published')), events, score];
    return [[normalizeName(name), row] as const];
  });
  return { rows, unread: [...unread] };
}

/** When a record was last changed, `YYYY-MM-DD`; `''` where it does not say. */
export function changedOn(record: unknown): string {
  return dayOf(field(record, 'modified')) || dayOf(field(record, 'published'));
}

/** `YYYY-MM-DD`, or `''` where no day stands. */
function dayOf(value: unknown): string {
  const day = typeof value === 'string' ? value.slice(0, 10) : '';
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : '';
}

/** The ranges and single versions in the words of the snapshot. */
function eventsOf(affected: unknown): string {
  const ranges = list(field(affected, 'ranges'))
    .filter((range) => field(range, 'type') !== 'GIT')
    .map((range) => list(field(range, 'events')).flatMap(eventOf).join(' '))
    .filter((range) => range !== '');
  const singles = list(field(affected, 'versions')).filter(
    (version): version is string => typeof version === 'string' && /^\S+$/.test(version),
  );
  return [ranges.join(betweenRanges), ...singles.map((version) => `v${version}`)]
    .filter((word) => word !== '')
    .join(' ');
}

function eventOf(event: unknown): readonly string[] {
  return (['introduced', 'fixed', 'last_affected'] as const).flatMap((kind) => {
    const version = textAt(event, kind);
    return version === undefined || !/^\S+$/.test(version) ? [] : [`${kind.slice(0, 1)}${version}`];
  });
}

/** The score of CVSS 3 where there is one, as most tools show it, else of CVSS 4, else of CVSS 2. */
function firstScore(severity: unknown, scorer: Scorer, unread: Set<string>): number | undefined {
  const vectors = list(severity);
  const written = ['CVSS_V3', 'CVSS_V4', 'CVSS_V2'].flatMap((type) =>
    vectors.filter((entry) => field(entry, 'type') === type).map((entry) => textAt(entry, 'score') ?? ''),
  );
  for (const vector of written) {
    const score = scorer(vector);
    if (score !== undefined) return score;
    unread.add(vector);
  }
  return undefined;
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textAt(value: unknown, key: string): string | undefined {
  const text = field(value, key);
  return typeof text === 'string' ? text : undefined;
}
