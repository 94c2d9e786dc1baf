/** Just enough of Python's lexis to find literal lists of strings in a setup.py without a parser. */
import type { Span } from '@django-golive/core';

export interface Token {
  /** `broken`: a quotation mark that is never closed, with what follows on its line. */
  readonly kind: 'name' | 'string' | 'mark' | 'broken';
  /** A name, a mark, or a string's value. */
  readonly text: string;
  readonly span: Span;
  /** How many brackets are open around it. */
  readonly depth: number;
}

export type Literal =
  /** `parts` are those that Python makes one text of because nothing stands between them. */
  | { readonly kind: 'string'; readonly text: string; readonly span: Span; readonly parts?: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly Literal[]; readonly span: Span }
  /** The lines of a file, by its path as written. */
  | { readonly kind: 'file'; readonly path: string; readonly span: Span }
  /** What is computed, or cannot be read for a quotation mark that is never closed. */
  | { readonly kind: 'unknown'; readonly span: Span; readonly broken?: true }
  | {
      readonly kind: 'dict';
      readonly entries: readonly (readonly [string, Literal])[];
      readonly span: Span;
      /** It has more than these. */
      readonly open?: true;
    };

const TOKEN =
  /\s+|#[^\n]*|([rRuUbB]{0,2})('''[\s\S]*?'''|"""[\s\S]*?"""|'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*")|([A-Za-z_]\w*)|(\+=|==|[\s\S])/y;

/** The rest of a line, without the brackets that close what was opened before it. */
const UNCLOSED = /^.[^\n]*?(?=[)\]}][)\]},\s]*(?:#[^\n]*)?(?:\n|$)|\r?\n|$)/;

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
    else if (mark === '"' || mark === "'") {
      const [line = ''] = UNCLOSED.exec(source.slice(span.start)) ?? [];
      pattern.lastIndex = span.start + line.length;
      tokens.push({ kind: 'broken', text: line, span: { ...span, end: pattern.lastIndex }, depth });
    } else if (mark !== undefined) {
      if (/[)\]}]/.test(mark)) depth = Math.max(0, depth - 1);
      tokens.push({ kind: 'mark', text: mark, span, depth });
      if (/[([{]/.test(mark)) depth += 1;
    }
  }
  return tokens;
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
