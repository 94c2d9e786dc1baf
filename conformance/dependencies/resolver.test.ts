/** Where pip's resolver refuses two lines, golive says that they exclude each other, and nowhere else. */
import { readFileSync } from 'node:fs';
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { describe, expect, test } from 'vitest';
import { satisfies } from '../../packages/python-deps/src/specifier.js';

interface Recorded {
  readonly python: string;
  readonly cases: Readonly<Record<string, Case>>;
}
interface Case {
  readonly files: Readonly<Record<string, string>>;
  readonly installs?: readonly string[];
  readonly refuses?: 'conflict' | 'no release' | 'line';
}

const { python, cases }: Recorded = JSON.parse(readFileSync(new URL('resolver.json', import.meta.url), 'utf8'));

/** What pip refuses and golive says nothing of, with what it would have to know or do. */
const beyond: Readonly<Record<string, string>> = {
  'a package that nobody has': 'which packages there are',
  'what another package asks for': 'what a package asks for in turn',
  'alpha>2.0a1 and alpha<2.0rc1': 'which releases there are',
  'three lines of which no two exclude each other': 'lines are compared by twos',
};

const read = (files: Case['files']) =>
  dependenciesOf(projectOf({ ...files, '.python-version': python }), { target: 'none', processes: [] }, '2026-11-30');

test('there are enough cases of either kind', () => {
  const refused = Object.values(cases).filter(({ refuses }) => refuses !== undefined);
  expect(refused.length).toBeGreaterThanOrEqual(25);
  expect(Object.keys(cases).length - refused.length).toBeGreaterThanOrEqual(25);
  expect(Object.keys(beyond).filter((name) => cases[name]?.refuses === undefined)).toEqual([]);
});

describe('requirements', () => {
  test.each(Object.entries(cases))('%s', (name, { files, refuses }) => {
    const { impossible, problems } = read(files);
    const told = refuses === 'line' ? problems.length > 0 : impossible?.length === 1;
    expect(told).toBe(refuses !== undefined && !(name in beyond));
  });

  test.each(Object.entries(cases).filter(([, { installs }]) => installs))(
    '%s: the versions',
    (_, { files, installs }) => {
      for (const { name, version, applies } of read(files).all) {
        if (version === undefined || applies === false) continue;
        const taken = installs?.find((one) => one.startsWith(`${name}-`))?.slice(name.length + 1);
        // A pin without a local part is met by one that has it.
        expect(satisfies(taken ?? '', `==${version}`, { prereleases: true }), `${name} ${taken}`).toBe(true);
      }
    },
  );
});
