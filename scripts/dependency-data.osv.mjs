/** Reads OSV records for the snapshot: what they say of which package, up to which day, and whose records they are. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './command.mjs';
import { bundleOf } from './run-source.mjs';

/**
 * The databases whose records an export of osv.dev holds for PyPI, by how their names begin, with the licences that
 * https://google.github.io/osv.dev/data/ tells.
 */
const DATABASES = [
  ['PYSEC', 'the PyPA advisory database', 'https://github.com/pypa/advisory-database', 'CC BY 4.0'],
  ['GHSA', 'the GitHub advisory database', 'https://github.com/github/advisory-database', 'CC BY 4.0'],
  [
    'PSF',
    'the advisory database of the Python Software Foundation',
    'https://github.com/psf/advisory-database',
    'CC BY 4.0',
  ],
  ['OSV', 'OSS-Fuzz', 'https://github.com/google/oss-fuzz-vulns', 'CC BY 4.0'],
  ['MAL', 'the malicious packages of OpenSSF', 'https://github.com/ossf/malicious-packages', 'Apache 2.0'],
];

/**
 * Rows `[package, id, aliases, published, events, score?]`, sorted; one row where records share an alias.
 * Events read `i4.0 f4.3 | i5.0 f5.2`: introduced in, fixed in, `l` last affected, `v` one affected version; a `|` between ranges.
 */
export async function factsFrom(osv) {
  return (await readFacts(osv)).rows;
}

/** The same with notices of what could not be read. */
export async function readFacts(osv) {
  const { snapshotRows } = await rowsModule();
  return snapshotRows(osv);
}

/** The rows of an export, and records that were gathered beside it. */
export async function joinedFacts(rows, records) {
  const { joinedRows } = await rowsModule();
  return joinedRows(rows, records);
}

/** The day of the newest change in some records, `YYYY-MM-DD`; `''` where none says when it was made. */
export function newestChange(osv) {
  const days = osv.map((record) => String(record?.modified ?? record?.published ?? '').slice(0, 10));
  return (
    days
      .filter((day) => /^\d{4}-\d\d-\d\d$/.test(day))
      .sort()
      .at(-1) ?? ''
  );
}

/** Whose records are so named: `{ name, url, licence }`, in words for the report and the notice. */
export function sourcesOf(ids) {
  const prefixes = new Set(ids.map((id) => id.split('-', 1)[0]));
  const known = DATABASES.filter(([prefix]) => prefixes.has(prefix));
  const others = [...prefixes].filter((prefix) => !DATABASES.some(([one]) => one === prefix)).sort();
  return [
    ...known.map(([, name, url, licence]) => ({ name, url, licence })),
    ...others.map((prefix) => ({ name: `records named \`${prefix}\``, licence: 'not known' })),
  ];
}

async function rowsModule() {
  const path = join(root, 'packages', 'python-deps', 'src', 'snapshot-rows.ts');
  return import(pathToFileURL(await bundleOf(path)).href);
}
