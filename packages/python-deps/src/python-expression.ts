/** Lists of strings as a setup.py builds them of literals: `+`, `+=`, `append`, `extend`, `%`, `format`, f-strings, one name in another. */

import { isAlways } from './python-blocks.js';
import { fileLinesReader } from './python-files.js';
import { type Literal, pythonTokens, type Token } from './python-literal.js';
import { called, filled, replaced, sum } from './python-values.js';

/** A value that begins at a token; `undefined` where it is computed. What is computed of a list is an item `unknown`. */
type ExpressionReader = (from: number) => Literal | undefined;

type Read = { readonly value: Literal; readonly next: number };

/** Names that lead to names end here. */
const MOST = 20;
/** No list of packages is longer, and none takes as many steps; `A = B + B` after another would. */
const PATIENCE = 5000;

/** Reads the expressions of one file. */
export function expressionReader(source: string, tokens: readonly Token[] = pythonTokens(source)): ExpressionReader {
  const places = new Map<string, number[]>();
  for (const [index, { kind, text, depth }] of tokens.entries())
    if (kind === 'name' && depth === 0) {
      const known = places.get(text);
      if (known) known.push(index);
      else places.set(text, [index]);
    }
  const linesAt = fileLinesReader(source);
  /** Statements whose right sides are being read. */
  const reading = new Set<number>();
  let steps = 0;
  return (from) => {
    steps = 0;
    return whole(from, 0);
  };

  /** An expression that ends where an argument or a statement does: `[…] if x else […]` is none. */
  function whole(from: number, nesting: number): Literal | undefined {
    const read = expression(from, nesting);
    const first = tokens[from];
    const isWhole = read && read.value.kind !== 'unknown' && first && isEnd(read.next, first.depth);
    return isWhole ? read.value : undefined;
  }

  function isEnd(index: number, depth: number): boolean {
    const token = tokens[index];
    if (!token) return true;
    if (depth > 0) return /^[,)\]}:]$/.test(token.text);
    return token.text === ';' || source.slice(tokens[index - 1]?.span.end, token.span.start).includes('\n');
  }

  /** `a + b`, `"…" % b`. */
  function expression(from: number, nesting: number): Read | undefined {
    let left = nesting > MOST ? undefined : summand(from, nesting);
    while (left) {
      const { value, next }: Read = left;
      const operator = tokens[next]?.text;
      if ((operator !== '+' && operator !== '%') || isEnd(next, tokens[from]?.depth ?? 0)) break;
      const right: Read | undefined = summand(next + 1, nesting + 1);
      const joined: Literal | undefined =
        right && (operator === '+' ? sum(value, right.value) : filled(value, right.value));
      left = right && joined ? { value: joined, next: right.next } : undefined;
    }
    return left;
  }

  /** What is added up: literals, or something computed, which ends where its calls and subscripts do. */
  function summand(from: number, nesting: number): Read | undefined {
    const first = tokens[from];
    const lines = first && linesAt(first.span.start);
    if (lines) return { value: lines.value, next: tokensUntil(from, lines.end) };
    const known = operand(from, nesting);
    if (known || !first || first.kind === 'mark') return known;
    let next = from + 1;
    while (tokens[next]?.kind === 'string') next += 1;
    for (let token = tokens[next]; token && /^[.([]$/.test(token.text); token = tokens[next]) {
      if (token.text === '.') next += 2;
      else next = closing(next) + 1;
    }
    return {
      value: { kind: 'unknown', span: { start: first.span.start, end: tokens[next - 1]?.span.end ?? first.span.end } },
      next,
    };
  }

  function tokensUntil(from: number, end: number): number {
    let next = from;
    while ((tokens[next]?.span.start ?? end) < end) next += 1;
    return next;
  }

  /** The bracket that closes one. */
  function closing(open: number): number {
    const depth = tokens[open]?.depth ?? 0;
    let next = open + 1;
    while (tokens[next] && (tokens[next]?.depth ?? 0) > depth) next += 1;
    return next;
  }

  /** A value with what is called on it: `"…".format(…)`, `"…".split()`. */
  function operand(from: number, nesting: number): Read | undefined {
    let read = atom(from, nesting);
    while (read && tokens[read.next]?.text === '.' && tokens[read.next + 2]?.text === '(') {
      const method = tokens[read.next + 1]?.text;
      const args = items(read.next + 3, ')', nesting + 1);
      const value: Literal | undefined = args && called(read.value, method, args, source);
      read = args && value ? { value, next: args.next } : undefined;
    }
    return read;
  }

  function atom(from: number, nesting: number): Read | undefined {
    const first = tokens[from];
    steps += 1;
    if (!first || steps > PATIENCE) return undefined;
    if (first.kind === 'string' || isFormatted(from)) return text(from, nesting);
    if (first.kind === 'name' && first.text === 'dict' && tokens[from + 1]?.text === '(') {
      const inside = items(from + 2, ')', nesting + 1);
      return inside && { value: dictOf(inside, first.span), next: inside.next };
    }
    if (first.kind === 'name') {
      const value = named(first.text, from, nesting + 1);
      return value && { value, next: from + 1 };
    }
    const close = { '[': ']', '(': ')', '{': '}' }[first.text];
    const inside = close === undefined ? undefined : items(from + 1, close, nesting + 1);
    if (!inside) return undefined;
    const { list, next, trailing } = inside;
    const span = { start: first.span.start, end: tokens[next - 1]?.span.end ?? first.span.end };
    const [only] = list;
    if (first.text === '{' && (inside.entries.length > 0 || list.length === 0))
      return { value: dictOf(inside, span), next };
    // Brackets around one value are no tuple.
    if (first.text === '(' && only && list.length === 1 && !trailing) return { value: only, next };
    return { value: { kind: 'list', items: list, span }, next };
  }

  /** What else stands between its brackets, `**more`, may hold any key. */
  function dictOf({ list, entries }: Items, span: Literal['span']): Literal {
    return { kind: 'dict', entries, span, ...(list.length > 0 ? { open: true } : {}) };
  }

  interface Items {
    readonly list: readonly Literal[];
    /** Of a dict, or the keywords of a call. */
    readonly entries: readonly (readonly [string, Literal])[];
    readonly next: number;
    readonly trailing: boolean;
  }

  function items(from: number, close: string, nesting: number): Items | undefined {
    const list: Literal[] = [];
    const entries: (readonly [string, Literal])[] = [];
    let next = from;
    let trailing = false;
    const depth = tokens[from - 1]?.depth ?? 0;
    while (tokens[next] && tokens[next]?.text !== close) {
      const token = tokens[next];
      if (token?.kind === 'broken') {
        list.push({ kind: 'unknown', span: token.span, broken: true });
        next += tokens[next + 1]?.text === ',' ? 2 : 1;
        continue;
      }
      const isSpread = token?.text === '*';
      const isKeyword = close === ')' && token?.kind === 'name' && tokens[next + 1]?.text === '=';
      const read = item(next + (isSpread ? 1 : isKeyword ? 2 : 0), close, depth, nesting);
      next = read.next;
      if (isKeyword) entries.push([token?.text ?? '', read.value]);
      else if (isSpread) list.push(...(read.value.kind === 'list' ? read.value.items : [read.value]));
      else if (close === '}' && tokens[next]?.text === ':') {
        if (read.value.kind !== 'string') return undefined;
        const value = item(next + 1, close, depth, nesting);
        entries.push([read.value.text, value.value]);
        next = value.next;
      } else list.push(read.value);
      trailing = tokens[next]?.text === ',';
      if (trailing) next += 1;
      else if (tokens[next]?.text !== close && tokens[next]?.kind !== 'broken') return undefined;
    }
    return tokens[next] ? { list, entries, next: next + 1, trailing } : undefined;
  }

  /** One of several; what is computed of it goes on to the next comma. */
  function item(from: number, close: string, depth: number, nesting: number): Read {
    const read = expression(from, nesting);
    const after = tokens[read?.next ?? from];
    const isWhole =
      after &&
      (after.kind === 'broken' || after.text === ',' || after.text === close || (close === '}' && after.text === ':'));
    if (read && isWhole) return read;
    let next = from;
    for (
      let token = tokens[next];
      token && token.kind !== 'broken' && token.depth > depth && !(token.text === ',' && token.depth === depth + 1);
      token = tokens[next]
    )
      next += 1;
    const span = { start: tokens[from]?.span.start ?? 0, end: tokens[next - 1]?.span.end ?? 0 };
    return { value: { kind: 'unknown', span }, next };
  }

  /** Strings side by side are one string, f-strings among them. */
  function text(from: number, nesting: number): Read | undefined {
    const first = tokens[from];
    let next = from;
    const parts: string[] = [];
    let end = first?.span.end ?? 0;
    for (;;) {
      const formatted = isFormatted(next);
      const token = tokens[formatted ? next + 1 : next];
      if (token?.kind !== 'string' || (next > from && first?.depth === 0)) break;
      const part = formatted ? withNames(token.text, next, nesting) : token.text;
      if (part === undefined) return undefined;
      parts.push(part);
      end = token.span.end;
      next += formatted ? 2 : 1;
    }
    const span = { start: first?.span.start ?? 0, end };
    const several = parts.length > 1 ? { parts } : {};
    return first && { value: { kind: 'string', text: parts.join(''), span, ...several }, next };
  }

  function isFormatted(index: number): boolean {
    const [prefix, token] = [tokens[index], tokens[index + 1]];
    return (
      prefix?.kind === 'name' &&
      /^(?:f|rf|fr)$/i.test(prefix.text) &&
      token?.kind === 'string' &&
      token.span.start === prefix.span.end
    );
  }

  /** `x=={VERSION}` of an f-string: names of strings alone. */
  function withNames(written: string, at: number, nesting: number): string | undefined {
    return replaced(written, /\{\{|\}\}|\{([^{}]*)\}/g, (hole) => {
      const value = /^[A-Za-z_]\w*$/.test(hole) ? named(hole, at, nesting + 1) : undefined;
      return value?.kind === 'string' ? value.text : undefined;
    });
  }

  /** What a name of the module holds at a place: all that happens to it before stands at the left margin. */
  function named(name: string, before: number, nesting: number): Literal | undefined {
    let value: Literal | undefined;
    for (const index of places.get(name) ?? []) {
      const token = tokens[index];
      if (!token || index >= before) break;
      // What stands on the right of a line is not yet what the line gives.
      if (reading.has(index)) break;
      const next = tokens[index + 1]?.text ?? '';
      const isMethod = next === '.' && tokens[index + 3]?.text === '(';
      if (
        next !== '=' &&
        next !== '+=' &&
        next !== '[' &&
        next !== '|' &&
        !isMethod &&
        tokens[index - 1]?.text !== 'for'
      )
        continue;
      reading.add(index);
      const isRead = isAlways(source, token.span.start) && nesting <= MOST;
      const given = isRead ? whole(index + (isMethod ? 4 : 2), nesting) : undefined;
      reading.delete(index);
      const method = isMethod ? tokens[index + 2]?.text : undefined;
      // Whatever is added leaves what was there.
      const added: Literal = given ?? { kind: 'unknown', span: token.span };
      if (next === '=') value = given;
      else if (next === '+=' || method === 'extend') value = value && sum(value, added);
      else if (value?.kind !== 'list') return undefined;
      else
        value =
          method === 'append' || method === 'insert'
            ? { ...value, items: [...value.items, method === 'append' ? added : { kind: 'unknown', span: token.span }] }
            : undefined;
      if (!value) return undefined;
    }
    return value;
  }
}
