/** The audit: facts → verdicts → results → score → report, readable from top to bottom. Pure: same input, same report. */

import { runRules } from './check.js';
import { remediesInClass } from './class-remedies.js';
import { composeReport } from './compose-report.js';
import { inDoubtOfDjango, inDoubtOfOverrides, inDoubtOfTarget } from './doubt.js';
import { createFactReader, given, type Provider } from './fact.js';
import { deployment } from './facts/deployment.js';
import { type Operator, operator as operatorFact, project as projectFact, today as todayFact } from './facts/inputs.js';
import { type Detection, type Profile, unknownDeployment } from './profile.js';
import type { Report } from './report.js';
import { settleResults } from './results.js';
import { type RuleSet, resolve } from './rule-set.js';
import { weigh } from './score.js';
import type { Baseline } from './settle.js';
import type { Project } from './source.js';

/** What an audit is made of, beside the project. */
export interface Plan {
  /** The readers: `readSettings`, `readDependencies`, or one's own. */
  readonly providers: readonly Provider[];
  /** The whole set: `[...recommended, ...profile.rules, ...ownRules]`. */
  readonly rules: RuleSet;
  /** The target; without it, only what holds everywhere is judged. */
  readonly profile?: Profile;
  /** How the target was chosen; `named` unless a detector found it. */
  readonly detection?: Detection;
  readonly operator?: Partial<Operator>;
  readonly baseline?: Baseline;
  /** The day of the audit, `YYYY-MM-DD`. */
  readonly today: string;
  /** The version of the tool, for the report. */
  readonly version: string;
}

/** The operator who says nothing. */
export const silentOperator: Operator = { variables: {}, strict: false };

/** The providers of an audit: inputs first, then readers, then the target's own, which win. */
export function providersOf(
  project: Project,
  plan: Pick<Plan, 'providers' | 'profile' | 'operator' | 'today'>,
): readonly Provider[] {
  return [
    given(projectFact, project),
    given(operatorFact, { ...silentOperator, ...plan.operator }),
    given(todayFact, plan.today),
    given(deployment, unknownDeployment),
    ...plan.providers,
    ...(plan.profile?.providers ?? []),
  ];
}

/** Audit a project. Never throws for anything the project holds: a rule that fails is reported as crashed. */
export function audit(project: Project, plan: Plan): Report {
  const read = createFactReader(providersOf(project, plan));
  const said = inDoubtOfOverrides(inDoubtOfTarget(runRules(resolve(plan.rules), read), plan), read);
  const checked = inDoubtOfDjango(said, read, (django) =>
    createFactReader(providersOf(project, { ...plan, operator: { ...plan.operator, django } })),
  );
  const results = settleResults(project, remediesInClass(checked, project, read), plan.baseline, plan.today);
  const score = weigh(
    results.map(({ entry, outcome }) => ({
      rule: entry.rule.id,
      category: entry.rule.category,
      severity: entry.severity,
      outcome,
    })),
  );
  return composeReport({ project, plan, read, results, score });
}
