/** Advisories from OSV records that a caller has, such as an export of osv.dev: what the snapshot cannot know yet. */
import { type AdvisoryRow, type AdvisorySource, affecting } from './advisories.js';
import { baseScore } from './cvss.js';
import { normalizeName } from './names.js';

/** Reads OSV records of PyPI. What is not a record, or is withdrawn, is passed by; never throws. */
export function advisoriesFromOsv(records: Iterable<unknown>, asOf: string): AdvisorySource {
  const byName = new Map<string, AdvisoryRow[]>();
  for (const record of records) {
    for (const [name, row] of rowsOfRecord(record)) byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  return { asOf, find: (name, version) => affecting(byName.get(normalizeName(name)) ?? [], version) };
}

function rowsOfRecord(record: unknown): readonly (readonly [string, AdvisoryRow])[] {
  const id = text(field(record, 'id'));
  if (id === undefined || (field(record, 'withdrawn') ?? undefined) !== undefined) return [];
  const aliases = list(field(record, 'aliases')).flatMap((alias) => text(alias) ?? []);
  const published = (text(field(record, 'published')) ?? '').slice(0, 10);
  return list(field(record, 'affected')).flatMap((affected) => {
    const name = text(field(field(affected, 'package'), 'name'));
    if (name === undefined || field(field(affected, 'package'), 'ecosystem') !== 'PyPI') return [];
    const events = eventsOf(affected);
    const score = scoreOf(field(affected, 'severity')) ?? scoreOf(field(record, 'severity'));
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

function scoreOf(severity: unknown): number | undefined {
  return list(severity)
    .map((entry) => baseScore(text(field(entry, 'score')) ?? ''))
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
