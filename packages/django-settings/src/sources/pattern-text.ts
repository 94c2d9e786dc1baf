/** The text of a URL pattern as `path()` and its kin are given it. */
import { type Settings, stringOf } from '@django-golive/core';
import type { Expression } from '../syntax/tree.js';
import { dottedParts } from './definitions.js';

/**
 * A pattern's text: a regular expression without what only anchors it. What a setting or a variable of the environment gives is
 * written as its name, `<ADMIN_URL>`, where nobody knows it or a deployment chooses it.
 */
export function patternText(expression: Expression | undefined, settings: Settings): string | undefined {
  return textOf(expression, settings)?.replace(/^\^/, '');
}

function textOf(expression: Expression | undefined, settings: Settings): string | undefined {
  switch (expression?.kind) {
    case 'str':
      return expression.value;
    case 'call': {
      const [first] = expression.positional;
      const reader = dottedParts(expression.callee)?.at(-1) ?? '';
      if (first?.kind === 'str' && isConstant(first.value) && /^(?:get|getenv|env|config|str)$/.test(reader))
        return `<${first.value}>`;
      // `_('about/')` in translated patterns
      return textOf(first, settings);
    }
    case 'subscript':
      return expression.index.kind === 'str' && isConstant(expression.index.value)
        ? `<${expression.index.value}>`
        : undefined;
    case 'attribute':
      return ofSetting(expression, settings);
    case 'binary': {
      const [left, right] = [textOf(expression.left, settings), textOf(expression.right, settings)];
      return expression.operator === '+' && left !== undefined && right !== undefined ? `${left}${right}` : undefined;
    }
    case 'joined': {
      const parts = expression.parts.map((part) => (typeof part === 'string' ? part : textOf(part.value, settings)));
      return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
    }
    default:
      return undefined;
  }
}

const isConstant = (name: string): boolean => /^[A-Z][A-Z0-9_]*$/.test(name);

/** `settings.ADMIN_URL`: its text where the code alone says it, else its name. */
function ofSetting(expression: Expression, settings: Settings): string | undefined {
  const [module, name, ...rest] = dottedParts(expression) ?? [];
  if (name === undefined || rest.length > 0 || !isConstant(name) || !/settings$/.test(module ?? '')) return undefined;
  const { origin, reads, value } = settings.get(name);
  if (origin === 'absent') return `<${name}>`;
  return (reads.length === 0 ? stringOf(value) : undefined) ?? `<${name}>`;
}
