/** `golive explain RULE`: a rule's page. */
import type { Arguments } from '../arguments.js';
import { catalogue, nearest } from '../catalogue.js';
import { exitCodes, type Outcome } from '../outcome.js';
import { readRulePage } from '../rule-page.js';
import { UsageError } from '../usage-error.js';

/** The page of one rule; its id may be given without its area where that is clear. */
export function explain(given: Arguments): Outcome {
  const [name, ...more] = given.positionals;
  if (name === undefined || more.length > 0)
    throw new UsageError('golive explain takes one rule, such as settings/debug-enabled.');
  const ids = catalogue().map(({ rule }) => rule.id);
  const slugs = ids.filter((id) => id === name || id.endsWith(`/${name}`));
  const [id] = slugs;
  if (id === undefined || slugs.length > 1) {
    const near = slugs.length > 1 ? slugs : nearest(name, ids);
    throw new UsageError(
      `There is no rule "${name}".${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ' golive rules lists them.'}`,
    );
  }
  return { code: exitCodes.clean, outputs: [{ text: readRulePage(id), file: undefined }] };
}
