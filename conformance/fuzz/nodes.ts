/** The pieces of a Python text that can be taken out, put elsewhere or replaced, found with golive's own parser. */
import { parse } from '../../packages/django-settings/src/syntax/parse.js';

/** A statement or expression, by its UTF-16 span. */
export interface Piece {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** The statements of its blocks. */
  readonly blocks: readonly (readonly Piece[])[];
  /** The expressions directly inside. */
  readonly parts: readonly Piece[];
}

/** The statements of a text. */
export function statementsOf(text: string): readonly Piece[] {
  return parse(text).body.map((node) => pieceOf(node as unknown as Tree));
}

/** A piece and all pieces inside. */
export function allPieces(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece) => [piece, ...allPieces(piece.blocks.flat()), ...allPieces(piece.parts)]);
}

/** All expressions of statements. */
export function allExpressions(statements: readonly Piece[]): readonly Piece[] {
  return statements.flatMap(({ blocks, parts }) => [...allPieces(parts), ...allExpressions(blocks.flat())]);
}

/** All lists of statements, outer ones first. */
export function allBlocks(statements: readonly Piece[]): readonly (readonly Piece[])[] {
  return [statements, ...statements.flatMap(({ blocks }) => blocks.flatMap(allBlocks))];
}

interface Tree {
  readonly kind?: string;
  readonly start?: number;
  readonly end?: number;
}

function pieceOf(node: Tree): Piece {
  const blocks: Piece[][] = [];
  const parts: Piece[] = [];
  const visit = (value: unknown, name: string) => {
    if (Array.isArray(value)) {
      if (['body', 'otherwise', 'finally'].includes(name) && value.length > 0) blocks.push(value.map(pieceOf));
      else for (const item of value) visit(item, '');
    } else if (typeof value === 'object' && value !== null) {
      const inner = value as Tree;
      if (inner.kind !== undefined && inner.start !== undefined) parts.push(pieceOf(inner));
      else for (const [key, item] of Object.entries(inner)) visit(item, key);
    }
  };
  for (const [name, value] of Object.entries(node)) visit(value, name);
  return { kind: node.kind ?? '', start: node.start ?? 0, end: node.end ?? 0, blocks, parts };
}

/** The text with a span replaced. */
export const replaced = (text: string, { start, end }: { readonly start: number; readonly end: number }, by: string) =>
  text.slice(0, start) + by + text.slice(end);

/** Where the line of an offset begins. */
export const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

/** Where the line of an offset ends, its line feed included. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found + 1;
}

/** The span of the whole lines of a piece, where nothing else is on them. */
export function wholeLines(text: string, { start, end }: Piece): { readonly start: number; readonly end: number } {
  const [from, to] = [lineStart(text, start), lineEnd(text, end)];
  const alone = text.slice(from, start).trim() === '' && /^\s*(#.*)?$/.test(text.slice(end, to));
  return alone ? { start: from, end: to } : { start, end };
}

/** Lines with another indentation. */
export function reindented(lines: string, by: number): string {
  return lines
    .split('\n')
    .map((line) =>
      by >= 0 ? ' '.repeat(line.trim() === '' ? 0 : by) + line : line.replace(new RegExp(`^ {0,${-by}}`), ''),
    )
    .join('\n');
}
