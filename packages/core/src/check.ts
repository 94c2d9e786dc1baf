/** Running rules: each on its own, so that one that fails takes nothing with it. */
import type { Fact, FactReader } from './fact.js';
import { settings } from './facts/settings.js';
import type { Rule, Verdict } from './rule.js';
import type { ActiveEntry } from './rule-set.js';
import { hasFinalValues } from './rules/settings/final-values.js';

/** What a rule said before anything was settled. */
export type Checked =
  | { readonly entry: ActiveEntry; readonly kind: 'checked'; readonly verdicts: readonly Verdict[] }
  | { readonly entry: ActiveEntry; readonly kind: 'notApplicable' }
  | { readonly entry: ActiveEntry; readonly kind: 'undetermined'; readonly why: string }
  | { readonly entry: ActiveEntry; readonly kind: 'crashed'; readonly error: string };

/** What a rule with some options says, as a fact; `undefined` where it does not apply. */
export type Judgements = (entry: ActiveEntry) => Fact<readonly Verdict[] | undefined>;

/**
 * One fact a rule, of what the rule needs: layers that share what they read share the verdicts of the rules that need nothing
 * else, such as those that look for keys in all files.
 */
export function createJudgements(): Judgements {
  const known = new Map<Rule, Map<string, Fact<readonly Verdict[] | undefined>>>();
  return ({ rule, options }) => {
    const facts = known.get(rule) ?? new Map<string, Fact<readonly Verdict[] | undefined>>();
    known.set(rule, facts);
    const key = JSON.stringify(options);
    const fact = facts.get(key) ?? {
      id: `rule:${rule.id}`,
      needs: rule.needs,
      derive: (needed) => (rule.applies(needed) ? [...rule.check(needed, options)] : undefined),
    };
    facts.set(key, fact);
    return fact;
  };
}

/** Run every rule of a resolved rule set. */
export function runRules(
  entries: readonly ActiveEntry[],
  read: FactReader,
  judgementOf: Judgements = createJudgements(),
): readonly Checked[] {
  return entries.map((entry): Checked => {
    try {
      const verdicts = read(judgementOf(entry));
      if (verdicts) return { entry, kind: 'checked', verdicts };
      const why = whyUndecided(entry, read);
      return why === undefined ? { entry, kind: 'notApplicable' } : { entry, kind: 'undetermined', why };
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
