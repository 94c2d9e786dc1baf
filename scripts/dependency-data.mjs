/**
 * Builds the dated snapshot of support dates and advisories that `@django-golive/python-deps` ships.
 *
 *   npm run data:update                           facts in packages/python-deps/data → TypeScript and the notice in src/data
 *   npm run data:update -- --check                the same, but only tells whether it is up to date
 *   npm run data:update -- [--as-of DATE] PATH…   replaces data/advisories.jsonl from OSV exports first
 *
 * An export is the `all.zip` of osv.dev, a directory of JSON files, or a file of JSON records; records of `PyPI` are kept. Without
 * a date it is complete up to the newest change in its records. What was gathered of key packages, data/advisories-extra.jsonl,
 * is joined with it and stays.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './command.mjs';
import { joinedFacts, newestChange, readFacts, sourcesOf } from './dependency-data.osv.mjs';
import { advisoryModule, lifecycleModule, noticeText, packagesModule } from './dependency-data.texts.mjs';
import { bundleOf } from './run-source.mjs';

const reader = join(root, 'packages', 'cli', 'src', 'advisories', 'osv-files.ts');
const home = new URL('../packages/python-deps/', import.meta.url);
const advisoryFacts = new URL('data/advisories.jsonl', home);
const ownFacts = new URL('data/advisories-extra.jsonl', home);
const packageFacts = new URL('data/known-packages.txt', home);
const lifecycleFacts = new URL('data/lifecycle.json', home);

async function build() {
  const [header, ...rows] = linesOf(advisoryFacts);
  const own = linesOf(ownFacts);
  const lifecycle = JSON.parse(readFileSync(lifecycleFacts, 'utf8'));
  return new Map([
    ['src/data/advisories.ts', advisoryModule(header, await joinedFacts(rows, own), own)],
    ['src/data/lifecycle.ts', lifecycleModule(lifecycle)],
    ['src/data/known-packages.ts', packagesModule(readFileSync(packageFacts, 'utf8').trim().split('\n'))],
    ['src/data/NOTICE.md', noticeText(header, own, lifecycle)],
  ]);
}

function linesOf(url) {
  return readFileSync(url, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** The records of OSV exports, read as `golive --advisories` reads them. */
async function recordsIn(paths) {
  const { osvRecords } = await import(pathToFileURL(await bundleOf(reader)).href);
  return paths.flatMap((path) => [...osvRecords(path)]);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' }, 'as-of': { type: 'string' } },
});
if (positionals.length > 0) {
  const records = await recordsIn(positionals);
  const asOf = values['as-of'] ?? newestChange(records);
  const { rows, ids, notices } = await readFacts(records);
  if (!/^\d{4}-\d\d-\d\d$/.test(asOf) || rows.length === 0) {
    console.error('usage: npm run data:update -- [--as-of YYYY-MM-DD] PATH…, where the paths hold OSV records of PyPI');
    process.exit(2);
  }
  for (const notice of notices) console.error(notice);
  const header = { asOf, sources: sourcesOf(ids) };
  writeFileSync(advisoryFacts, [header, ...rows].map((fact) => `${JSON.stringify(fact)}\n`).join(''));
}

let stale = 0;
for (const [path, text] of await build()) {
  const target = new URL(path, home);
  if (values.check) {
    if (readOrEmpty(target) === text) continue;
    console.error(`${fileURLToPath(target)} is not what its facts give: run npm run data:update`);
    stale += 1;
  } else writeFileSync(target, text);
}
process.exitCode = stale > 0 ? 1 : 0;

function readOrEmpty(url) {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return '';
  }
}
