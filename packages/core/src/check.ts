/** Running rules: each on its own, so that one that fails takes nothing with it. */
import { type FactReader, readNeeds } from './fact.js';
import { settings } from './facts/settings.js';
import type { Verdict } from './rule.js';
import type { ActiveEntry } from './rule-set.js';
import { hasFinalValues } from './rules/settings/final-values.js';

/** What a rule said before anything was settled. */
export type Checked =
  | { readonly entry: ActiveEntry; readonly kind: 'checked'; readonly verdicts: readonly Verdict[] }
  | { readonly entry: ActiveEntry; readonly kind: 'notApplicable' }
  | { readonly entry: ActiveEntry; readonly kind: 'undetermined'; readonly why: string }
  | { readonly entry: ActiveEntry; readonly kind: 'crashed'; readonly error: string };

/** Run every rule of a resolved rule set. */
export function runRules(entries: readonly ActiveEntry[], read: FactReader): readonly Checked[] {
  return entries.map((entry): Checked => {
    try {
      const facts = readNeeds(entry.rule.needs, read);
      if (!entry.rule.applies(facts)) {
        const why = whyUndecided(entry, read);
        return why === undefined ? { entry, kind: 'notApplicable' } : { entry, kind: 'undetermined', why };
      }
      return { entry, kind: 'checked', verdicts: [...entry.rule.check(facts, entry.options)] };
    } catch (error) {
      return { entry, kind: 'crashed', error: error instanceof Error ? error.message : String(error) };
    }
  });
}

/** A rule about settings cannot say that it does not apply where they were not read to their end. */
function whyUndecided({ rule }: ActiveEntry, read: FactReader): string | undefined {
  // Rules about the start judge how it ended, not what the settings say.
  if (!Object.values(rule.needs).includes(settings) || rule.id.startsWith('startup/')) return undefined;
  const found = read(settings);
  if (found.path === undefined) return 'Which settings production loads is not known.';
  return hasFinalValues(found) ? undefined : `What \`${found.module}\` ends with is not known.`;
}
