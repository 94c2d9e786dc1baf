/** Running rules: each on its own, so that one that fails takes nothing with it. */
import { type FactReader, readNeeds } from './fact.js';
import type { Verdict } from './rule.js';
import type { ActiveEntry } from './rule-set.js';

/** What a rule said before anything was settled. */
export type Checked =
  | { readonly entry: ActiveEntry; readonly kind: 'checked'; readonly verdicts: readonly Verdict[] }
  | { readonly entry: ActiveEntry; readonly kind: 'notApplicable' }
  | { readonly entry: ActiveEntry; readonly kind: 'crashed'; readonly error: string };

/** Run every rule of a resolved rule set. */
export function runRules(entries: readonly ActiveEntry[], read: FactReader): readonly Checked[] {
  return entries.map((entry): Checked => {
    try {
      const facts = readNeeds(entry.rule.needs, read);
      if (!entry.rule.applies(facts)) return { entry, kind: 'notApplicable' };
      return { entry, kind: 'checked', verdicts: [...entry.rule.check(facts, entry.options)] };
    } catch (error) {
      return { entry, kind: 'crashed', error: error instanceof Error ? error.message : String(error) };
    }
  });
}
