/** Patterns of a `match` that CPython refuses, in its order: those that leave nothing for others, and names that are bound twice or not always. */
import { notDebug, secondOf } from './compiled-expressions.js';
import { keyOf } from './pattern-keys.js';
import { refuse } from './refusal.js';
import type { Node, Pattern } from './tree.js';

const literalsOnly = 'may only match literals and attribute lookups';

/** Refuse a pattern; it may match whatever there is only where nothing follows it, or where it has a condition. */
export function refusePattern(pattern: Pattern, mayCatchAll: boolean, bound: Set<string> = new Set()): void {
  const bind = (name: string | undefined, at: Node = pattern): void => {
    if (name === undefined) return;
    notDebug(name, at);
    if (bound.has(name)) refuse(at, `multiple assignments to name '${name}' in pattern`);
    bound.add(name);
  };
  const parts = (patterns: readonly Pattern[]): void => {
    for (const one of patterns) refusePattern(one, true, bound);
  };
  switch (pattern.kind) {
    case 'value':
      if (pattern.value.kind === 'joined') refuse(pattern, `patterns ${literalsOnly}`);
      return;
    case 'star':
      return bind(pattern.name);
    case 'as':
      if (pattern.pattern) refusePattern(pattern.pattern, mayCatchAll, bound);
      else if (!mayCatchAll)
        refuse(
          pattern,
          `${pattern.name === undefined ? 'wildcard' : `name capture '${pattern.name}'`} makes remaining patterns unreachable`,
        );
      return bind(pattern.name);
    case 'sequence':
      if (pattern.patterns.filter(({ kind }) => kind === 'star').length > 1)
        refuse(pattern, 'multiple starred names in sequence pattern');
      return parts(pattern.patterns);
    case 'mapping': {
      const seen = new Set<string>();
      for (const [key] of pattern.entries) {
        if (key.kind === 'joined') refuse(pattern, `mapping pattern keys ${literalsOnly}`);
        const { same, shown } = keyOf(key) ?? {};
        if (same === undefined) continue;
        if (seen.has(same)) refuse(pattern, `mapping pattern checks duplicate key (${shown})`);
        seen.add(same);
      }
      parts(pattern.entries.map(([, value]) => value));
      return bind(pattern.rest);
    }
    case 'class': {
      const repeated = secondOf(pattern.keywords, ([name]) => name);
      for (const [name, value] of pattern.keywords) {
        notDebug(name, value);
        const again = repeated.get(name);
        if (again) refuse(again[1], `attribute name repeated in class pattern: ${name}`);
      }
      return parts([...pattern.patterns, ...pattern.keywords.map(([, value]) => value)]);
    }
    case 'either':
      for (const name of alternatives(pattern, pattern.patterns, mayCatchAll)) bind(name);
      return;
    default:
  }
}

/** The names that every alternative binds. */
function alternatives(at: Node, patterns: readonly Pattern[], mayCatchAll: boolean): Set<string> {
  let names: Set<string> | undefined;
  for (const [index, one] of patterns.entries()) {
    const own = new Set<string>();
    refusePattern(one, mayCatchAll && index === patterns.length - 1, own);
    names ??= own;
    const all = names;
    if (own.size !== all.size || [...own].some((name) => !all.has(name)))
      refuse(at, 'alternative patterns bind different names');
  }
  return names ?? new Set();
}
