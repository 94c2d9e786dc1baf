/** Makes a failing program small: takes pieces away as long as it still fails. */

import { parse } from '../../packages/django-settings/src/syntax/parse.js';
import {
  allBlocks,
  allExpressions,
  lineStart,
  type Piece,
  reindented,
  replaced,
  statementsOf,
  wholeLines,
} from './nodes.js';
import type { Program } from './program.js';
import { settingsPath } from './program.js';

/** How many programs may be tried for one shrinking. */
const mostTries = 800;

/** The smallest program found that still fails. */
export async function shrink(program: Program, fails: (program: Program) => Promise<boolean>): Promise<Program> {
  let best = program;
  const tried = new Set<string>();
  for (let shrunk = true; shrunk; ) {
    shrunk = false;
    for (const candidate of candidates(best)) {
      const key = JSON.stringify(candidate);
      if (tried.has(key)) continue;
      if (tried.size >= mostTries) return best;
      tried.add(key);
      if (await fails(candidate)) {
        best = candidate;
        shrunk = true;
        break;
      }
    }
  }
  return best;
}

/** Smaller programs, the boldest first. */
function* candidates(program: Program): Generator<Program> {
  const { files, env } = program;
  for (const path of Object.keys(files)) {
    if (path === settingsPath || (path.endsWith('__init__.py') && files[path] === '')) continue;
    const { [path]: _, ...others } = files;
    yield { files: path.endsWith('__init__.py') ? { ...others, [path]: '' } : others, env };
  }
  for (const name of Object.keys(env)) {
    const { [name]: _, ...others } = env;
    yield { files, env: others };
  }
  const edits = [runsOfStatements, unwrappedBlocks, singleStatements, simplerExpressions, shorterTexts];
  for (const edit of edits) {
    for (const [path, text] of Object.entries(files)) {
      const broken = isBroken(text);
      for (const smaller of edit(text))
        if (broken || !isBroken(smaller)) yield { files: { ...files, [path]: smaller }, env };
    }
  }
}

/** Without a run of statements of a block: halves first, then quarters. */
function* runsOfStatements(text: string): Generator<string> {
  for (const block of allBlocks(statementsOf(text))) {
    for (let size = Math.ceil(block.length / 2); size > 1; size = Math.ceil(size / 2)) {
      for (let at = 0; at < block.length; at += size) {
        const run = block.slice(at, at + size);
        if (run.length < block.length) yield without(text, run);
      }
    }
  }
}

/** A compound statement's block in place of it. */
function* unwrappedBlocks(text: string): Generator<string> {
  for (const block of allBlocks(statementsOf(text))) {
    for (const piece of block) {
      for (const inner of piece.blocks) {
        const [first, last] = [inner[0], inner.at(-1)];
        if (!first || !last) continue;
        const outer = wholeLines(text, piece);
        const from = lineStart(text, first.start);
        const by = piece.start - lineStart(text, piece.start) - (first.start - from);
        yield replaced(text, outer, `${reindented(text.slice(from, last.end), by)}\n`);
      }
    }
  }
}

function* singleStatements(text: string): Generator<string> {
  for (const block of allBlocks(statementsOf(text)).toReversed()) {
    for (const piece of block) {
      yield without(text, [piece]);
      if (text.slice(piece.start, piece.end) !== 'pass') yield replaced(text, piece, 'pass');
    }
  }
}

/** An expression replaced by a part of it or by a plain value, or without one of its parts. */
function* simplerExpressions(text: string): Generator<string> {
  for (const piece of allExpressions(statementsOf(text))) {
    const whole = text.slice(piece.start, piece.end);
    for (const part of piece.parts) yield replaced(text, piece, text.slice(part.start, part.end));
    for (const plain of ['0', "''", '[]', 'x', '1'])
      if (whole.length > plain.length) yield replaced(text, piece, plain);
    for (const part of piece.parts) yield withoutPart(text, piece, part);
  }
}

function withoutPart(text: string, { end }: Piece, part: Piece): string {
  const after = /^\s*,\s*/.exec(text.slice(part.end, end));
  if (after) return replaced(text, { start: part.start, end: part.end + after[0].length }, '');
  const before = /,\s*$/.exec(text.slice(0, part.start));
  return replaced(text, { start: part.start - (before?.[0].length ?? 0), end: part.end }, '');
}

/** A literal with half of its characters. */
function* shorterTexts(text: string): Generator<string> {
  for (const { kind, start, end } of allExpressions(statementsOf(text))) {
    if ((kind !== 'str' && kind !== 'bytes' && kind !== 'int' && kind !== 'joined') || end - start < 4) continue;
    const middle = Math.floor((start + end) / 2);
    yield replaced(text, { start: start + 1, end: middle }, '');
    yield replaced(text, { start: middle, end: end - 1 }, '');
    for (let at = start + 1; at < end - 1 && end - start < 25; at += 1)
      yield replaced(text, { start: at, end: at + 1 }, '');
  }
}

function without(text: string, run: readonly Piece[]): string {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return text;
  const start = wholeLines(text, first).start;
  const end = wholeLines(text, last).end;
  return text.slice(0, start) + text.slice(end);
}

const isBroken = (text: string) => parse(text).errors.length > 0;
