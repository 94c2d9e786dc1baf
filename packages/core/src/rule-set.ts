/** Rule sets are plain arrays: spread them, tune a rule with `use`, drop one with `off`; the last word on a rule wins. */
import type { Rule, Severity } from './rule.js';

/** A rule with its own severity and options, or switched off. */
export interface Entry {
  readonly rule: Rule;
  readonly severity: Severity | 'off';
  readonly options: unknown;
  /** Why it is off or weighed differently, where a profile says so. */
  readonly why?: string;
  /** The messages whose findings are weighed so; without it, all of them. */
  readonly messages?: readonly string[];
}

/** An entry that is not off. */
export interface ActiveEntry extends Entry {
  readonly severity: Severity;
}

/** Rules and entries, in order. */
export type RuleSet = readonly (Rule | Entry)[];

/** Tune one rule. Options are checked against the rule's own. */
export function use<O>(
  rule: Rule<O>,
  how: {
    readonly severity?: Severity;
    readonly options?: Partial<O>;
    readonly why?: string;
    readonly messages?: readonly string[];
  },
): Entry {
  return {
    rule,
    severity: how.severity ?? rule.severity,
    options: how.options ?? {},
    ...(how.why === undefined ? {} : { why: how.why }),
    ...(how.messages === undefined ? {} : { messages: how.messages }),
  };
}

/** Drop one rule, with the reason where there is one. */
export function off(rule: Rule, why?: string): Entry {
  return { rule, severity: 'off', options: {}, ...(why === undefined ? {} : { why }) };
}

/** One entry a rule, in the order of first mention; rules that are off are left out. */
export function resolve(rules: RuleSet): readonly ActiveEntry[] {
  return lastWords(rules).filter((entry): entry is ActiveEntry => entry.severity !== 'off');
}

/** The rules that are off for a stated reason, in the order of first mention. */
export function voided(rules: RuleSet): readonly (Entry & { readonly why: string })[] {
  return lastWords(rules).filter(
    (entry): entry is Entry & { readonly why: string } => entry.severity === 'off' && entry.why !== undefined,
  );
}

function lastWords(rules: RuleSet): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const item of rules) {
    const entry = 'rule' in item ? item : { rule: item, severity: item.severity, options: {} };
    entries.set(entry.rule.id, entry);
  }
  return [...entries.values()];
}
