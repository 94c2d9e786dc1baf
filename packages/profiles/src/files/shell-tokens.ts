/** The words and operators that a shell reads a text as. */
import type { Location, Span } from '@django-golive/core';

/** One word after quote removal. Expansions (`$PORT`) stay as they are written. */
export interface Word {
  readonly text: string;
  /** Where it stands in the text that was parsed, moved by the given offset. */
  readonly span: Span;
  /** Whether the shell would leave it as it is: no expansion, no command substitution. */
  readonly literal: boolean;
  /** Where it stands, where another file than the command's says it. */
  readonly at?: Location;
}

/** A word, or what stands between commands. */
export type Token =
  | { readonly kind: 'word'; readonly word: Word; readonly bare: boolean }
  | { readonly kind: 'operator'; readonly text: string };

/** The tokens of a text, in order; places are moved by the offset. */
export function* tokensOf(text: string, offset: number): Generator<Token> {
  let index = 0;
  const heredocs: string[] = [];
  while (index < text.length) {
    const char = text[index] ?? '';
    if (char === ' ' || char === '\t' || char === '\r') index += 1;
    else if (char === '\\' && /^\\\r?\n/.test(text.slice(index, index + 3))) index += text[index + 1] === '\r' ? 3 : 2;
    else if (char === '\n') {
      index += 1;
      for (const end of heredocs.splice(0)) index = afterHeredoc(text, index, end);
      yield { kind: 'operator', text: ';' };
    } else if (char === '#') {
      const end = text.indexOf('\n', index);
      index = end < 0 ? text.length : end;
    } else if (/^\d?[<>]/.test(text.slice(index, index + 2)) && !/^\d$/.test(text[index - 1] ?? '')) {
      const operator = /^\d?(?:<<-?|>>|>&|<&|>\||<|>)/.exec(text.slice(index, index + 4))?.[0] ?? char;
      const target = readWord(text, skipBlanks(text, index + operator.length), offset);
      if (/<<-?$/.test(operator)) heredocs.push(target.word.text);
      index = Math.max(target.end, index + operator.length);
    } else if (char === '&' && text[index + 1] === '>') {
      index = readWord(text, skipBlanks(text, index + (text[index + 2] === '>' ? 3 : 2)), offset).end;
    } else if (char === '&' || char === '|' || char === ';') {
      const double = text[index + 1] === char;
      yield { kind: 'operator', text: double ? char + char : char };
      index += double ? 2 : 1;
    } else if (char === '(' || char === ')') {
      yield { kind: 'operator', text: char };
      index += 1;
    } else {
      const { word, end, bare } = readWord(text, index, offset);
      yield { kind: 'word', word, bare };
      index = Math.max(end, index + 1);
    }
  }
}

function readWord(text: string, from: number, offset: number): { word: Word; end: number; bare: boolean } {
  let index = from;
  let value = '';
  let literal = true;
  let bare = true;
  for (; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (/[\s;&|()<>]/.test(char)) break;
    if (char === "'") {
      const end = text.indexOf("'", index + 1);
      value += text.slice(index + 1, end < 0 ? text.length : end);
      index = end < 0 ? text.length : end;
      bare = false;
    } else if (char === '"') {
      bare = false;
      index += 1;
      for (; index < text.length && text[index] !== '"'; index += 1) {
        const inner = text[index] ?? '';
        if (inner === '\\' && /["\\$`\n]/.test(text[index + 1] ?? '')) {
          index += 1;
          if (text[index] !== '\n') value += text[index] ?? '';
        } else if (inner === '$' || inner === '`') {
          const end = endOfExpansion(text, index);
          value += text.slice(index, end);
          if (end > index + 1) literal = false;
          index = end - 1;
        } else value += inner;
      }
    } else if (char === '\\') {
      bare = false;
      index += 1;
      if (text[index] !== '\n') value += text[index] ?? '';
    } else if (char === '$' || char === '`') {
      const end = endOfExpansion(text, index);
      value += text.slice(index, end);
      if (end > index + 1) literal = false;
      index = end - 1;
    } else value += char;
  }
  const end = Math.min(index, text.length);
  return { word: { text: value, span: { start: from + offset, end: end + offset }, literal }, end, bare };
}

function endOfExpansion(text: string, start: number): number {
  if (text[start] === '`') {
    const end = text.indexOf('`', start + 1);
    return end < 0 ? text.length : end + 1;
  }
  const next = text[start + 1] ?? '';
  if (next === '{' || next === '(') {
    const close = next === '{' ? '}' : ')';
    let depth = 0;
    for (let index = start + 1; index < text.length; index += 1) {
      if (text[index] === next) depth += 1;
      if (text[index] === close) depth -= 1;
      if (depth === 0) return index + 1;
    }
    return text.length;
  }
  const name = /^(?:[A-Za-z_]\w*|[@*#?$!\d-])/.exec(text.slice(start + 1, start + 200));
  return start + 1 + (name?.[0].length ?? 0);
}

function afterHeredoc(text: string, from: number, word: string): number {
  let index = from;
  while (index < text.length) {
    const end = text.indexOf('\n', index);
    const line = text.slice(index, end < 0 ? text.length : end);
    index = end < 0 ? text.length : end + 1;
    if (line.trim() === word) break;
  }
  return index;
}

function skipBlanks(text: string, from: number): number {
  let index = from;
  while (text[index] === ' ' || text[index] === '\t') index += 1;
  return index;
}
