/** Python's regular expressions as translated ones find them, against what CPython's `re` found. */
import { expect, test } from 'vitest';
import { compilePattern, findAll, type Match, matchAt } from '../src/evaluate/library/re-match.js';
import recorded from './library-regex.json' with { type: 'json' };

/** Where the work is not counted. */
const free = { spend: () => undefined };

type Groups = readonly (readonly [text: string, start: number, end: number] | null)[] | null;
type Row = readonly [subject: string, match: Groups, fullmatch: Groups, search: Groups, all: readonly Groups[]];

const cases = recorded as unknown as readonly (readonly [pattern: string, rows: readonly Row[] | null])[];

const groupsOf = (match: Match | undefined): Groups =>
  match === undefined ? null : match.groups.map((group) => (group ? [group.text, group.start, group.end] : null));

test.each(cases)('%j matches as in Python, or is not followed', (pattern, rows) => {
  const compiled = compilePattern(pattern, 0n);
  if (rows === null) {
    expect(compiled.translated).toBeUndefined();
    return;
  }
  for (const [subject, match, fullmatch, search, all] of rows) {
    const wanted = { match, fullmatch, search };
    for (const how of ['match', 'fullmatch', 'search'] as const) {
      const found = matchAt(free, compiled, subject, how);
      if (found !== 'undecided') expect([subject, how, groupsOf(found)]).toEqual([subject, how, wanted[how]]);
    }
    const found = findAll(free, compiled, subject);
    if (found) expect([subject, found.map(groupsOf)]).toEqual([subject, all]);
  }
});

test('most patterns are followed', () => {
  const followed = cases.filter(([pattern]) => compilePattern(pattern, 0n).translated !== undefined);
  expect(followed.length).toBeGreaterThan(cases.length * 0.8);
});

test('a pattern that doubles its work with every character is not run on a long text', () => {
  expect(matchAt(free, compilePattern('(a+)+$', 0n), `${'a'.repeat(40)}!`, 'match')).toBe('undecided');
  expect(matchAt(free, compilePattern('a*a*a*a*a*a*b', 0n), 'a'.repeat(500), 'match')).toBe('undecided');
});

test.each([
  ['a repetition of a repetition', '(a+)+$'],
  ['alternatives in a repetition', '(a|a)*$'],
  ['optional parts in a row', `${'a?'.repeat(30)}${'a'.repeat(30)}`],
  ['optional parts in a counted group', '(?:a?){30}a{30}'],
  ['alternatives in a row', `${'(?:a|a)'.repeat(30)}b`],
])('%s that could track back without end is not followed', (_title, pattern) => {
  expect(matchAt(free, compilePattern(pattern, 0n), 'a'.repeat(29), 'match')).toBe('undecided');
});
