/** Advisories: which versions they affect, and what other sources than the snapshot may say. */
import { projectOf } from '@django-golive/core';
import { advisoriesFor, advisoriesFromOsv, dependenciesOf } from '@django-golive/python-deps';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { affecting } from '../src/advisories.js';
import { baseScore } from '../src/cvss.js';

const ids = (events: string, version: string) => affecting([['A', [], '2026-01-01', events]], version).length;

test.each([
  ['i0 f4.2.8 i5.0 f5.0.1', '4.2.7', 1],
  ['i0 f4.2.8 i5.0 f5.0.1', '4.2.8', 0],
  ['i0 f4.2.8 i5.0 f5.0.1', '5.0', 1],
  ['i0 f4.2.8 i5.0 f5.0.1', '5.0.1', 0],
  ['i5.0 f5.0.1 i0 f4.2.8', '4.2.9', 0],
  ['i0 f1.0 i1.0 f2.0', '1.0', 1],
  ['i1.0 l1.2', '1.2', 1],
  ['i1.0 l1.2', '1.2.1', 0],
  ['i0', '99', 1],
  ['i0 f1.0', '0.0.dev1', 1],
  ['v1.0 v1.2', '1.2.0', 1],
  ['v1.0 v1.2', '1.1', 0],
  ['i0 f1.0', 'banana', 0],
])('%s affects %s: %i', (events, version, count) => {
  expect(ids(events, version)).toBe(count);
});

test('the fix is the smallest one above the version', () => {
  const [advisory] = affecting([['A', [], '2026-01-01', 'i6.0 f6.0.8 i0 f5.2.17']], '4.2.30');
  expect(advisory?.fixed).toBe('5.2.17');
});

test('one vulnerability under two names is told once', () => {
  const rows = [
    ['PYSEC-1', ['CVE-1'], '2026-01-01', 'i0'],
    ['GHSA-1', ['CVE-1'], '2026-01-02', 'i0'],
  ] as const;
  expect(affecting(rows, '1.0').map((advisory) => advisory.id)).toEqual(['PYSEC-1']);
});

test('the snapshot answers for normalised names only, and for no name that objects have', () => {
  expect(advisoriesFor('django', '3.2.0').length).toBeGreaterThan(20);
  expect(advisoriesFor('constructor', '1.0')).toEqual([]);
  expect(advisoriesFor('__proto__', '1.0')).toEqual([]);
});

test('CVSS 3 vectors have the scores of their specification', () => {
  expect(baseScore('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H')).toBe(9.8);
  expect(baseScore('CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H')).toBe(9.9);
  expect(baseScore('CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N')).toBe(6.1);
  expect(baseScore('CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:N')).toBe(0);
  expect(baseScore('CVSS:4.0/AV:N')).toBeUndefined();
  expect(baseScore('CVSS:3.1/AV:N')).toBeUndefined();
});

test('OSV records take the place of the snapshot', () => {
  const record = {
    id: 'GHSA-new',
    published: '2026-11-19T00:00:00Z',
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    affected: [
      {
        package: { ecosystem: 'PyPI', name: 'Django' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '5.2.19' }] }],
      },
    ],
  };
  const source = advisoriesFromOsv([record, { ...record, id: 'GHSA-gone', withdrawn: '2026-11-20' }], '2026-11-20');
  const files = projectOf({ 'requirements.txt': 'Django==5.2.18' });
  const found = dependenciesOf(files, { target: 'docker', processes: [] }, '2026-11-21', source);
  expect(found.all[0]?.advisories).toEqual([
    { id: 'GHSA-new', aliases: [], published: '2026-11-19', fixed: '5.2.19', score: 9.8 },
  ]);
  expect(found.dataDate).toBe('2026-11-20');
});

test('what is no OSV record is passed by', () => {
  fc.assert(
    fc.property(fc.array(fc.anything()), (records) => advisoriesFromOsv(records, '').find('a', '1').length === 0),
  );
});
