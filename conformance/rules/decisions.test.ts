/** The page that says of every check which was weighed for a rule what became of it: the rules that it names must be there. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.js';

const page = readFileSync(new URL('../../docs/decisions/rules.md', import.meta.url), 'utf8');
const [head = '', table = ''] = page.split('\n## Row by row\n');
const rows = [...table.matchAll(/^\| ([a-z]+\/[a-z0-9-]+) +\| ([a-z ]+?) +\| (.*?) +\|$/gm)].map(
  ([, check = '', decision = '', told = '']) => ({
    check,
    decision,
    told,
    rules: [...told.replace(/: .*/, '').matchAll(/`([a-z-]+\/[a-z0-9-]+)`/g)].map(([, id = '']) => id),
  }),
);
const ids = new Map(catalogue().map(({ rule, target }) => [rule.id, target]));

test('the table tells of each check once', () => {
  expect(rows).toHaveLength(274);
  expect(new Set(rows.map(({ check }) => check)).size).toBe(rows.length);
  expect([...new Set(rows.map(({ decision }) => decision))].sort()).toEqual([
    'built',
    'given to a profile',
    'left out',
    'merged',
  ]);
});

test.each(rows.filter(({ decision }) => decision !== 'left out'))('$check is told by a rule', ({ rules }) => {
  expect(rules).not.toEqual([]);
  expect(rules.filter((id) => !ids.has(id))).toEqual([]);
});

describe.each(rows)('$check', ({ check, decision, told, rules }) => {
  test('is what its row says', () => {
    if (decision === 'built') expect([rules, ids.get(check)]).toEqual([[check], undefined]);
    // No rule has the name of a check that it does not make.
    if (decision === 'left out' || decision === 'merged') expect(ids.has(check)).toBe(false);
    if (decision === 'left out') expect(told.length).toBeGreaterThan(10);
  });
});

test('every rule that the page names is there', () => {
  const named = [...`${head}${table}`.matchAll(/`([a-z-]+\/[a-z0-9-]+)`/g)];
  expect(named.map(([, id = '']) => id).filter((id) => !ids.has(id))).toEqual([]);
});
