import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { audit, projectOf, type Report, recommended } from '../src/index.js';
import { parseReport, reportJsonSchema, type reportSchema } from '../src/schema.js';

type Mutable<T> = T extends (infer I)[] | readonly (infer I)[]
  ? Mutable<I>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;

test('the schema and the type say the same', () => {
  expectTypeOf<Mutable<z.output<typeof reportSchema>>['findings'][number]['location']>().toEqualTypeOf<
    Mutable<Report['findings'][number]['location']>
  >();
  expectTypeOf<keyof z.output<typeof reportSchema>>().toEqualTypeOf<keyof Report>();
  expectTypeOf<Report>().toExtend<z.output<typeof reportSchema>['version'] extends 1 ? Report : never>();
});

test('a report of a project without readers is valid and says what is missing', () => {
  const report = audit(projectOf({ 'manage.py': '' }), {
    providers: [],
    rules: recommended,
    today: '2026-11-20',
    version: '0.0.0',
  });
  expect(parseReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
  expect(report.notices.length).toBeGreaterThan(0);
});

test('anything else is refused', () => {
  expect(() => parseReport({ version: 2 })).toThrow();
});

test('the JSON Schema names its draft', () => {
  expect(reportJsonSchema()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'golive report',
  });
});
