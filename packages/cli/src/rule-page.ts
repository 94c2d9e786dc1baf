/** Rule pages as they are shipped: generated from metadata and prose, copied beside the build. */
import { readFileSync } from 'node:fs';

const places = ['./rules/', '../../../docs/rules/'];

/** The markdown page of a rule. Throws when the package is incomplete. */
export function readRulePage(id: string): string {
  for (const place of places) {
    try {
      return readFileSync(new URL(`${place}${id}.md`, import.meta.url), 'utf8');
    } catch {
      // look in the next place
    }
  }
  throw new Error(`the page of ${id} is not in this installation`);
}
