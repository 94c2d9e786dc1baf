/** Finds the mistake for which CPython 3.13 refuses a file as it reads it: its words and its line, by following CPython's own way. */
import { readAction } from './actions.js';
import { createParse, type Grammar, readGrammar } from './peg.js';
import { Refusal } from './pieces.js';
import { expressionMistakes } from './python-expression-mistakes.js';
import { expressionRules } from './python-expressions.js';
import { patternRules } from './python-patterns.js';
import { statementRules } from './python-statements.js';
import { isBroken, type Mistake, neverClosed, type Token, type Tokenizer, tooDeep } from './token.js';
import { createTokenizer } from './tokenizer.js';

/** A mistake, and the first Python that takes what it is about. */
export interface FirstMistake extends Mistake {
  readonly until?: readonly [major: number, minor: number];
}

/** Template strings, and exceptions without brackets around them: Python takes both since 3.14. */
const newer = /\b(?:[tT][rR]?|[rR][tT])["']|^[ \t]*except\b[^:#\n(]*,/m;

const grammar = readGrammar(`${statementRules}${patternRules}${expressionRules}${expressionMistakes}`, readAction);

/** The mistake of a file, or of an expression that stands alone. */
export function firstMistake(source: string, what: 'file' | 'eval'): FirstMistake | undefined {
  const { text, original } = unixLines(source, what);
  const found = mistakeWithin(text, what);
  if (!found) return undefined;
  const at = Math.min(original(found.at), Math.max(0, source.length - 1));
  return { ...found, at, ...(newer.test(source) ? { until: [3, 14] } : {}) };
}

/** The mistake of a text; of one that is nested more deeply than can be followed, that its brackets are. */
function mistakeWithin(text: string, what: 'file' | 'eval'): Mistake | undefined {
  try {
    return mistakeOf(grammar, text, what);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const tokenizer = createTokenizer(text);
    for (let token = tokenizer.next(); ; token = tokenizer.next()) {
      if (isBroken(token)) return token.mistake.message === tooDeep ? token.mistake : undefined;
      if (token.key === 'ENDMARKER') return undefined;
    }
  }
}

/** The text with `\n` at the end of every line, and where its letters stand in the source. */
function unixLines(
  source: string,
  what: 'file' | 'eval',
): { readonly text: string; readonly original: (at: number) => number } {
  // An expression gets no end of line, so that a last line of blanks is indented and not empty.
  const isWhole = what === 'eval' ? /[\n\r](?:[ \t\f]+)?$/ : /\n$/;
  const ended = (text: string) => (isWhole.test(text) ? text : `${text}\n`);
  if (!source.includes('\r')) return { text: ended(source), original: (at) => at };
  const places: number[] = [];
  let text = '';
  for (let at = 0; at < source.length; at += 1) {
    text += source[at] === '\r' ? '\n' : source[at];
    places.push(at);
    if (source[at] === '\r' && source[at + 1] === '\n') at += 1;
  }
  return { text: ended(text), original: (at) => places[at] ?? source.length };
}

function mistakeOf(grammar: Grammar, text: string, what: 'file' | 'eval'): Mistake | undefined {
  const tokenizer = createTokenizer(text);
  const parse = createParse(text, tokenizer);
  try {
    if (grammar(what, parse) !== undefined) return undefined;
    const last = parse.tokens.at(-1) as Token;
    parse.again();
    grammar(what, parse);
    if (last.key === 'INDENT' || last.key === 'DEDENT') {
      const message = last.key === 'INDENT' ? 'unexpected indent' : 'unexpected unindent';
      return { type: 'IndentationError', message, at: parse.tokens.at(-1)?.start ?? last.start };
    }
    throw new Refusal({ type: 'SyntaxError', message: 'invalid syntax', at: last.start }, false);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.final) return error.mistake;
    return later(tokenizer, text, parse.tokens.at(-1) as Token) ?? error.mistake;
  }
}

/** What the tokenizer finds behind the place where the parser has stopped, which CPython tells instead. */
function later(tokenizer: Tokenizer, text: string, last: Token): Mistake | undefined {
  for (;;) {
    const token = tokenizer.next();
    if (token.key === 'ENDMARKER') return undefined;
    if (!isBroken(token)) continue;
    if (tokenizer.inText()) return undefined;
    if (token.loud) return token.mistake;
    const open = tokenizer.brackets.at(-1);
    return open && text.slice(open.at, last.start).includes('\n') ? neverClosed(open) : undefined;
  }
}
