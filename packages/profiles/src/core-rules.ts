/** Core's rules by id, for a target that weighs one differently or says the same better itself. */
import { off, type Rule, type RuleSet, recommended, type Severity, use } from '@django-golive/core';

/** Drop a rule of core, with the reason. Throws where core has no rule of that id: a mistake in a profile. */
export function without(id: string, why: string): RuleSet {
  return [off(find(id), why)];
}

/** Weigh a rule of core differently, with the reason. Throws where core has no rule of that id: a mistake in a profile. */
export function weighed(id: string, severity: Severity, why: string): RuleSet {
  return [use(find(id), { severity, why })];
}

function find(id: string): Rule {
  const rule = recommended.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`A profile speaks of the rule ${id}, which golive does not have.`);
  return rule;
}
