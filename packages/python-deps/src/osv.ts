/** Advisories from OSV records that a caller has, such as an export of osv.dev: what the snapshot cannot know yet. */
import { type AdvisoryRow, type AdvisorySource, advisorySource } from './advisories.js';
import { normalizeName } from './names.js';

/** Where records come from, for the report. */
export interface OsvOrigin {
  /** In words: `all.zip`, an address. */
  readonly from: string;
  /** `YYYY-MM-DD`; the day of the newest change in a record where it is not given. */
  readonly asOf?: string;
}

/** Reads OSV records of PyPI. What is not a record, or is withdrawn, is passed by. */
export async function advisoriesFromOsv(records: Iterable<unknown>, origin: OsvOrigin): Promise<AdvisorySource> {
  // The calculator costs more than a small audit, and the snapshot's scores are worked out.
  const { baseScore } = await import('./cvss.js');
  const byName = new Map<string, AdvisoryRow[]>();
  let newest = '';
  for (const record of records) {
    const changed = (text(field(record, 'modified')) ?? text(field(record, 'published')) ?? '').slice(0, 10);
    if (/^\d{4}-\d\d-\d\d$/.test(changed) && changed > newest) newest = changed;
    for (const [name, row] of rowsOfRecord(record, baseScore)) {
      const known = byName.get(name);
      if (known) known.push(row);
      else byName.set(name, [row]);
    }
  }
  const { from, asOf = newest } = origin;
  return advisorySource({ from, asOf, count: byName.size }, (name) => byName.get(normalizeName(name)) ?? []);
}

type Scorer = (vector: string) => number | undefined;

function rowsOfRecord(record: unknown, scorer: Scorer): readonly (readonly [string, AdvisoryRow])[] {
  const id = text(field(record, 'id'));
  if (id === undefined || (field(record, 'withdrawn') ?? undefined) !== undefined) return [];
  const aliases = list(field(record, 'aliases')).flatMap((alias) => text(alias) ?? []);
  const published = (text(field(record, 'published')) ?? '').slice(0, 10);
  return list(field(record, 'affected')).flatMap((affected) => {
    const name = text(field(field(affected, 'package'), 'name'));
    if (name === undefined || field(field(affected, 'package'), 'ecosystem') !== 'PyPI') return [];
    const events = eventsOf(affected);
    const score = scoreOf(field(affected, 'severity'), scorer) ?? scoreOf(field(record, 'severity'), scorer);
    const row: AdvisoryRow = [id, aliases, published, events, score];
    return events === '' ? [] : [[normalizeName(name), row] as const];
  });
}

/** The record's ranges and single versions in the words of the snapshot. */
function eventsOf(affected: unknown): string {
  const ranges = list(field(affected, 'ranges')).filter((range) => field(range, 'type') !== 'GIT');
  const bounds = ranges
    .flatMap((range) => list(field(range, 'events')))
    .flatMap((event) =>
      (['introduced', 'fixed', 'last_affected'] as const).flatMap((kind) => {
        const version = text(field(event, kind));
        return version === undefined ? [] : [`${kind.slice(0, 1)}${version}`];
      }),
    );
  const singles = list(field(affected, 'versions'))
    .flatMap((version) => text(version) ?? [])
    .map((version) => `v${version}`);
  return [...bounds, ...singles].filter((word) => !/\s/.test(word)).join(' ');
}

/** The score of CVSS 3 where there is one, as most tools show it, else of CVSS 4, else of CVSS 2. */
function scoreOf(severity: unknown, scorer: Scorer): number | undefined {
  const vectors = list(severity);
  return ['CVSS_V3', 'CVSS_V4', 'CVSS_V2']
    .flatMap((type) => vectors.filter((entry) => field(entry, 'type') === type))
    .map((entry) => scorer(text(field(entry, 'score')) ?? ''))
    .find((score) => score !== undefined);
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
