/** Writes the pages of the rules that `golive explain` prints, and the index of them, into docs/. */
import { catalogue, ruleIndex, rulePage } from 'django-golive';

export const name = 'rule docs';
export const owns = 'docs/rules';

export function files() {
  const entries = catalogue();
  return new Map([
    [`${owns}/README.md`, ruleIndex(entries)],
    ...entries.map((entry) => [`${owns}/${entry.rule.id}.md`, rulePage(entry)]),
  ]);
}
