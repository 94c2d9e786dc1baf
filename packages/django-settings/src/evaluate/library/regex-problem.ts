/** What CPython refuses of a regular expression, and in which words: `re._parser` of Python 3.11 and later, without what it makes. */
import { type Escaped, escapeInSet, escapeOutside } from './regex-escapes.js';
import { group } from './regex-groups.js';
import { PatternProblem, PatternSource, size } from './regex-source.js';
import { checkBehind, nothing, type Piece, type State, VERBOSE } from './regex-state.js';

const mostRepeats = 4_294_967_295;
const deepest = 100;
const unit: Piece = { is: 'unit', least: 1, most: 1 };
const place: Piece = { is: 'place', least: 0, most: 0 };

/** What is wrong with a pattern, or `undefined`. */
export function problemOfPattern(pattern: string, flags: bigint): PatternProblem | undefined {
  try {
    parse(pattern, flags);
    return undefined;
  } catch (error) {
    if (error instanceof PatternProblem) return error;
    throw error;
  }
}

function parse(pattern: string, flags: bigint): void {
  const source = new PatternSource(pattern);
  const state: State = {
    source,
    flags,
    groups: [nothing],
    names: new Map(),
    asked: new Map(),
    behind: undefined,
    varies: false,
    alternatives,
    sequence,
  };
  alternatives(state, (flags & VERBOSE) !== 0n, 0);
  if ((state.flags & 4n) !== 0n) throw new PatternProblem('ValueError', 'cannot use LOCALE flag with a str pattern');
  if ((state.flags & 256n) !== 0n && (state.flags & 32n) !== 0n)
    throw new PatternProblem('ValueError', 'ASCII and UNICODE flags are incompatible');
  if (source.next !== undefined) throw source.error('unbalanced parenthesis');
  for (const [group, at] of state.asked)
    if (group >= state.groups.length) throw source.at(`invalid group reference ${group}`, at);
  if (state.varies) throw new PatternProblem('PatternError', 'look-behind requires fixed-width pattern');
}

/** `a|b|c` */
function alternatives(state: State, verbose: boolean, nested: number): Piece {
  const { source } = state;
  if (nested > deepest) throw new PatternProblem('unknown', 'it is nested too deeply');
  const ways: Piece[] = [];
  let skips = verbose;
  do {
    if (nested === 0 && ways.length > 0) skips = (state.flags & VERBOSE) !== 0n;
    ways.push(sequence(state, skips, nested + 1, nested === 0 && ways.length === 0));
  } while (source.match('|'));
  return {
    is: 'other',
    least: Math.min(...ways.map(({ least }) => least)),
    most: Math.max(...ways.map(({ most }) => most)),
  };
}

function sequence(state: State, verbose: boolean, nested: number, first = false): Piece {
  const { source } = state;
  const pieces: Piece[] = [];
  let skips = verbose;
  for (;;) {
    const char = source.next;
    if (char === undefined || char === '|' || char === ')') break;
    source.get();
    if (skips && /^[ \t\n\r\v\f]$/u.test(char)) continue;
    if (skips && char === '#') {
      for (let skipped = source.get(); skipped !== undefined && skipped !== '\n'; ) skipped = source.get();
      continue;
    }
    if (char.startsWith('\\')) pieces.push(escaped(state, char));
    else if (char === '[') {
      characterSet(source);
      pieces.push(unit);
    } else if (/^[*+?{]$/u.test(char)) repeat(source, char, pieces);
    else if (char === '(') {
      const made = group(state, skips, nested, first && pieces.length === 0);
      if (made === 'flags') skips = (state.flags & VERBOSE) !== 0n;
      else if (made) pieces.push(made);
    } else pieces.push(char === '^' || char === '$' ? place : unit);
  }
  return {
    is: 'other',
    least: pieces.reduce((sum, { least }) => sum + least, 0),
    most: pieces.reduce((sum, { most }) => sum + most, 0),
  };
}

function escaped(state: State, escape: string): Piece {
  const { source, groups } = state;
  let width: Piece | undefined;
  const found = escapeOutside(source, escape, (group, whole): Escaped => {
    if (group >= groups.length) throw source.error(`invalid group reference ${group}`, size(whole) - 1);
    if (!groups[group]) throw source.error('cannot refer to an open group', size(whole));
    checkBehind(state, group);
    width = { ...(groups[group] ?? nothing), is: 'other' };
    return { is: 'set' };
  });
  return width ?? (found.is === 'place' ? place : unit);
}

function characterSet(source: PatternSource): void {
  const here = source.tell() - 1;
  const unterminated = () => source.error('unterminated character set', source.tell() - here);
  const read = (char: string): Escaped =>
    char.startsWith('\\') ? escapeInSet(source, char) : { is: 'character', code: char.codePointAt(0) ?? 0 };
  source.match('^');
  for (let count = 0; ; count += 1) {
    const char = source.get();
    if (char === undefined) throw unterminated();
    if (char === ']' && count > 0) return;
    const from = read(char);
    if (!source.match('-')) continue;
    const end = source.get();
    if (end === undefined) throw unterminated();
    if (end === ']') return;
    const to = read(end);
    const isRange = from.is === 'character' && to.is === 'character' && !(to.code < from.code);
    if (!isRange) throw source.error(`bad character range ${char}-${end}`, size(char) + 1 + size(end));
  }
}

function repeat(source: PatternSource, char: string, pieces: Piece[]): void {
  const here = source.tell();
  let [least, most] = [char === '+' ? 1 : 0, char === '?' ? 1 : mostRepeats];
  if (char === '{') {
    const bounds = source.next === '}' ? undefined : boundsOf(source, here);
    if (!bounds) {
      pieces.push(unit);
      return;
    }
    [least, most] = bounds;
  }
  const back = source.tell() - here + size(char);
  const item = pieces.at(-1);
  if (!item || item.is === 'place') throw source.error('nothing to repeat', back);
  if (item.is === 'repeat') throw source.error('multiple repeat', back);
  if (!source.match('?')) source.match('+');
  const widest = most === mostRepeats && item.most > 0 ? Number.POSITIVE_INFINITY : most === 0 ? 0 : item.most * most;
  pieces[pieces.length - 1] = { is: 'repeat', least: item.least * least, most: widest };
}

/** The bounds between braces; `undefined` where the brace stands for itself. */
function boundsOf(source: PatternSource, here: number): readonly [number, number] | undefined {
  const digits = () => source.getWhile(Number.POSITIVE_INFINITY, /^[0-9]$/u);
  const low = digits();
  const high = source.match(',') ? digits() : low;
  if (!source.match('}')) {
    source.seek(here);
    return undefined;
  }
  const [least, most] = [low === '' ? 0 : Number(low), high === '' ? mostRepeats : Number(high)];
  if (least >= mostRepeats || (high !== '' && most >= mostRepeats))
    throw new PatternProblem('OverflowError', 'the repetition number is too large');
  if (most < least) throw source.error('min repeat greater than max repeat', source.tell() - here);
  return [least, most];
}
