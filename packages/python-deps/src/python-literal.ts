/** Just enough of Python's lexis to find literal lists of strings in a setup.py without a parser. */
import type { Span } from '@django-golive/core';

export interface Token {
  readonly kind: 'name' | 'string' | 'mark';
  /** A name, a mark, or a string's value. */
  readonly text: string;
  readonly span: Span;
  /** How many brackets are open around it. */
  readonly depth: number;
}

export type Literal =
  | { readonly kind: 'string'; readonly text: string; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Literal[]; readonly span: Span }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [string, Literal])[]; readonly span: Span };

const TOKEN =
  /\s+|#[^\n]*|([rRuUbB]{0,2})('''[\s\S]*?'''|"""[\s\S]*?"""|'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*")|([A-Za-z_]\w*)|(\+=|==|[\s\S])/y;

/** The tokens of a source text, without blanks and comments. f-strings come out as a name before a string. */
export function pythonTokens(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  let depth = 0;
  for (let match = pattern.exec(source); match && match[0] !== ''; match = pattern.exec(source)) {
    const span = { start: match.index, end: pattern.lastIndex };
    const [, prefix = '', quoted, name, mark] = match;
    if (quoted !== undefined) tokens.push({ kind: 'string', text: unquote(quoted, prefix), span, depth });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, span, depth });
    else if (mark !== undefined) {
      if (/[)\]}]/.test(mark)) depth = Math.max(0, depth - 1);
      tokens.push({ kind: 'mark', text: mark, span, depth });
      if (/[([{]/.test(mark)) depth += 1;
    }
  }
  return tokens;
}

/** The literal that begins at a token and ends with its value; `undefined` where anything in it is not literal. */
export function readLiteral(tokens: readonly Token[], from: number): Literal | undefined {
  const result = literalAt(tokens, from, 0);
  if (!result) return undefined;
  const after = tokens[result.next];
  // `[…] + EXTRA`, `"…".split()` and `[…] if x else […]` are not literals; a new statement may begin with anything.
  const first = tokens[from];
  if (after && first && after.depth > 0 && after.depth === first.depth && !/^[,)\]}]$/.test(after.text))
    return undefined;
  return after && /^[+.*%[(|]$/.test(after.text) && after.depth === first?.depth ? undefined : result.literal;
}

type Read = { readonly literal: Literal; readonly next: number };

function literalAt(tokens: readonly Token[], from: number, nesting: number): Read | undefined {
  const first = tokens[from];
  if (!first || nesting > 20) return undefined;
  if (first.kind === 'string') return stringAt(tokens, from, first);
  const close = { '[': ']', '(': ')', '{': '}' }[first.text];
  if (first.kind !== 'mark' || close === undefined) return undefined;
  const items: Literal[] = [];
  const entries: (readonly [string, Literal])[] = [];
  let next = from + 1;
  while (tokens[next] && !(tokens[next]?.kind === 'mark' && tokens[next]?.text === close)) {
    const item = literalAt(tokens, next, nesting + 1);
    if (!item) return undefined;
    next = item.next;
    if (first.text === '{' && tokens[next]?.text === ':') {
      const value = literalAt(tokens, next + 1, nesting + 1);
      if (!value || item.literal.kind !== 'string') return undefined;
      entries.push([item.literal.text, value.literal]);
      next = value.next;
    } else items.push(item.literal);
    const separator = tokens[next];
    if (separator?.kind === 'mark' && separator.text === ',') next += 1;
    else if (!(separator?.kind === 'mark' && separator.text === close)) return undefined;
  }
  const last = tokens[next];
  if (!last) return undefined;
  const span = { start: first.span.start, end: last.span.end };
  const literal: Literal =
    entries.length > 0 || (first.text === '{' && items.length === 0)
      ? { kind: 'dict', entries, span }
      : { kind: 'list', items, span };
  return { literal, next: next + 1 };
}

/** Strings side by side are one string. */
function stringAt(tokens: readonly Token[], from: number, first: Token): Read {
  let next = from + 1;
  let text = first.text;
  let end = first.span.end;
  for (let token = tokens[next]; token?.kind === 'string' && first.depth > 0; token = tokens[next]) {
    text += token.text;
    end = token.span.end;
    next += 1;
  }
  return { literal: { kind: 'string', text, span: { start: first.span.start, end } }, next };
}

function unquote(quoted: string, prefix: string): string {
  const width = /^('''|""")/.test(quoted) && quoted.length >= 6 ? 3 : 1;
  const inner = quoted.slice(width, -width);
  if (/r/i.test(prefix)) return inner;
  return inner.replace(/\\(\r\n|[\s\S])/g, (_whole, escaped: string) => {
    if (escaped === 'n') return '\n';
    if (escaped === 't') return '\t';
    return /^[\r\n]/.test(escaped) ? '' : escaped;
  });
}
