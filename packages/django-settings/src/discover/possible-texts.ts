/** The strings an expression can be, as far as literals, names beside it and given environment variables tell. */
import type { Expression } from '../syntax/tree.js';

/** What is known around an expression. */
export interface TextScope {
  readonly names: Map<string, Expression>;
  /** Further values a name can have, from branches. */
  alternatives?: Map<string, readonly Expression[]>;
  /** What names that other modules made can be. */
  readonly imported?: Map<string, PossibleTexts>;
  /** Environment variables that are given. */
  readonly variables: ReadonlyMap<string, string>;
}

/** Some or all of the strings it can be; a `hole` stands for a part that is not known. */
export interface PossibleTexts {
  readonly texts: readonly string[];
  /** Whether these are all. */
  readonly complete: boolean;
}

/** What stands in a text for a part of it that is not known. */
export const hole = '*';

const nothing: PossibleTexts = { texts: [], complete: false };
const mostTexts = 12;

export function possibleTexts(expression: Expression, scope: TextScope, depth = 0): PossibleTexts {
  if (depth > 20) return nothing;
  const of = (part: Expression): PossibleTexts => possibleTexts(part, scope, depth + 1);
  switch (expression.kind) {
    case 'str':
      return { texts: [expression.value], complete: true };
    case 'name':
      return ofName(expression.name, scope, depth);
    case 'joined':
      return joined(expression.parts.map((part) => (typeof part === 'string' ? literal(part) : of(part.value))));
    case 'conditional':
      return union([of(expression.body), of(expression.otherwise)]);
    case 'or':
      return union(expression.values.map(of));
    case 'binary':
      if (expression.operator === '+') return joined([of(expression.left), of(expression.right)]);
      return expression.operator === '%'
        ? formatted(of(expression.left), argumentsOf(expression.right).map(of), /%s/)
        : nothing;
    case 'call':
      return ofCall(expression, scope, depth);
    case 'subscript':
      return isEnviron(expression.value) ? ofVariable(expression.index, undefined, scope, depth) : nothing;
    default:
      return nothing;
  }
}

const literal = (text: string): PossibleTexts => ({ texts: [text], complete: true });

function ofName(name: string, scope: TextScope, depth: number): PossibleTexts {
  const imported = scope.imported?.get(name);
  if (imported && !scope.names.has(name)) return imported;
  const values = [scope.names.get(name), ...(scope.alternatives?.get(name) ?? [])].filter(
    (value) => value !== undefined,
  );
  if (values.length === 0) return nothing;
  // A name may be made of itself (`env = env or 'prod'`): look only at what came before.
  const names = new Map(scope.names);
  names.delete(name);
  const inner: TextScope = { ...scope, names, alternatives: new Map() };
  return union(values.map((value) => possibleTexts(value, inner, depth + 1)));
}

function ofCall(call: Extract<Expression, { kind: 'call' }>, scope: TextScope, depth: number): PossibleTexts {
  const { callee, positional, keywords } = call;
  const fallback = positional[1] ?? keywords.find(({ name }) => name === 'default')?.value;
  const called = callee.kind === 'attribute' ? callee.name : callee.kind === 'name' ? callee.name : '';
  const [first] = positional;
  if (first && (called === 'getenv' || called === 'config' || called === 'env'))
    return ofVariable(first, fallback, scope, depth);
  if (callee.kind !== 'attribute') return nothing;
  if (first && (called === 'get' || called === 'setdefault') && isEnviron(callee.value)) {
    return ofVariable(first, fallback, scope, depth);
  }
  const texts = possibleTexts(callee.value, scope, depth + 1);
  if (called === 'format') {
    return formatted(
      texts,
      positional.map((part) => possibleTexts(part, scope, depth + 1)),
      /\{\d*\}/,
    );
  }
  if (called === 'lower' || called === 'upper' || called === 'strip') return mapped(texts, called);
  return nothing;
}

function mapped({ texts, complete }: PossibleTexts, method: 'lower' | 'upper' | 'strip'): PossibleTexts {
  const change = {
    lower: (t: string) => t.toLowerCase(),
    upper: (t: string) => t.toUpperCase(),
    strip: (t: string) => t.trim(),
  };
  return { texts: texts.map(change[method]), complete };
}

/** A given variable is what it is; one that nothing gives is its default, or something nobody here knows. */
function ofVariable(
  name: Expression,
  fallback: Expression | undefined,
  scope: TextScope,
  depth: number,
): PossibleTexts {
  const given = name.kind === 'str' ? scope.variables.get(name.value) : undefined;
  if (given !== undefined) return literal(given);
  return fallback ? { ...possibleTexts(fallback, scope, depth + 1), complete: false } : nothing;
}

function isEnviron(expression: Expression): boolean {
  return (
    (expression.kind === 'attribute' && expression.name === 'environ') ||
    (expression.kind === 'name' && expression.name === 'environ')
  );
}

function argumentsOf(expression: Expression): readonly Expression[] {
  return expression.kind === 'tuple' ? expression.items : [expression];
}

function formatted(patterns: PossibleTexts, values: readonly PossibleTexts[], hole: RegExp): PossibleTexts {
  return union(
    patterns.texts.map((pattern) => {
      const pieces = pattern.split(hole);
      if (pieces.length !== values.length + 1) return nothing;
      return joined(pieces.flatMap((piece, index) => [literal(piece), values[index] ?? literal('')]));
    }),
    patterns.complete,
  );
}

function joined(parts: readonly PossibleTexts[]): PossibleTexts {
  const all = parts.reduce<PossibleTexts>(
    (before, part) => ({
      texts: before.texts
        .flatMap((left) => (part.texts.length > 0 ? part.texts : [hole]).map((right) => left + right))
        .slice(0, mostTexts),
      complete: before.complete && part.complete,
    }),
    literal(''),
  );
  return { ...all, texts: all.texts.filter((text) => !/^\*+$/.test(text)) };
}

function union(parts: readonly PossibleTexts[], complete = true): PossibleTexts {
  return {
    texts: [...new Set(parts.flatMap(({ texts }) => texts))].slice(0, mostTexts),
    complete: complete && parts.every((part) => part.complete),
  };
}
