/** Advisories from OSV records that a caller has, such as an export of osv.dev: what the snapshot cannot know yet. */
import { type AdvisoryRow, type AdvisorySource, advisorySource } from './advisories.js';
import { normalizeName } from './names.js';
import { changedOn, readOsvRecord } from './osv-rows.js';

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
    const changed = changedOn(record);
    if (changed > newest) newest = changed;
    for (const [name, row] of readOsvRecord(record, baseScore).rows) {
      const known = byName.get(name);
      if (known) known.push(row);
      else byName.set(name, [row]);
    }
  }
  const { from, asOf = newest } = origin;
  return advisorySource({ from, asOf, count: byName.size }, (name) => byName.get(normalizeName(name)) ?? []);
}
