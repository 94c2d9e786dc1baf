/** Core's rules by id, for a target that weighs one differently or says the same better itself. */
import {
  type Deployment,
  type Facts,
  type Needs,
  off,
  type Project,
  type Rule,
  type RuleSet,
  recommended,
  type Settings,
  type Severity,
  use,
  type Verdict,
} from '@django-golive/core';
import { settingsLoadFile } from './own-server/variables.js';

/** Drop a rule of core, with the reason. Throws where core has no rule of that id: a mistake in a profile. */
export function without(id: string, why: string): RuleSet {
  return [off(find(id), why)];
}

/** Weigh a rule of core differently, with the reason. Throws where core has no rule of that id: a mistake in a profile. */
export function weighed(id: string, severity: Severity, why: string, ...messages: readonly string[]): RuleSet {
  return [use(find(id), { severity, why, ...(messages.length > 0 ? { messages } : {}) })];
}

/** A rule of core that does not apply where a rule of the target has more to say of the same. */
export function unless<N extends Needs>(id: string, needs: N, told: (facts: Facts<N>) => boolean): RuleSet {
  const rule = find(id);
  const applies: Rule['applies'] = (facts) => rule.applies(facts) && !told(facts as Facts<N>);
  return [{ ...rule, needs: { ...rule.needs, ...needs }, applies }];
}

/** What rules of core may be given; each names its own needs. */
type Given = Partial<{ readonly project: Project; readonly settings: Settings; readonly deployment: Deployment }>;

/** Makes the verdicts of a target of those that a rule came to. */
export type Change = (verdicts: readonly Verdict[], facts: Given) => readonly Verdict[];

/** Rules that say on a target what `change` makes of it. */
export function retold(rules: RuleSet, change: Change): RuleSet {
  const told = (rule: Rule): Rule => ({
    ...rule,
    check: (facts, options) => change([...rule.check(facts, options)], facts as Given),
  });
  return rules.map((item) => ('rule' in item ? { ...item, rule: told(item.rule) } : told(item)));
}

/** A switch that is off where nothing is set needs none. */
const needsValue = /os\.environ(?!.*== 'True')/;

/**
 * Core's rules for a target that has no environment to put a variable into: a remedy that reads one gets `sentence`, unless the
 * settings load a file. `others` are those of them that the target weighs.
 */
export function withoutEnvironment(sentence: string, ...others: RuleSet): RuleSet {
  return retold([...recommended, ...others], (verdicts, { project, settings }) =>
    verdicts.map((verdict) => {
      const { remedy } = verdict;
      return !remedy ||
        !needsValue.test(remedy.code ?? '') ||
        !project ||
        !settings ||
        settingsLoadFile(project, settings)
        ? verdict
        : { ...verdict, remedy: { ...remedy, summary: `${remedy.summary} ${sentence}` } };
    }),
  );
}

/** A rule of core. Throws where core has none of that id: a mistake in a profile. */
export function find(id: string): Rule {
  const rule = recommended.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`A profile speaks of the rule ${id}, which golive does not have.`);
  return rule;
}
