/** Reads any text as Python: what cannot be read is put aside with its place, and the rest is still read. Never throws. */
import { budgets } from '../budgets.js';
import { readStatements } from './adapter.js';
import { chunksOf } from './chunks.js';
import { firstMistake } from './grammar/first-mistake.js';
import { laterProblems } from './refusals.js';
import type { Module, Statement, SyntaxProblem } from './tree.js';

/** The syntax of a file, or of an expression that stands alone. */
export function parse(source: string, what: 'file' | 'eval' = 'file'): Module {
  const mark = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const plain = source.slice(mark);
  if (plain.length > budgets.source) return unread('it is too long to be settings');
  const nul = plain.indexOf('\0');
  if (nul >= 0) {
    const at = { start: nul + mark, end: nul + mark + 1 };
    const message = 'source code string cannot contain null bytes';
    return { body: bodyOf(plain.replaceAll('\0', ' '), mark), errors: [{ ...at, type: 'SyntaxError', message }] };
  }
  const body = bodyOf(plain, mark);
  let errors: readonly SyntaxProblem[] | undefined;
  return {
    body,
    get errors() {
      errors ??= errorsOf(source, mark, what, body);
      return errors;
    },
  };
}

function bodyOf(plain: string, mark: number): readonly Statement[] {
  const text = blankFormFeeds(plain);
  try {
    return readStatements(text, mark);
  } catch {
    return readChunks(text, mark);
  }
}

/** Statement by statement: those that cannot be read become opaque. */
function readChunks(text: string, mark: number): Statement[] {
  const body: Statement[] = [];
  for (const chunk of chunksOf(text)) {
    const piece = text.slice(chunk.start, chunk.end);
    try {
      for (const one of readStatements(piece, chunk.start + mark)) body.push(one);
    } catch {
      const place = { start: chunk.start + mark, end: chunk.end + mark };
      body.push({ kind: 'opaque', ...place, names: namesBoundIn(piece) });
    }
  }
  return body;
}

/** CPython reads the whole file before it looks for anything else. */
function errorsOf(source: string, mark: number, what: 'file' | 'eval', body: readonly Statement[]): SyntaxProblem[] {
  const found = firstMistake(source.slice(mark), what);
  if (!found) return laterProblems(body, source);
  const { type, message, until } = found;
  const start = found.at + mark;
  return [{ start, end: start + 1, type, message, ...(until ? { until } : {}) }];
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
