/** The audit: facts → verdicts → results → score → report, readable from top to bottom. Pure: same input, same report. */

import { type Checked, createJudgements, type Judgements, runRules } from './check.js';
import { remediesInClass } from './class-remedies.js';
import { composeReport } from './compose-report.js';
import { inDoubtOfCopy, inDoubtOfDjango, inDoubtOfModule, inDoubtOfOverrides, inDoubtOfTarget } from './doubt.js';
import { createFactReader, type FactReader, given, type Provider } from './fact.js';
import { deployment } from './facts/deployment.js';
import { type Operator, operator as operatorFact, project as projectFact, today as todayFact } from './facts/inputs.js';
import { placed } from './placing.js';
import { type Detection, type Profile, unknownDeployment } from './profile.js';
import type { Report } from './report.js';
import { settleResults } from './results.js';
import { type RuleSet, resolve } from './rule-set.js';
import { weigh } from './score.js';
import type { Baseline } from './settle.js';
import { createSharedFacts } from './shared-facts.js';
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
  /** Ids of rules that other targets have: a comment that accepts one of them may be needed there. */
  readonly otherRules?: readonly string[];
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
  return reportOf(project, judge(project, plan, createFactReader(providersOf(project, plan)), createJudgements()));
}

/** What the audits of one project against several targets do not share. */
export type TargetPlan = Pick<Plan, 'rules' | 'profile' | 'detection' | 'baseline'>;

/**
 * Audit a project against several targets, a report each. What several of them come to is read once for those; a
 * comment that accepts a finding of one of them is of use in all of them.
 */
export function auditTargets(
  project: Project,
  common: Omit<Plan, keyof TargetPlan>,
  targets: readonly TargetPlan[],
): readonly Report[] {
  const providers = providersOf(project, common);
  const shared = createSharedFacts();
  const judgements = createJudgements();
  const judged = targets.map((target) => {
    const own = target.profile?.providers ?? [];
    return judge(project, { ...common, ...target }, createFactReader([...providers, ...own], shared), judgements);
  });
  return judged.map((one) =>
    reportOf(
      project,
      one,
      judged.flatMap((other) => (other === one ? [] : [other.checked])),
    ),
  );
}

/** What the rules of a plan said. */
interface CheckedPlan {
  readonly plan: Plan;
  readonly read: FactReader;
  readonly checked: readonly Checked[];
}

function judge(project: Project, plan: Plan, read: FactReader, judgements: Judgements): CheckedPlan {
  const ofTarget = inDoubtOfTarget(runRules(resolve(plan.rules), read, judgements), plan);
  const said = inDoubtOfModule(inDoubtOfOverrides(inDoubtOfCopy(ofTarget, read), read), read);
  const checked = inDoubtOfDjango(said, read, (django) =>
    createFactReader(providersOf(project, { ...plan, operator: { ...plan.operator, django } })),
  );
  return { plan, read, checked: placed(remediesInClass(checked, project, read), project, read) };
}

function reportOf(
  project: Project,
  { plan, read, checked }: CheckedPlan,
  others: readonly (readonly Checked[])[] = [],
): Report {
  const results = settleResults(project, checked, plan, { checked: others, rules: plan.otherRules ?? [] });
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
