/** Goes through patterns as CPython's symbol table does: they bind names and use others. */
import { bindName, refuseIn } from './scope-expressions.js';
import type { Block } from './symbols.js';
import type { Pattern } from './tree.js';

export function refuseInPattern(pattern: Pattern, block: Block): void {
  const into = (patterns: readonly Pattern[]): void => {
    for (const one of patterns) refuseInPattern(one, block);
  };
  const named = (name: string | undefined): void => {
    if (name !== undefined) bindName(name, block, pattern);
  };
  switch (pattern.kind) {
    case 'value':
      return refuseIn(pattern.value, block);
    case 'sequence':
    case 'either':
      return into(pattern.patterns);
    case 'star':
      return named(pattern.name);
    case 'as':
      if (pattern.pattern) into([pattern.pattern]);
      return named(pattern.name);
    case 'mapping':
      for (const [key] of pattern.entries) refuseIn(key, block);
      into(pattern.entries.map(([, value]) => value));
      return named(pattern.rest);
    case 'class':
      refuseIn(pattern.cls, block);
      return into([...pattern.patterns, ...pattern.keywords.map(([, value]) => value)]);
    default:
  }
}
