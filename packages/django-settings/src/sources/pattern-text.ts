/** The text of a URL pattern as `path()` and its kin are given it. */
import type { Expression } from '../syntax/tree.js';

/** A pattern's text: a regular expression without what only anchors it. */
export function patternText(expression: Expression | undefined): string | undefined {
  if (expression?.kind === 'str') return expression.value.replace(/^\^/, '');
  // `_('about/')` in translated patterns
  if (expression?.kind === 'call') return patternText(expression.positional[0]);
  return undefined;
}
