/** What works, of what one rule came to beside all others: no report praises what it blames elsewhere. */
import type { ReportStrength } from './report.js';
import { reportLocation } from './report-place.js';
import type { RuleResult } from './results.js';
import { atLeast } from './score.js';

/** Whether what another rule found shows that the praise of this one does not hold. */
export function isRefuted({ entry: { rule } }: RuleResult, results: readonly RuleResult[]): boolean {
  const { refutedBy = [] } = rule;
  return results.some(({ entry, outcome }) => outcome === 'failed' && refutedBy.includes(entry.rule.id));
}

/** What the rule praises: in its own words where it has some, and by `sound` otherwise. */
export function strengthsOfResult(result: RuleResult, results: readonly RuleResult[]): readonly ReportStrength[] {
  if (isRefuted(result, results)) return [];
  const named = result.strengths.map((strength) => ({
    rule: strength.rule,
    category: strength.category,
    text: strength.text,
    location: strength.location ? reportLocation(strength.location) : null,
  }));
  const { rule, severity } = result.entry;
  if (named.length > 0 || result.outcome !== 'passed' || !atLeast(severity, 'medium')) return named;
  return [{ rule: rule.id, category: rule.category, text: rule.sound, location: null }];
}
