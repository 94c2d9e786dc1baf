/** What the report's table says of one dependency. */
import { expect, test } from 'vitest';
import { todayOf } from '../src/dependency-today.js';
import type { Dependency } from '../src/facts/dependencies.js';

const row = (more: Partial<Dependency>) => ({ version: '1.0', advisories: [], ...more }) as unknown as Dependency;

test('an exact version is clear only where the advisories can know of it, and the day of theirs is told', () => {
  expect(todayOf(row({})).status).toBe('clear');
  expect(todayOf(row({ unseen: 'it is not from PyPI' }), '2026-07-23')).toMatchObject({
    status: 'unknown',
    note: 'it is not from PyPI, so that the advisories of 2026-07-23 say nothing certain of it',
  });
});
