/** Holds the mirrors of Django's loader and checks to what real Django said of made-up settings. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Value } from '@django-golive/core';
import { type CheckResults, djangoChecks, loadSettings, startupError } from '@django-golive/django-settings';
import { describe, expect, test } from 'vitest';
import { type MadeUpSets, valuesOf, withUnknowns } from './made-up.js';

const folder = new URL('./checks/', import.meta.url);

const surroundings = { variable: () => undefined, isDirectory: () => undefined, takesReason: () => undefined };

function load(values: ReadonlyMap<string, Value>, series: string) {
  const assigned = new Map([...values].map(([name, value]) => [name, { value, certain: true }]));
  return loadSettings(assigned, series, surroundings);
}

/** They need a view, or two settings that go together, so cases hold them. */
const notMadeUp = ['security.E101', 'security.E102', 'staticfiles.E002'];

describe.each(readdirSync(folder).sort())('Django %s', (file) => {
  const series = file.replace('.json', '');
  const made = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as MadeUpSets;
  const { sets } = made;
  test.each(sets.map((set, index) => [index, set] as const))('made-up settings %i', (_, set) => {
    const loaded = load(valuesOf(set, made), series);
    const expected = startupError(loaded);
    expect(expected && [expected.type.split('.').at(-1), expected.message]).toEqual(set.error);
    if (!set.checks) return;
    const { ids, silenced, undecided } = djangoChecks(loaded);
    const open = new Set(undecided.map(({ id }) => id));
    expect(ids).toEqual(set.checks.filter((id) => !open.has(id)));
    expect(silenced).toEqual((set.silenced ?? []).filter((id) => !open.has(id)));
  });

  test('what is not known of a setting leaves checks undecided, and decides none', { timeout: 60_000 }, () => {
    for (const [index, set] of sets.filter(({ checks }) => checks).entries()) {
      if (!set.sound && index % 5 > 0) continue;
      const values = valuesOf(set, made);
      const known = djangoChecks(load(values, series));
      for (const name of index === 0 ? values.keys() : Object.keys(set.changed)) {
        for (const other of withUnknowns(values.get(name) ?? { kind: 'none' })) {
          const less = djangoChecks(load(new Map([...values, [name, other]]), series));
          const open = [...known.undecided, ...less.undecided].map(({ id }) => id);
          const decided = ({ ids, silenced }: CheckResults) =>
            [...ids, '|', ...silenced].filter((id) => !open.includes(id));
          expect(decided(less), name).toEqual(decided(known));
        }
      }
    }
  });

  test('every check is found at least once, and at least once is not', () => {
    const checked = sets.flatMap(({ checks, silenced = [] }) => (checks ? [new Set([...checks, ...silenced])] : []));
    const ids = new Set(checked.flatMap((found) => [...found]));
    for (const id of ids)
      expect(
        checked.some((found) => !found.has(id)),
        id,
      ).toBe(true);
    // Where nothing at all is known, each check of the series is undecided.
    const all = djangoChecks(loadSettings(new Map(), series, surroundings, 'nothing is known')).undecided;
    expect(all.map(({ id }) => id).filter((id) => !ids.has(id) && !notMadeUp.includes(id))).toEqual([]);
  });
});
