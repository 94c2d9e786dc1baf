/** Advisories: which versions they affect, and what other sources than the snapshot may say. */
import { projectOf } from '@django-golive/core';
import { advisoriesFromOsv, dependenciesOf, shippedAdvisories } from '@django-golive/python-deps';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advisorySource, affecting } from '../src/advisories.js';
import { baseScore } from '../src/cvss.js';
import known from './known-vulnerable.json' with { type: 'json' };

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
  ['i6.3.0 l6.3.0', '6.2.9', 0],
  ['i6.3.0 l6.3.0', '6.3.0', 1],
  ['i6.3.0 l6.3.0', '6.4.0', 0],
  ['i1.0 l2.0 i2.0 f2.1', '2.0.1', 1],
  ['i1.0 l2.0 i2.0 f2.1', '2.1', 0],
  ['i0', '99', 1],
  ['i0 f1.0', '0.0.dev1', 1],
  ['v1.0 v1.2', '1.2.0', 1],
  ['v1.0 v1.2', '1.1', 0],
  ['i0 f1.0', 'banana', 0],
  ['i0 l2.9.0-NA l2.9.0-rc1', '2.8', 1],
  ['i0 l2.9.0-NA', '2.9.0', 1],
  ['i0 l2.9.0-NA', '2.10', 0],
  ['i0 f20230922-17-g', '1.0', 0],
])('%s affects %s: %i', (events, version, count) => {
  expect(ids(events, version)).toBe(count);
});

test('a shipped advisory of one version affects that version alone', () => {
  const found = (version: string) =>
    dependenciesOf(
      projectOf({ 'manage.py': '', 'requirements.txt': `bleach==${version}` }),
      { target: 'none', processes: [] },
      '2026-11-20',
    )
      .get('bleach')
      ?.advisories.flatMap(({ id, aliases }) => [id, ...aliases]);
  expect(found('6.3.0')).toContain('GHSA-g75f-g53v-794x');
  expect(found('6.4.0')).not.toContain('GHSA-g75f-g53v-794x');
});

test('the fix is the smallest one above the version', () => {
  const [advisory] = affecting([['A', [], '2026-01-01', 'i6.0 f6.0.8 i0 f5.2.17']], '4.2.30');
  expect(advisory?.fixed).toBe('5.2.17');
});

test('one vulnerability under several names is told once, with what any of them knows', () => {
  const rows = [
    ['PYSEC-1', ['CVE-1'], '2026-01-02', 'i0'],
    ['OTHER-1', ['CVE-2'], '2026-01-03', 'i0'],
    ['GHSA-1', ['CVE-1', 'CVE-2'], '2026-01-01', 'i0 f2.0', 7.5],
  ] as const;
  expect(affecting(rows, '1.0')).toEqual([
    {
      id: 'PYSEC-1',
      aliases: ['CVE-1', 'OTHER-1', 'CVE-2', 'GHSA-1'],
      published: '2026-01-01',
      fixed: '2.0',
      score: 7.5,
    },
  ]);
});

test("a build of one's own has the faults of its release", () => {
  expect(ids('i0 l2.1.0', '2.1.0+cu118')).toBe(1);
  expect(ids('v2.1.0', '2.1.0+cu118')).toBe(1);
  expect(ids('i0 f2.1.0', '2.1.0+cu118')).toBe(0);
});

test('where only the last affected version is known, whatever comes after it is the way out', () => {
  const last = (version: string, ...events: readonly string[]) =>
    advisorySource({ from: '', asOf: '', count: 1 }, () =>
      events.map((text, index) => [`A-${index}`, [], '2026-01-01', text] as const),
    ).lastAffected?.('a', version);
  expect(last('3.7', 'i0 l3.8')).toBe('3.8');
  expect(last('3.7', 'i0 l3.8', 'i3.0 l3.9')).toBe('3.9');
  expect(last('3.7', 'i0 l3.8', 'i0')).toBeUndefined();
  expect(last('3.7', 'v3.7')).toBeUndefined();
});

test('the upgrade is the nearest version that nothing affects, in the same series where there is one', () => {
  const upgrade = (version: string, ...events: readonly string[]) =>
    advisorySource({ from: '', asOf: '', count: 1 }, () =>
      events.map((text, index) => [`A-${index}`, [], '2026-01-01', text] as const),
    ).upgrade('a', version);
  expect(upgrade('4.2.1', 'i4.2 f4.2.5 i5.0 f5.0.2', 'i4.2 f4.2.9')).toBe('4.2.9');
  expect(upgrade('4.2.1', 'i0 f4.2.5', 'i4.2.5 f5.0.3')).toBe('5.0.3');
  expect(upgrade('4.2.1', 'i0 f4.3rc1 f4.3')).toBe('4.3');
  expect(upgrade('4.2.1', 'i0 f4.2.5', 'i0')).toBeUndefined();
  expect(upgrade('4.2.1', 'i0 l4.2.1', 'i0 f4.2.5')).toBe('4.2.5');
});

/** What the published records say of them, evaluated by Python's `packaging` as the OSV schema lays down; every name of each. */
test.each(Object.entries(known))('the snapshot knows of %s what the database publishes', (pin, names) => {
  const [name = '', version = ''] = pin.split('==');
  const found = shippedAdvisories.find(name, version).flatMap(({ id, aliases }) => [id, ...aliases]);
  expect([...new Set(found)].sort()).toEqual(names);
});

test('the snapshot answers for normalised names only, and for no name that objects have', () => {
  expect(shippedAdvisories.find('django', '3.2.0').length).toBeGreaterThan(20);
  expect(shippedAdvisories.find('constructor', '1.0')).toEqual([]);
  expect(shippedAdvisories.find('__proto__', '1.0')).toEqual([]);
});

test('CVSS vectors have the scores of their specifications', () => {
  expect(baseScore('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H')).toBe(9.8);
  expect(baseScore('CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H')).toBe(9.9);
  expect(baseScore('CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N')).toBe(6.1);
  expect(baseScore('CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:N')).toBe(0);
  expect(baseScore('CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N')).toBe(6.9);
  expect(baseScore('AV:N/AC:L/Au:N/C:P/I:P/A:P')).toBe(7.5);
  expect(baseScore('CVSS:4.0/AV:N')).toBeUndefined();
  expect(baseScore('')).toBeUndefined();
  expect(baseScore('high')).toBeUndefined();
  expect(baseScore('CVSS:3.1/AV:N')).toBeUndefined();
});

test('OSV records take the place of the snapshot', async () => {
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
  const source = await advisoriesFromOsv(
    [record, { ...record, id: 'GHSA-gone', withdrawn: '2026-11-20', modified: '2026-11-20T08:00:00Z' }],
    { from: 'all.zip' },
  );
  const files = projectOf({ 'requirements.txt': 'Django==5.2.18' });
  const found = dependenciesOf(files, { target: 'docker', processes: [] }, '2026-11-21', source);
  expect(found.all[0]?.advisories).toEqual([
    { id: 'GHSA-new', aliases: [], published: '2026-11-19', fixed: '5.2.19', score: 9.8 },
  ]);
  expect(found.all[0]?.upgrade).toBe('5.2.19');
  expect(found.dataDate).toBe('2026-11-20');
  expect(found.advisoryData).toEqual({ from: 'all.zip', asOf: '2026-11-20' });
});

test('what is no OSV record is passed by', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.anything()), async (records) => {
      const source = await advisoriesFromOsv(records, { from: 'a test' });
      return source.find('a', '1').length === 0;
    }),
  );
});

test('a range is never matched; the oldest version that it admits is told beside it', () => {
  const rowOf = (line: string) =>
    dependenciesOf(projectOf({ 'requirements.txt': line }), { target: 'docker', processes: [] }, '2026-11-21').all[0];
  expect(rowOf('Pillow>=9.0,<12')).toMatchObject({ advisories: [], admits: { version: '9.0' } });
  expect(rowOf('Pillow>=9.0,!=9.0')?.admits).toBeUndefined();
  expect(rowOf('Pillow<9')?.admits).toBeUndefined();
  expect(rowOf('Pillow')?.admits).toBeUndefined();
  expect(rowOf('Pillow==9.0.0')?.admits).toBeUndefined();
});

test.each([
  ['all of them', 'i0 f22.0', ['A']],
  ['none that came later', 'i21.5 f22.0', undefined],
  ['none that was mended on the way', 'i0 f21.1 i21.5 f22.0', undefined],
  ['none that nothing mends', 'i0', undefined],
])('a range is capped below what affects %s', (_, events, expected) => {
  const source = advisorySource({ from: '', asOf: '', count: 1 }, () => [['A', [], '2026-01-01', events]]);
  const files = projectOf({ 'requirements.txt': 'gunicorn>=21.0,<22\n' });
  const { all } = dependenciesOf(files, { target: 'docker', processes: [] }, '2026-11-21', source);
  expect(all[0]?.capped?.advisories).toEqual(expected);
});

test('where one advisory is mended nowhere, the release that mends the others is known', () => {
  const rowOf = (line: string) =>
    dependenciesOf(projectOf({ 'requirements.txt': line }), { target: 'docker', processes: [] }, '2026-11-30').all[0];
  const old = rowOf('python-jose==3.3.0');
  expect(old?.advisories.length).toBe(4);
  expect(old?.upgrade).toBeUndefined();
  expect(old).toMatchObject({ affectedUntil: '3.5.0', partly: { version: '3.4.0' } });
  expect(old?.partly?.left.flatMap(({ aliases }) => aliases)).toEqual(['CVE-2026-85394']);
  expect(rowOf('python-jose==3.5.0')?.partly).toBeUndefined();
});

test('a pre-release is what helps those who install one, and is named to others where there is nothing else', () => {
  const rowOf = (version: string, events: string) => {
    const source = advisorySource({ from: '', asOf: '', count: 1 }, () => [['A', [], '2026-01-01', events]]);
    const files = projectOf({ 'requirements.txt': `opentelemetry-instrumentation==${version}\n` });
    return dependenciesOf(files, { target: 'docker', processes: [] }, '2026-11-21', source).all[0];
  };
  expect(rowOf('0.30b1', 'i0 f0.41b0')?.upgrade).toBe('0.41b0');
  expect(rowOf('0.30b1', 'i0 f0.41b0 | i0 f0.42')?.upgrade).toBe('0.42');
  const release = rowOf('0.30', 'i0 f0.41b0');
  expect(release?.upgrade).toBeUndefined();
  expect(release?.partly).toEqual({ version: '0.41b0', left: [] });
});

test('of a fault of which only what mends it is told, nothing is certain far below that', () => {
  const found = (name: string, version: string, cve: string) =>
    shippedAdvisories.find(name, version).find(({ id, aliases }) => [id, ...aliases].includes(cve));
  expect(found('pyjwt', '2.8.0', 'CVE-2026-102274')).toBeUndefined();
  expect(found('pyjwt', '2.9.0', 'CVE-2026-102274')).toBeDefined();
  expect(found('pyjwt', '2.0.1', 'CVE-2026-102275')).toBeUndefined();
  expect(found('pyjwt', '2.14.0', 'CVE-2026-102275')?.startless).toBeUndefined();
  expect(found('pillow', '8.0.0', 'CVE-2026-112390')?.startless).toBe(true);
  expect(found('pillow', '12.2.0', 'CVE-2026-112390')?.startless).toBeUndefined();
  expect(found('pillow', '13.0.0', 'CVE-2026-112390')).toBeUndefined();
  const startless = (events: string, version: string) =>
    affecting([['A', [], '2026-01-01', events]], version).map((one) => one.startless === true);
  expect(startless('u0 f1.5.0', '1.4.2')).toEqual([false]);
  expect(startless('u0 f1.5.0', '1.3.9')).toEqual([true]);
  expect(startless('u0 f2.0', '1.3')).toEqual([false]);
  expect(startless('u0 f3.0', '1.3')).toEqual([true]);
  expect(startless('u0 f3.0 | i1.0 f1.4', '1.3')).toEqual([false]);
});
