/** Checks how the advisory facts are made from OSV records, and that what ships was made from the facts. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { factsFrom, newestChange, sourcesOf } from '../dependency-data.osv.mjs';
import { advisoryModule, noticeText } from '../dependency-data.texts.mjs';

const record = (more) => ({
  id: 'PYSEC-1',
  aliases: ['CVE-2026-1'],
  published: '2026-01-02T03:04:05Z',
  affected: [
    {
      package: { ecosystem: 'PyPI', name: 'Foo_Bar' },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '1.2' }] }],
    },
  ],
  ...more,
});

test('a record becomes one row with normalised name, day and events', async () => {
  expect(await factsFrom([record({})])).toEqual([['foo-bar', 'PYSEC-1', ['CVE-2026-1'], '2026-01-02', 'i0 f1.2']]);
});

test('withdrawn records and other ecosystems are left out', async () => {
  expect(await factsFrom([record({ withdrawn: '2026-02-01T00:00:00Z' })])).toEqual([]);
  const npm = [{ package: { ecosystem: 'npm', name: 'foo' }, ranges: [] }];
  expect(await factsFrom([record({ affected: npm })])).toEqual([]);
});

test('records that share an alias are one row', async () => {
  const rows = await factsFrom([record({}), record({ id: 'GHSA-x', published: '2025-12-31T00:00:00Z' })]);
  expect(rows).toEqual([['foo-bar', 'PYSEC-1', ['CVE-2026-1', 'GHSA-x'], '2025-12-31', 'i0 f1.2']]);
});

test('the base score of CVSS 3 is taken before that of CVSS 4', async () => {
  const severity = [
    { type: 'CVSS_V4', score: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N' },
    { type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H' },
  ];
  expect((await factsFrom([record({ severity })]))[0].at(-1)).toBe(9.9);
  expect((await factsFrom([record({ severity: severity.slice(0, 1) })]))[0].at(-1)).toBe(6.9);
});

test('what ships is what its facts give', () => {
  const script = fileURLToPath(new URL('../dependency-data.mjs', import.meta.url));
  expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
});

test('an export is complete up to the newest change in it', () => {
  expect(newestChange([record({}), record({ modified: '2026-03-04T00:00:00Z' }), null])).toBe('2026-03-04');
  expect(newestChange([])).toBe('');
});

test('the snapshot and its notice name whose records they are, and the day of the export', () => {
  const sources = sourcesOf(['GHSA-1', 'PYSEC-2', 'GHSA-3', 'XY-4']);
  const header = { asOf: '2026-11-20', sources };
  const own = [{ package: 'foo', published: '2026-10-01', source: 'notes of foo' }];
  expect(advisoryModule(header, [], own)).toContain(
    "advisoriesFrom = 'the PyPA advisory database, the GitHub advisory database and records named `XY`'",
  );
  expect(advisoryModule({ ...header, asOf: '2026-07-23' }, [], own)).toContain('`XY`, for key packages later');
  const notice = noticeText(header, own, { asOf: '2026-01-01', productsAsOf: '2026-01-02' });
  expect(notice).toContain(
    '[GitHub advisory database](https://github.com/github/advisory-database) | CC BY 4.0 | 2026-11-20 |',
  );
  expect(notice).toContain('| foo | notes of foo |');
  const alone = noticeText({ ...header, sources: sourcesOf(['GHSA-1']) }, [], { asOf: '', productsAsOf: '' });
  expect(alone).not.toContain('PyPA');
});

test('what ships has a day or none, and no word in its place', async () => {
  const facts = readFileSync(new URL('../../packages/python-deps/src/data/advisories.ts', import.meta.url), 'utf8');
  expect(facts).not.toMatch(/"(?:null|undefined|None)"/);
  const rows = await factsFrom([record({ published: null }), record({ id: 'B', aliases: [], published: undefined })]);
  expect(rows.map((row) => row[3])).toEqual(['', '']);
});
