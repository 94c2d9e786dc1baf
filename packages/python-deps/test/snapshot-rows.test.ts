/** The snapshot affects a version where a record of its export does, and no other: rows are made of records without loss. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { affecting } from '../src/advisories.js';
import { joinedRows, snapshotRows } from '../src/snapshot-rows.js';

interface Range {
  readonly from: number;
  readonly until: number | undefined;
}

const introduced = (version: string) => ({ introduced: version });
const fixed = (version: string) => ({ fixed: version });
const affected = (...ranges: readonly (readonly object[])[]) => ({
  package: { ecosystem: 'PyPI', name: 'Foo_Bar' },
  ranges: ranges.map((events) => ({ type: 'ECOSYSTEM', events })),
});
const record = (more: object) => ({
  id: 'PYSEC-1',
  aliases: ['CVE-1'],
  published: '2026-01-02T03:04:05Z',
  affected: [affected([introduced('0'), fixed('1.2')])],
  ...more,
});
const namesAt = (records: readonly unknown[], version: string) =>
  affecting(
    snapshotRows(records).rows.map(([, ...row]) => row),
    version,
  ).map(({ id }) => id);

test('two entries of one package in a record both count', () => {
  const both = record({
    affected: [
      affected([introduced('1.0'), fixed('1.5')]),
      affected([introduced('2.0'), fixed('2.3')]),
      { package: { ecosystem: 'PyPI', name: 'foo-bar' }, versions: ['3.0', '2.1'] },
    ],
  });
  expect(snapshotRows([both]).rows).toEqual([
    ['foo-bar', 'PYSEC-1', ['CVE-1'], '2026-01-02', 'i1.0 f1.5 | i2.0 f2.3 v3.0'],
  ]);
  for (const version of ['1.4', '2.0', '2.2', '3.0']) expect(namesAt([both], version)).toEqual(['PYSEC-1']);
  for (const version of ['0.9', '1.5', '2.3', '3.1']) expect(namesAt([both], version)).toEqual([]);
});

test('of two ranges of which one goes on where the other ends, each holds', () => {
  const two = record({ affected: [affected([introduced('0'), fixed('1.5')], [introduced('0'), fixed('2.0')])] });
  expect(namesAt([two], '1.7')).toEqual(['PYSEC-1']);
  const found = affecting(
    snapshotRows([two]).rows.map(([, ...row]) => row),
    '1.1',
  );
  expect(found[0]?.fixed).toBe('2.0');
});

test('records of one vulnerability are joined by whatever chain of names, with the ranges of all of them', () => {
  const one = record({ id: 'A', aliases: ['CVE-1'] });
  const other = record({ id: 'B', aliases: ['CVE-2'], affected: [affected([introduced('2.0'), fixed('2.2')])] });
  const chain = record({ id: 'C', aliases: ['CVE-1', 'CVE-2'], affected: [affected([introduced('3.0')])] });
  expect(snapshotRows([one, other, chain]).rows).toEqual([
    ['foo-bar', 'A', ['B', 'C', 'CVE-1', 'CVE-2'], '2026-01-02', 'i0 f1.2 | i2.0 f2.2 | i3.0'],
  ]);
});

/** Versions 0 to 9 by their number; what holds a version is asked of each record by itself. */
test('a version is affected where one of the records says so', () => {
  const ranges = fc.array(fc.record<Range>({ from: fc.nat(9), until: fc.option(fc.nat(9), { nil: undefined }) }), {
    minLength: 1,
    maxLength: 3,
  });
  const shape = fc.record({
    ranges,
    singles: fc.array(fc.nat(9), { maxLength: 2 }),
    names: fc.subarray(['X', 'Y', 'Z']),
  });
  fc.assert(
    fc.property(fc.array(shape, { minLength: 1, maxLength: 4 }), (shapes) => {
      const records = shapes.map(({ ranges, singles, names }, index) => ({
        id: `R-${index}`,
        aliases: names,
        affected: [
          {
            ...affected(
              ...ranges.map(({ from, until }) => [
                introduced(`${from}`),
                ...(until === undefined ? [] : [fixed(`${until}`)]),
              ]),
            ),
            versions: singles.map((single) => `${single}`),
          },
        ],
      }));
      for (let version = 0; version < 10; version += 1) {
        const saying = shapes.some(
          ({ ranges, singles }) =>
            singles.includes(version) ||
            ranges.some(({ from, until }) =>
              // An end at or before the beginning ends nothing: the version is affected again.
              until === undefined || until <= from ? from <= version : from <= version && version < until,
            ),
        );
        expect([version, namesAt(records, `${version}`).length > 0]).toEqual([version, saying]);
      }
    }),
  );
});

test('a broken vector is passed by with a notice, whatever other vector there is counts, and the record stays', () => {
  const broken = { type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:broken' };
  const old = { type: 'CVSS_V2', score: 'AV:N/AC:L/Au:N/C:P/I:P/A:P' };
  const { rows, notices } = snapshotRows([record({ severity: [broken] })]);
  expect(rows).toEqual([['foo-bar', 'PYSEC-1', ['CVE-1'], '2026-01-02', 'i0 f1.2']]);
  expect(notices).toEqual(['PYSEC-1: `CVSS:3.1/AV:N/AC:broken` is no CVSS vector; the record counts without it']);
  expect(snapshotRows([record({ severity: [broken, old] })]).rows[0]?.[5]).toBe(7.5);
  for (const score of ['', 'high', null, 7, 'CVSS:9.9/AV:N', 'CVSS:3.1/AV:X/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H'])
    expect(snapshotRows([record({ severity: [{ type: 'CVSS_V3', score }] })]).rows[0]).toHaveLength(5);
});

test('a record without a day of its own has the day of its namesake, or none', () => {
  expect(snapshotRows([record({ published: null })]).rows[0]?.[3]).toBe('');
  expect(snapshotRows([record({ published: null }), record({ id: 'B' })]).rows[0]?.[3]).toBe('2026-01-02');
});

test('a record of ours stays beside an export, and gives way to what the export says of the same', () => {
  const ours = (confidence: string) => ({
    id: 'GHSA-ours',
    aliases: ['CVE-1'],
    package: 'foo-bar',
    published: null,
    ranges: [[introduced('0'), fixed('9.0')]],
    confidence,
  });
  const { rows } = snapshotRows([record({ affected: [affected([introduced('8.0'), fixed('8.5')])] })]);
  const eventsBeside = (confidence: string, ...known: typeof rows) =>
    joinedRows(known, [ours(confidence)]).map((row) => row[4]);
  expect(eventsBeside('firm')).toEqual(['i0 f9.0']);
  expect(joinedRows([], [{ ...ours('firm'), start: 'unknown' }]).map((row) => row[4])).toEqual(['u0 f9.0']);
  expect(eventsBeside('firm', ...rows)).toEqual(['i8.0 f8.5']);
  expect(eventsBeside('certain', ...rows)).toEqual(['i8.0 f8.5 | i0 f9.0']);
});

test('what is no record is passed by', () => {
  fc.assert(fc.property(fc.array(fc.anything()), (records) => snapshotRows(records).rows.length === 0));
});
