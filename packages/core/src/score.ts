/** The score, model 1: rules by weight, few published caps, and every lost point with the rule that took it. */
import { type Category, categories, type Severity, severities } from './rule.js';

/** What a rule came to. `accepted`: it failed, and every finding of it is suppressed with a reason. */
export type Outcome = 'passed' | 'failed' | 'accepted' | 'undetermined' | 'notApplicable' | 'crashed';

/** One rule's part in the score. A rule counts once, however many findings it has. */
export interface Judged {
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly outcome: Outcome;
}

/** A point lost, and to which rule. */
export interface Deduction {
  readonly rule: string;
  readonly category: Category;
  /** Points of the category's ten. */
  readonly points: number;
}

/** A category's score. */
export interface CategoryScore {
  readonly category: Category;
  /** 0 to 10, one decimal; `undefined` where no rule of the category was decided. */
  readonly value: number | undefined;
  /** 0 to 1: the decided weight among what applies. */
  readonly coverage: number;
  /** The rule whose open finding caps the value. */
  readonly cappedBy: string | undefined;
  readonly passed: number;
  readonly failed: number;
  readonly undetermined: number;
}

/** A school grade with a plain meaning. */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'F';

/** What to do tonight. `undecided`: nothing critical is known, and too little is known to say more. */
export type ScoreVerdict = 'not-ready' | 'undecided' | 'ready-with-fixes' | 'ready';

/** The score of a project. */
export interface Score {
  readonly model: 1;
  /** 0 to 10, one decimal. `undefined` where nothing was decided. */
  readonly value: number | undefined;
  readonly grade: Grade | undefined;
  readonly verdict: ScoreVerdict;
  readonly coverage: number;
  /** Under 60 % coverage the grade is provisional. */
  readonly provisional: boolean;
  readonly cappedBy: string | undefined;
  readonly categories: readonly CategoryScore[];
  readonly deductions: readonly Deduction[];
  /** What mending would bring: after all critical ones, after all. */
  readonly afterCritical: number | undefined;
  readonly afterAll: number | undefined;
}

/** How much a rule weighs by its severity. */
export const severityWeights: Readonly<Record<Severity, number>> = {
  critical: 10,
  high: 6,
  medium: 3,
  low: 1,
  info: 0,
};

/** How much a category weighs in the total. */
export const categoryWeights: Readonly<Record<Category, number>> = {
  security: 5,
  secrets: 5,
  deployment: 5,
  database: 4,
  'static-media': 3,
  dependencies: 3,
  api: 3,
  'logging-monitoring': 2,
  'caching-performance': 1,
  structure: 1,
  'testing-ci': 1,
  'backup-ops': 1,
};

/** Published caps: an open critical problem caps its category and the total, an open high one its category. */
export const caps = { criticalCategory: 3.9, criticalTotal: 4.9, highCategory: 7.9 } as const;

/** Below this coverage a grade is provisional. */
export const provisionalBelow = 0.6;

/** What each grade means. */
export const gradeMeanings: Readonly<Record<Grade, string>> = {
  A: 'ready to deploy',
  B: 'good, with small gaps',
  C: 'deploy after the fixes',
  D: 'serious gaps',
  F: 'do not deploy',
};

/** Weigh what the rules came to. The order of `judged` never matters. */
export function weigh(judged: readonly Judged[]): Score {
  const scored = categories.map((category) => scoreCategory(category, judged));
  const value = totalOf(scored, judged);
  const decided = sumWeight(judged, (item) => isDecided(item.outcome));
  const applicable = sumWeight(judged, (item) => applies(item.outcome));
  const coverage = applicable === 0 ? 0 : decided / applicable;
  return {
    model: 1,
    value,
    grade: value === undefined ? undefined : gradeOf(value),
    verdict: verdictOf(judged, coverage),
    coverage,
    provisional: coverage < provisionalBelow,
    cappedBy: worstFailed(judged, 'critical'),
    categories: scored,
    deductions: deductionsOf(judged),
    afterCritical: valueAfter(judged, (item) => item.severity === 'critical'),
    afterAll: valueAfter(judged, () => true),
  };
}

/** The total, were every failed rule that `mended` names passed: today's total for none. */
export function valueAfter(judged: readonly Judged[], mended: (item: Judged) => boolean): number | undefined {
  const after = judged.map(
    (item): Judged => (item.outcome === 'failed' && mended(item) ? { ...item, outcome: 'passed' } : item),
  );
  return totalOf(
    categories.map((category) => scoreCategory(category, after)),
    after,
  );
}

/** What mending one rule alone adds to the total. */
export function gainOf(judged: readonly Judged[], rule: string): number {
  const before = valueAfter(judged, () => false) ?? 0;
  const after = valueAfter(judged, (item) => item.rule === rule) ?? 0;
  return round(after - before);
}

function scoreCategory(category: Category, judged: readonly Judged[]): CategoryScore {
  const own = judged.filter((item) => item.category === category);
  const passed = sumWeight(own, (item) => item.outcome === 'passed');
  const failed = sumWeight(own, (item) => item.outcome === 'failed');
  const applicable = sumWeight(own, (item) => applies(item.outcome));
  const critical = worstFailed(own, 'critical');
  const high = worstFailed(own, 'high');
  const cap = critical ? caps.criticalCategory : high ? caps.highCategory : 10;
  const plain = passed + failed === 0 ? undefined : (10 * passed) / (passed + failed);
  return {
    category,
    value: plain === undefined ? undefined : round(Math.min(plain, cap)),
    coverage: applicable === 0 ? 0 : (passed + failed) / applicable,
    cappedBy: plain !== undefined && plain > cap ? (critical ?? high) : undefined,
    passed: count(own, 'passed'),
    failed: count(own, 'failed'),
    undetermined: count(own, 'undetermined') + count(own, 'crashed'),
  };
}

function totalOf(scored: readonly CategoryScore[], judged: readonly Judged[]): number | undefined {
  let sum = 0;
  let weight = 0;
  for (const { category, value } of scored) {
    if (value === undefined) continue;
    sum += value * categoryWeights[category];
    weight += categoryWeights[category];
  }
  if (weight === 0) return undefined;
  const mean = sum / weight;
  return round(worstFailed(judged, 'critical') ? Math.min(mean, caps.criticalTotal) : mean);
}

function deductionsOf(judged: readonly Judged[]): readonly Deduction[] {
  return judged
    .filter((item) => item.outcome === 'failed' && severityWeights[item.severity] > 0)
    .map((item) => {
      const decided = sumWeight(judged, (other) => other.category === item.category && isDecided(other.outcome));
      return {
        rule: item.rule,
        category: item.category,
        points: round((10 * severityWeights[item.severity]) / decided),
      };
    })
    .sort((a, b) => b.points - a.points || (a.rule < b.rule ? -1 : 1));
}

function verdictOf(judged: readonly Judged[], coverage: number): ScoreVerdict {
  if (worstFailed(judged, 'critical')) return 'not-ready';
  if (coverage < provisionalBelow) return 'undecided';
  return worstFailed(judged, 'high') ? 'ready-with-fixes' : 'ready';
}

function gradeOf(value: number): Grade {
  return value >= 9 ? 'A' : value >= 8 ? 'B' : value >= 6.5 ? 'C' : value >= 5 ? 'D' : 'F';
}

/** The first failed rule of a severity by id, so that the order of rules never shows. */
function worstFailed(judged: readonly Judged[], severity: Severity): string | undefined {
  return judged
    .filter((item) => item.outcome === 'failed' && item.severity === severity)
    .map((item) => item.rule)
    .sort()[0];
}

function sumWeight(judged: readonly Judged[], when: (item: Judged) => boolean): number {
  return judged.reduce((sum, item) => (when(item) ? sum + severityWeights[item.severity] : sum), 0);
}

const count = (judged: readonly Judged[], outcome: Outcome): number =>
  judged.filter((item) => item.outcome === outcome).length;
const isDecided = (outcome: Outcome): boolean => outcome === 'passed' || outcome === 'failed';
const applies = (outcome: Outcome): boolean =>
  isDecided(outcome) || outcome === 'undetermined' || outcome === 'crashed';
const round = (value: number): number => Math.round(value * 10) / 10;

/** Whether one severity is at least as bad as another. */
export function atLeast(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(limit);
}
