/** Lists of strings as a setup.py builds them of literals: `+`, `+=`, `append`, `extend`, `%`, `format`, f-strings, one name in another. */
import { type Literal, pythonTokens, type Token } from './python-literal.js';

/** A value that begins at a token; `undefined` where anything of it is not made of literals alone. */
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
  let steps = 0;
  return (from) => {
    steps = 0;
    return whole(from, 0);
  };

  /** An expression that ends where an argument or a statement does: `[…] if x else […]` is none. */
  function whole(from: number, nesting: number): Literal | undefined {
    const read = expression(from, nesting);
    const first = tokens[from];
    return read && first && isEnd(read.next, first.depth) ? read.value : undefined;
  }

  function isEnd(index: number, depth: number): boolean {
    const token = tokens[index];
    if (!token) return true;
    if (depth > 0) return /^[,)\]}:]$/.test(token.text);
    return token.text === ';' || source.slice(tokens[index - 1]?.span.end, token.span.start).includes('\n');
  }

  /** `a + b`, `"…" % b`. */
  function expression(from: number, nesting: number): Read | undefined {
    let left = nesting > MOST ? undefined : operand(from, nesting);
    while (left) {
      const { value, next }: Read = left;
      const operator = tokens[next]?.text;
      if ((operator !== '+' && operator !== '%') || isEnd(next, tokens[from]?.depth ?? 0)) break;
      const right: Read | undefined = operand(next + 1, nesting + 1);
      const joined: Literal | undefined =
        right && (operator === '+' ? sum(value, right.value) : filled(value, right.value));
      left = right && joined ? { value: joined, next: right.next } : undefined;
    }
    return left;
  }

  /** A value with what is called on it: `"…".format(…)`, `"…".split()`. */
  function operand(from: number, nesting: number): Read | undefined {
    let read = atom(from, nesting);
    while (read && tokens[read.next]?.text === '.' && tokens[read.next + 2]?.text === '(') {
      const method = tokens[read.next + 1]?.text;
      const args = items(read.next + 3, ')', nesting + 1);
      const value: Literal | undefined = args && called(read.value, method, args);
      read = args && value ? { value, next: args.next } : undefined;
    }
    return read;
  }

  function atom(from: number, nesting: number): Read | undefined {
    const first = tokens[from];
    steps += 1;
    if (!first || steps > PATIENCE) return undefined;
    if (first.kind === 'string' || isFormatted(from)) return text(from, nesting);
    if (first.kind === 'name') {
      const value = named(first.text, from, nesting + 1);
      return value && { value, next: from + 1 };
    }
    const close = { '[': ']', '(': ')', '{': '}' }[first.text];
    const inside = close === undefined ? undefined : items(from + 1, close, nesting + 1);
    if (!inside) return undefined;
    const { list, entries, next, trailing } = inside;
    const span = { start: first.span.start, end: tokens[next - 1]?.span.end ?? first.span.end };
    const [only] = list;
    if (first.text === '{' && (entries.length > 0 || list.length === 0))
      return { value: { kind: 'dict', entries, span }, next };
    // Brackets around one value are no tuple.
    if (first.text === '(' && only && list.length === 1 && !trailing) return { value: only, next };
    return { value: { kind: 'list', items: list, span }, next };
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
    while (tokens[next] && tokens[next]?.text !== close) {
      const token = tokens[next];
      const isSpread = token?.text === '*';
      const isKeyword = close === ')' && token?.kind === 'name' && tokens[next + 1]?.text === '=';
      const read = expression(next + (isSpread ? 1 : isKeyword ? 2 : 0), nesting);
      if (!read) return undefined;
      next = read.next;
      if (isKeyword) entries.push([token?.text ?? '', read.value]);
      else if (isSpread) {
        if (read.value.kind !== 'list') return undefined;
        list.push(...read.value.items);
      } else if (close === '}' && tokens[next]?.text === ':') {
        const value = expression(next + 1, nesting);
        if (!value || read.value.kind !== 'string') return undefined;
        entries.push([read.value.text, value.value]);
        next = value.next;
      } else list.push(read.value);
      trailing = tokens[next]?.text === ',';
      if (trailing) next += 1;
      else if (tokens[next]?.text !== close) return undefined;
    }
    return tokens[next] ? { list, entries, next: next + 1, trailing } : undefined;
  }

  /** Strings side by side are one string, f-strings among them. */
  function text(from: number, nesting: number): Read | undefined {
    const first = tokens[from];
    let next = from;
    let joined = '';
    let end = first?.span.end ?? 0;
    for (;;) {
      const formatted = isFormatted(next);
      const token = tokens[formatted ? next + 1 : next];
      if (token?.kind !== 'string' || (next > from && first?.depth === 0)) break;
      const part = formatted ? withNames(token.text, next, nesting) : token.text;
      if (part === undefined) return undefined;
      joined += part;
      end = token.span.end;
      next += formatted ? 2 : 1;
    }
    return first && { value: { kind: 'string', text: joined, span: { start: first.span.start, end } }, next };
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
      const next = tokens[index + 1]?.text ?? '';
      const isMethod = next === '.' && tokens[index + 3]?.text === '(';
      if (next !== '=' && next !== '+=' && next !== '[' && !isMethod && tokens[index - 1]?.text !== 'for') continue;
      const starts = token.span.start === 0 || source[token.span.start - 1] === '\n';
      const given = starts && nesting <= MOST ? whole(index + (isMethod ? 4 : 2), nesting) : undefined;
      if (!given) return undefined;
      if (next === '=') value = given;
      else if (next === '+=') value = value && sum(value, given);
      else if (!isMethod || value?.kind !== 'list') return undefined;
      else if (tokens[index + 2]?.text === 'append') value = { ...value, items: [...value.items, given] };
      else value = tokens[index + 2]?.text === 'extend' ? sum(value, given) : undefined;
      if (!value) return undefined;
    }
    return value;
  }
}

function sum(left: Literal, right: Literal): Literal | undefined {
  if (left.kind === 'string' && right.kind === 'string' && left.text.length + right.text.length < PATIENCE)
    return { ...left, text: left.text + right.text };
  if (left.kind !== 'list' || right.kind !== 'list' || left.items.length + right.items.length > PATIENCE)
    return undefined;
  return { ...left, items: [...left.items, ...right.items] };
}

/** `"x==%s" % value`. */
function filled(left: Literal, right: Literal): Literal | undefined {
  if (left.kind !== 'string') return undefined;
  const values = right.kind === 'list' ? [...right.items] : [right];
  const text = replaced(left.text, /%%|%(s)|%[^s%]/g, (hole) => (hole === 's' ? textOf(values.shift()) : undefined));
  return text === undefined || values.length > 0 ? undefined : { ...left, text };
}

function called(
  value: Literal,
  method: string | undefined,
  { list, entries }: { readonly list: readonly Literal[]; readonly entries: readonly (readonly [string, Literal])[] },
): Literal | undefined {
  if (value.kind !== 'string') return undefined;
  if (method === 'format') {
    const named = new Map(entries);
    let next = 0;
    const text = replaced(value.text, /\{\{|\}\}|\{([^{}]*)\}/g, (hole) =>
      textOf(hole === '' ? list[next++] : /^\d+$/.test(hole) ? list[Number(hole)] : named.get(hole)),
    );
    return text === undefined ? undefined : { ...value, text };
  }
  if ((method !== 'split' && method !== 'splitlines') || list.length + entries.length > 0) return undefined;
  const parts = method === 'split' ? value.text.trim().split(/\s+/) : value.text.split(/\r?\n/);
  return { kind: 'list', items: parts.map((text) => ({ ...value, text })), span: value.span };
}

function textOf(value: Literal | undefined): string | undefined {
  return value?.kind === 'string' ? value.text : undefined;
}

/** A text with its holes filled; `{{`, `}}` and `%%` are the sign itself. `undefined` where a hole cannot be filled. */
function replaced(text: string, holes: RegExp, fill: (hole: string) => string | undefined): string | undefined {
  let known = true;
  const result = text.replace(holes, (whole, hole?: string) => {
    if (hole === undefined && /^(?:\{\{|\}\}|%%)$/.test(whole)) return whole.slice(0, 1);
    const value = fill(hole ?? whole);
    known &&= value !== undefined;
    return value ?? '';
  });
  return known ? result : undefined;
}
