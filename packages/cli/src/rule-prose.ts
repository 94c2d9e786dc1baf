/** The written half of a rule's page: it lies beside the rule in the sources, and beside the command in what is published. */
import { readFileSync } from 'node:fs';
import type { Catalogued } from './catalogue.js';

/** The page as its author wrote it, with the marks that make its examples tests. Throws when the package is incomplete. */
export function readProse({ rule, target }: Pick<Catalogued, 'rule' | 'target'>): string {
  const source =
    target === undefined
      ? `../../core/src/rules/${rule.id}.md`
      : `../../profiles/src/${target.id}/rules/${rule.id.split('/').at(-1)}.md`;
  for (const place of [`./pages/${rule.id}.md`, source]) {
    try {
      return readFileSync(new URL(place, import.meta.url), 'utf8');
    } catch {
      // look in the next place
    }
  }
  throw new Error(`the page of ${rule.id} is not in this installation`);
}
