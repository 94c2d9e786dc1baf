/** `django-golive/testing`: try one rule on a few files, as golive would. */
import {
  audit,
  type Operator,
  type Profile,
  projectOf,
  type Report,
  type ReportFinding,
  type ReportQuestion,
  type ReportStrength,
  type Rule,
} from '@django-golive/core';
import { profiles } from '@django-golive/profiles';
import { readers } from './audit-project.js';

/** What surrounds the files. */
export interface Surroundings {
  /** A target's id, or a target of one's own; none where not given. */
  readonly target?: string | Profile;
  readonly operator?: Partial<Operator>;
  /** Paths that git does not track; all others are. */
  readonly untracked?: readonly string[];
  /** `YYYY-MM-DD`; the day of the support data where it is not given. */
  readonly today?: string;
  readonly options?: unknown;
}

/** What a rule came to. */
export interface Examined {
  readonly outcome: Report['outcomes'][number]['outcome'];
  readonly findings: readonly ReportFinding[];
  readonly questions: readonly ReportQuestion[];
  readonly strengths: readonly ReportStrength[];
  /** The whole report, with this rule alone. */
  readonly report: Report;
}

/** Examine files by path with one rule. Throws when the rule itself throws, so that a test shows it. */
export function examine(rule: Rule, files: Readonly<Record<string, string>>, how: Surroundings = {}): Examined {
  const { target } = how;
  const profile = typeof target === 'string' ? profiles.find(({ id }) => id === target) : target;
  if (typeof target === 'string' && !profile) throw new Error(`There is no target "${target}".`);
  const report = audit(projectOf(files, { untracked: how.untracked ?? [] }), {
    providers: readers,
    rules: [{ rule, severity: rule.severity, options: how.options ?? {} }],
    ...(profile ? { profile: { ...profile, rules: [] } } : {}),
    ...(how.operator ? { operator: how.operator } : {}),
    today: how.today ?? '2026-11-20',
    version: '0.0.0',
  });
  const row = report.outcomes[0];
  if (!row) throw new Error(`The rule "${rule.id}" did not run.`);
  if (row.outcome === 'crashed') throw new Error(`The rule "${rule.id}" crashed: ${row.note}`);
  return {
    outcome: row.outcome,
    findings: report.findings,
    questions: report.questions,
    strengths: report.strengths,
    report,
  };
}
