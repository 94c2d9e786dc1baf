/** Patterns of a `match` that CPython refuses: those that leave nothing for others, and names that are bound twice or not always. */
import { reprText } from '../evaluate/library/python-text.js';
import type { Expression, Match, Pattern } from './tree.js';
import type { Say } from './tree-walk.js';

/** The problems of the patterns of one statement. */
export function patternProblems(node: Match, say: Say): void {
  for (const [index, { pattern, guard }] of node.cases.entries()) {
    const last = index === node.cases.length - 1;
    if (!last && !guard) {
      const found = catchesAll(pattern);
      if (found) say(found, `${howItCatches(found)} makes remaining patterns unreachable`);
    }
    namesIn(pattern, say);
  }
}

/** The pattern, within this one, that matches whatever there is. */
function catchesAll(pattern: Pattern): Extract<Pattern, { kind: 'as' }> | undefined {
  if (pattern.kind === 'as') return pattern.pattern ? catchesAll(pattern.pattern) : pattern;
  if (pattern.kind === 'either') {
    const last = pattern.patterns.at(-1);
    return last ? catchesAll(last) : undefined;
  }
  return undefined;
}

function howItCatches({ name }: Extract<Pattern, { kind: 'as' }>): string {
  return name === undefined ? 'wildcard' : `name capture '${name}'`;
}

/** The names that a pattern binds. */
function namesIn(pattern: Pattern, say: Say): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (name: string | undefined): void => {
    if (name === undefined) return;
    if (names.has(name)) say(pattern, `multiple assignments to name '${name}' in pattern`);
    names.add(name);
  };
  const addAll = (patterns: readonly Pattern[]): void => {
    for (const one of patterns) for (const name of namesIn(one, say)) add(name);
  };
  switch (pattern.kind) {
    case 'star':
      add(pattern.name);
      return names;
    case 'as':
      if (pattern.pattern) addAll([pattern.pattern]);
      add(pattern.name);
      return names;
    case 'sequence':
      if (pattern.patterns.filter(({ kind }) => kind === 'star').length > 1)
        say(pattern, 'multiple starred expressions in sequence pattern');
      addAll(pattern.patterns);
      return names;
    case 'mapping':
      addAll(pattern.entries.map(([, value]) => value));
      repeated(
        pattern.entries.map(([key]) => keyText(key)),
        (key) => say(pattern, `mapping pattern checks duplicate key (${key})`),
      );
      add(pattern.rest);
      return names;
    case 'class':
      repeated(
        pattern.keywords.map(([name]) => name),
        (name) => say(pattern, `attribute name repeated in class pattern: ${name}`),
      );
      addAll([...pattern.patterns, ...pattern.keywords.map(([, value]) => value)]);
      return names;
    case 'either': {
      const all = pattern.patterns.map((one) => namesIn(one, say));
      const [first = new Set<string>()] = all;
      for (const [index, one] of pattern.patterns.entries()) {
        const found = index < pattern.patterns.length - 1 ? catchesAll(one) : undefined;
        if (found) say(found, `${howItCatches(found)} makes remaining patterns unreachable`);
      }
      if (all.some((one) => one.size !== first.size || [...one].some((name) => !first.has(name))))
        say(pattern, 'alternative patterns bind different names');
      return first;
    }
    default:
      return names;
  }
}

/** Tell the first text that was there before. */
function repeated(texts: readonly (string | undefined)[], tell: (text: string) => void): void {
  const again = texts.find((text, index) => text !== undefined && texts.indexOf(text) < index);
  if (again !== undefined) tell(again);
}

/** A key that is a plain constant, as an error shows it. */
function keyText(key: Expression): string | undefined {
  if (key.kind === 'str') return reprText(key.value);
  return key.kind === 'int' ? String(key.value) : undefined;
}
