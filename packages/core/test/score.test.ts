import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories, severities } from '../src/rule.js';
import { caps, gainOf, type Judged, type Outcome, severityWeights, valueAfter, weigh } from '../src/score.js';

const outcomes: readonly Outcome[] = ['passed', 'failed', 'accepted', 'undetermined', 'notApplicable', 'crashed'];
const judged = fc
  .array(
    fc.record({
      category: fc.constantFrom(...categories),
      severity: fc.constantFrom(...severities),
      outcome: fc.constantFrom(...outcomes),
    }),
    { maxLength: 30 },
  )
  .map((items) => items.map((item, index): Judged => ({ ...item, rule: `rule-${String(index).padStart(2, '0')}` })));
const total = (items: readonly Judged[]): number => weigh(items).value ?? Number.NaN;
const one = (
  severity: Judged['severity'],
  outcome: Outcome,
  rule = 'a',
  category: Judged['category'] = 'security',
): Judged => ({ rule, category, severity, outcome });

describe('properties', () => {
  test('the score lies between 0 and 10, or nothing was decided', () => {
    fc.assert(
      fc.property(judged, (items) => {
        const { value } = weigh(items);
        const decided = items.some(
          (item) => (item.outcome === 'passed' || item.outcome === 'failed') && severityWeights[item.severity] > 0,
        );
        expect(value === undefined).toBe(!decided);
        if (value !== undefined) expect(value >= 0 && value <= 10).toBe(true);
      }),
    );
  });

  test('mending a problem never lowers the total or any category', () => {
    fc.assert(
      fc.property(judged, fc.nat(), (items, pick) => {
        const failed = items.filter((item) => item.outcome === 'failed');
        const target = failed[pick % Math.max(1, failed.length)];
        if (!target) return;
        const mended = items.map((item): Judged => (item === target ? { ...item, outcome: 'passed' } : item));
        expect(total(mended) >= total(items) || Number.isNaN(total(items))).toBe(true);
        const before = new Map(weigh(items).categories.map((row) => [row.category, row.value]));
        for (const row of weigh(mended).categories)
          expect((row.value ?? 10) >= (before.get(row.category) ?? 0)).toBe(true);
        expect(gainOf(items, target.rule)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('a new fault never raises the total, whatever its rule came to before', () => {
    fc.assert(
      fc.property(judged, fc.nat(), (items, pick) => {
        const target = items[pick % Math.max(1, items.length)];
        if (!target) return;
        const worse = items.map((item): Judged => (item === target ? { ...item, outcome: 'failed' } : item));
        const before = total(items);
        if (!Number.isNaN(before)) expect(total(worse)).toBeLessThanOrEqual(before);
      }),
    );
  });

  test('the order of rules never matters', () => {
    fc.assert(
      fc.property(judged, (items) => {
        const { deductions, ...rest } = weigh(items);
        const { deductions: reversed, ...same } = weigh([...items].reverse());
        expect(same).toEqual(rest);
        expect(reversed).toEqual(deductions);
      }),
    );
  });

  test('mending everything critical, then everything, only goes up', () => {
    fc.assert(
      fc.property(judged, (items) => {
        const score = weigh(items);
        if (score.value === undefined) return;
        expect(score.afterCritical).toBeGreaterThanOrEqual(score.value);
        expect(score.afterAll).toBeGreaterThanOrEqual(score.afterCritical ?? 0);
      }),
    );
  });
});

describe('the model', () => {
  test('a category is the passed share of its decided weight', () => {
    expect(
      weigh([one('medium', 'passed'), one('low', 'failed', 'b')]).categories.find((row) => row.category === 'security')
        ?.value,
    ).toBe(7.5);
  });

  test('an open critical problem caps its category and the total', () => {
    const many = Array.from({ length: 30 }, (_, index) => one('high', 'passed', `p${index}`));
    const score = weigh([...many, one('critical', 'failed', 'x')]);
    expect(score.categories.find((row) => row.category === 'security')).toMatchObject({
      value: caps.criticalCategory,
      cappedBy: 'x',
    });
    expect(score).toMatchObject({ value: caps.criticalCategory, cappedBy: 'x', verdict: 'not-ready', grade: 'F' });
    const elsewhere = weigh([...many, one('critical', 'failed', 'x', 'backup-ops')]);
    expect(elsewhere.value).toBe(caps.criticalTotal);
  });

  test('an open high problem caps its category alone', () => {
    const many = Array.from({ length: 30 }, (_, index) => one('high', 'passed', `p${index}`));
    const score = weigh([...many, one('high', 'failed', 'x'), one('high', 'passed', 'y', 'secrets')]);
    expect(score.categories.find((row) => row.category === 'security')?.value).toBe(caps.highCategory);
    expect(score).toMatchObject({ verdict: 'ready-with-fixes', value: 9 });
  });

  test('what is undetermined lowers coverage and nothing else', () => {
    const score = weigh([one('critical', 'passed'), one('critical', 'undetermined', 'b')]);
    expect(score).toMatchObject({ value: 10, coverage: 0.5, provisional: true, verdict: 'undecided' });
    expect(weigh([one('critical', 'failed'), one('critical', 'undetermined', 'b')]).verdict).toBe('not-ready');
  });

  test('an accepted problem leaves both sums', () => {
    expect(weigh([one('critical', 'accepted'), one('high', 'passed', 'b')])).toMatchObject({
      value: 10,
      verdict: 'ready',
    });
  });

  test('every lost point names its rule', () => {
    expect(weigh([one('high', 'passed'), one('high', 'failed', 'b')]).deductions).toEqual([
      { rule: 'b', category: 'security', points: 5 },
    ]);
  });

  test('mending nothing is the score of today', () => {
    const items = [one('high', 'failed'), one('low', 'passed', 'b')];
    expect(valueAfter(items, () => false)).toBe(weigh(items).value);
  });
});
