/**
 * Mends the lists of a TOML text that a person broke: a comma or a bracket that is missing, the marks of a merge, a line that is no
 * item. A parser of TOML loses the whole list there, and often blames another line.
 */
import type { Span } from '@django-golive/core';

/** A text whose lists are whole again. */
export interface MendedArrays {
  readonly text: string;
  /** Where an offset of it stood before. */
  readonly origin: (offset: number) => number;
  /** What was broken, in the text as it was given. */
  readonly problems: readonly TomlProblem[];
}

/** Something of the text that is not TOML. */
export interface TomlProblem {
  readonly span: Span;
  readonly why: string;
  /** What was meant is clear, and nothing is left out. */
  readonly clear?: true;
}

/** What takes the place of a part of the text. */
interface Edit extends Span {
  readonly put: string;
}

const HEAD =
  /^[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*[ \t]*=(?!=)[ \t]*/gm;
const TEXT = String.raw`"(?:[^"\\\n]|\\.)*"|'[^'\n]*'`;
const TOKEN = new RegExp(
  String.raw`(\s+|#[^\n]*)|(,)|(\])|(${TEXT}|\{(?:[^{}"'\n]|${TEXT})*\}|\[(?:[^[\]"'\n]|${TEXT})*\]|[\w+.:-]+)|([^\n])`,
  'y',
);
const HEADER = /^[ \t]*\[{1,2}[^[\]]+\]{1,2}[ \t]*(?:#.*)?\r?$/;

/** Mends every list that is not TOML by itself; nothing where none is to be mended. */
export function mendArrays(source: string, isToml: (text: string) => boolean): MendedArrays | undefined {
  const edits: Edit[] = [];
  const problems: TomlProblem[] = [];
  const heads = new RegExp(HEAD);
  for (let head = heads.exec(source); head; head = heads.exec(source)) {
    if (source[heads.lastIndex] !== '[') continue;
    const list = readList(source, heads.lastIndex + 1, isToml);
    heads.lastIndex = list.end;
    if (list.edits.length === 0 || isToml(source.slice(head.index, list.end))) continue;
    edits.push(...list.edits);
    problems.push(...list.problems);
  }
  return edits.length === 0 ? undefined : { ...edited(source, edits), problems };
}

/** The whole list that a line begins, where nothing in it is broken: a parser stops there because its key stands there twice. */
export function listAt(source: string, line: Span, isToml: (text: string) => boolean): Span | undefined {
  const heads = new RegExp(HEAD, 'my');
  heads.lastIndex = line.start;
  if (!heads.test(source) || source[heads.lastIndex] !== '[') return undefined;
  const { end } = readList(source, heads.lastIndex + 1, isToml);
  return end > line.end && isToml(source.slice(line.start, end)) ? { start: line.start, end } : undefined;
}

interface List {
  /** Behind its last line that was read. */
  readonly end: number;
  readonly edits: readonly Edit[];
  readonly problems: MendedArrays['problems'];
}

/** Reads a list from behind its opening bracket, line by line. */
function readList(source: string, from: number, isToml: (text: string) => boolean): List {
  const edits: Edit[] = [];
  const problems: TomlProblem[] = [];
  /** Behind the last item or mark that counts. */
  let last = from;
  /** An item stands there, and no comma behind it. */
  let isOpen = false;
  for (let start = from; start <= source.length; ) {
    const end = endOfLine(source, start);
    const line = source.slice(start, end);
    if (start > from && isNext(line)) break;
    // A text in several lines, or a list in such a list, is nobody's list of packages.
    if (/"""|'''|\[[ \t]*(?:#.*)?\r?$/.test(line)) return { end, edits: [], problems: [] };
    const tokens = tokensOf(source, start, end);
    const broken = tokens.find(({ kind, text }) => kind === 'other' || (kind === 'item' && !isToml(`x = [${text}]`)));
    // Of the line that begins the list, what stands before its fault is whole.
    const whole = !broken ? tokens : start === from ? tokens.slice(0, tokens.indexOf(broken)) : [];
    for (const { kind, span } of whole) {
      if (kind === 'close') return { end, edits, problems };
      if (kind === 'comma' && isOpen) isOpen = false;
      else if (kind === 'comma') {
        edits.push({ ...span, put: ' ' });
        problems.push({ span: lineAround(source, span.start), why: 'a comma stands there too many', clear: true });
      } else {
        if (isOpen) {
          edits.push({ start: last, end: last, put: ',' });
          problems.push({ span: lineAround(source, last), why: 'no comma parts it from the next item', clear: true });
        }
        isOpen = true;
      }
      if (kind === 'item' || edits.at(-1)?.start !== span.start) last = span.end;
    }
    if (broken) {
      problems.push({ span: lineAround(source, start), why: 'the line is not TOML' });
      const lostFrom = start === from ? broken.span.start : start;
      const isClosed = /\][\s,]*(?:#.*)?$/.test(line);
      edits.push({
        start: lostFrom,
        end,
        put: `${isClosed ? ']' : ' '}${' '.repeat(Math.max(0, end - lostFrom - 1))}`,
      });
      if (isClosed) return { end, edits, problems };
    }
    start = end + 1;
  }
  edits.push({ start: last, end: last, put: ']' });
  problems.push({ span: lineAround(source, from), why: 'the list that begins here is never closed', clear: true });
  return { end: last, edits, problems };
}

interface TomlToken {
  readonly kind: 'item' | 'comma' | 'close' | 'other';
  readonly text: string;
  readonly span: Span;
}

function tokensOf(source: string, from: number, end: number): readonly TomlToken[] {
  const tokens: TomlToken[] = [];
  const pattern = new RegExp(TOKEN);
  pattern.lastIndex = from;
  while (pattern.lastIndex < end) {
    const match = pattern.exec(source);
    if (!match) break;
    const [text, blank, comma, close, item] = match;
    if (blank !== undefined) continue;
    const kind = comma ? 'comma' : close ? 'close' : item ? 'item' : 'other';
    tokens.push({ kind, text, span: { start: match.index, end: pattern.lastIndex } });
    // What stands behind the bracket is no part of the list.
    if (kind === 'close') break;
  }
  return tokens;
}

/** Whether a line begins what comes after a list that nobody closed. */
function isNext(line: string): boolean {
  return (HEADER.test(line) && !line.includes(',')) || new RegExp(HEAD, '').test(line);
}

function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end < 0 ? source.length : end;
}

function lineAround(source: string, offset: number): Span {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  return { start, end: start + source.slice(start, endOfLine(source, offset)).trimEnd().length };
}

function edited(source: string, edits: readonly Edit[]): Pick<MendedArrays, 'text' | 'origin'> {
  let text = '';
  let from = 0;
  /** Where in the new text something was put in that was not there. */
  const grown: number[] = [];
  for (const { start, end, put } of [...edits].sort((a, b) => a.start - b.start)) {
    text += source.slice(from, start) + put;
    if (start === end) grown.push(text.length - put.length);
    from = end;
  }
  return { text: text + source.slice(from), origin: (offset) => offset - grown.filter((at) => at < offset).length };
}
