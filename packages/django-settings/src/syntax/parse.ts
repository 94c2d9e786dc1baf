/** Reads any text as Python: what cannot be read is put aside with its place, and the rest is still read. Never throws. */
import { budgets } from '../budgets.js';
import { readStatements } from './adapter.js';
import { assignmentProblem, bracketProblem } from './broken-pieces.js';
import { chunksOf } from './chunks.js';
import { Refused } from './foreign.js';
import { layoutProblems } from './layout-refusals.js';
import { laterProblems, readingProblems } from './refusals.js';
import type { Module, Statement, SyntaxProblem } from './tree.js';

/** An f-string with quotes inside its braces. */
const quotesInFormats = /\b[rR]?[fF][rR]?(['"])[^\n]*?\{[^}\n]*['"]/;

/** An f-string with a line that ends inside its braces, which Python 3.12 and later take. */
const linesInFormats = /\b[rR]?[fF][rR]?(['"])(?!\1)(?:(?!\1)[^\n])*\{[^}\n]*\n/;

/** CPython's own limit. */
const deepestBrackets = 199;

/** The syntax of a file. */
export function parse(source: string): Module {
  const mark = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const text = blankFormFeeds(source.slice(mark));
  if (text.length > budgets.source) return unread('it is too long to be settings');
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const at = { start: nul + mark, end: nul + mark + 1 };
    const rest = readChunks(text.replaceAll('\0', ' '), mark);
    return {
      body: rest.body,
      errors: [{ ...at, type: 'SyntaxError', message: 'source code string cannot contain null bytes' }],
    };
  }
  try {
    const { body, literals } = readStatements(text, mark);
    return { body, errors: inOrder([...layoutProblems(text, mark), ...literals.problems], body) };
  } catch {
    return readChunks(text, mark);
  }
}

/** Statement by statement: those that cannot be read become opaque. */
function readChunks(text: string, mark: number): Module {
  const body: Statement[] = [];
  const errors: SyntaxProblem[] = [];
  let missed = false;
  const layout = layoutProblems(text, mark);
  for (const chunk of chunksOf(text)) {
    const piece = text.slice(chunk.start, chunk.end);
    try {
      const { body: statements, literals } = readStatements(piece, chunk.start + mark);
      for (const one of statements) body.push(one);
      for (const problem of literals.problems) errors.push(problem);
    } catch (error) {
      const place = { start: chunk.start + mark, end: chunk.end + mark };
      body.push({ kind: 'opaque', ...place, names: namesBoundIn(piece) });
      // What is only too deep for this reader may be fine for CPython.
      // Nor does it read every f-string that has quotes inside, as they are since Python 3.12.
      const beyond = error instanceof Refused && quotesInFormats.test(piece);
      // CPython's reader of lines is ahead of its parser.
      if (layout.some(({ start }) => start >= place.start && start <= place.end)) continue;
      if (!beyond && (error instanceof Refused || bracketDepth(piece) > deepestBrackets))
        errors.push(problemOf(error, piece, place));
      else missed = true;
    }
  }
  // What follows such an f-string is cut in the wrong places.
  if (errors.length > 0 && linesInFormats.test(text)) return { body, errors: [] };
  const all = inOrder([...layout, ...errors], body);
  if (all.length > 0 || missed) return { body, errors: all };
  return { body, errors: [{ start: mark, end: mark, type: 'SyntaxError', message: 'invalid syntax' }] };
}

/** CPython reads the whole file before it looks for anything else. */
function inOrder(errors: readonly SyntaxProblem[], body: readonly Statement[]): SyntaxProblem[] {
  const reading = [...errors, ...readingProblems(body)].sort((a, b) => a.start - b.start);
  return [...reading, ...laterProblems(body)];
}

function problemOf(error: unknown, piece: string, place: { start: number; end: number }): SyntaxProblem {
  const at = error instanceof Refused ? { start: error.offset, end: Math.max(error.offset, place.end) } : place;
  const message = error instanceof Refused ? error.message : 'too many nested parentheses';
  if (/^unexpected indent/i.test(message)) return { ...at, type: 'IndentationError', message: 'unexpected indent' };
  if (/dedent|unindent|inconsistent/i.test(message)) {
    return { ...at, type: 'IndentationError', message: 'unindent does not match any outer indentation level' };
  }
  if (/expected (an )?indent/i.test(message)) {
    return { ...at, type: 'IndentationError', message: 'expected an indented block' };
  }
  if (/(^|\n)\s*print\s+[^\s(=]/.test(piece)) {
    return { ...at, type: 'SyntaxError', message: "Missing parentheses in call to 'print'. Did you mean print(...)?" };
  }
  if (!(error instanceof Refused)) return { ...at, type: 'SyntaxError', message };
  const found = bracketProblem(piece, place.start) ?? assignmentProblem(piece, place.start);
  if (found) return found;
  // What follows a decorator and is no definition stands on its own line.
  const start = place.start + afterDecorators(piece, at.start - place.start);
  return { start, end: Math.max(start, at.end), type: 'SyntaxError', message: 'invalid syntax' };
}

/** The first line from an offset on that is not a decorator's; the offset itself where its line is none. */
function afterDecorators(piece: string, offset: number): number {
  let at = offset;
  for (;;) {
    const line = piece.lastIndexOf('\n', at - 1) + 1;
    const next = piece.indexOf('\n', at) + 1;
    if (!/^[ \t]*@/.test(piece.slice(line)) || next === 0) return at;
    at = next;
  }
}

/** Brackets that are open at once, strings and comments not told apart: enough to tell hundreds from a few. */
function bracketDepth(piece: string): number {
  let depth = 0;
  let most = 0;
  for (const char of piece) {
    if (char === '(' || char === '[' || char === '{') most = Math.max(most, ++depth);
    else if (char === ')' || char === ']' || char === '}') depth -= 1;
  }
  return most;
}

/** The syntax of a file that is not read, for a reason that is none of CPython's. */
export function unread(why: string): Module {
  return { body: [], errors: [], unread: why };
}

/** A form feed at the start of a line sets CPython's column back to zero: as if it stood on a line of its own. */
function blankFormFeeds(text: string): string {
  return text.includes('\f')
    ? text.replace(/^[ \t]*\f[ \t\f]*(?=\S)/gm, '').replace(/^[ \t\f]*\f[ \t\f]*$/gm, '')
    : text;
}

/** The names that a piece of broken source seems to bind. */
function namesBoundIn(piece: string): string[] {
  const names = new Set<string>();
  for (const match of piece.matchAll(
    /^[ \t]*([\p{L}_][\p{L}\p{N}_]*)[ \t]*(?::[^=\n]*)?(?:[-+*/|&%^@]|\*\*|\/\/|<<|>>)?=(?!=)/gmu,
  )) {
    if (match[1]) names.add(match[1]);
  }
  for (const match of piece.matchAll(/^[ \t]*(?:def|class)[ \t]+([\p{L}_][\p{L}\p{N}_]*)/gmu)) {
    if (match[1]) names.add(match[1]);
  }
  return [...names];
}
