/** `golive explain RULE`: a rule's page. */
import type { Arguments } from '../arguments.js';
import { catalogue, nearest } from '../catalogue.js';
import { exitCodes, type Outcome } from '../outcome.js';
import { rulePage } from '../rule-page.js';
import { UsageError } from '../usage-error.js';

/** The page of one rule; its id may be given without its area where that is clear. */
export function explain(given: Arguments): Outcome {
  const [name, ...more] = given.positionals;
  if (name === undefined || more.length > 0)
    throw new UsageError('golive explain takes one rule, such as settings/debug-enabled.');
  const all = catalogue();
  const meant = all.filter(({ rule }) => rule.id === name || rule.id.endsWith(`/${name}`));
  const [entry] = meant;
  if (entry === undefined || meant.length > 1) {
    const ids = (entry === undefined ? all : meant).map(({ rule }) => rule.id);
    const near = entry === undefined ? nearest(name, ids) : ids;
    throw new UsageError(
      `There is no rule "${name}".${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ' golive rules lists them.'}`,
    );
  }
  return { code: exitCodes.clean, outputs: [{ text: rulePage(entry), file: undefined }] };
}
