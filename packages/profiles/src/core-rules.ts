/** Core's rules by id, for a target that weighs one differently or says the same better itself. */
import { off, type Rule, type RuleSet, recommended, type Severity, use } from '@django-golive/core';

/** Drop a rule of core, with the reason. A rule that core does not have is dropped already. */
export function without(id: string, why: string): RuleSet {
  return find(id).map((rule) => off(rule, why));
}

/** Weigh a rule of core differently, with the reason. */
export function weighed(id: string, severity: Severity, why: string): RuleSet {
  return find(id).map((rule) => use(rule, { severity, why }));
}

function find(id: string): readonly Rule[] {
  return recommended.filter((rule) => rule.id === id);
}
