/** What CPython's parser calls an expression, and which part of a target cannot be one. */
import type { Parse, Read, Tree } from './pieces.js';
import type { Token } from './token.js';

export const isTree = (read: Read): read is Tree => read !== null && 'kind' in read;
export const isToken = (read: Read): read is Token => read !== null && 'key' in read;

/** The token that an expression begins with. */
export function firstToken(read: Read): Token | undefined {
  if (read === null) return undefined;
  if (isToken(read)) return read;
  if (isTree(read)) return read.first;
  for (const part of read as readonly Read[]) {
    const first = firstToken(part);
    if (first) return first;
  }
  return undefined;
}

export const textOf = (parse: Parse, read: Read): string =>
  isToken(read) ? parse.text.slice(read.start, read.end) : '';

/** The name of a sort of expression, as messages have it. */
export function expressionName(read: Read): string {
  if (isTree(read)) return read.kind === 'f string expression' ? 'f-string expression' : read.kind;
  if (!isToken(read)) return 'expression';
  if (read.key === 'NAME') return 'name';
  if (read.key === '...') return 'ellipsis';
  return read.key === 'NUMBER' ? 'literal' : read.key;
}

/** The expressions of a list, a tuple or arguments, however they are nested in what was read. */
export function itemsOf(read: Read): readonly Read[] {
  if (read === null) return [];
  if (isToken(read)) return /^[,()[\]]$/.test(read.key) ? [] : [read];
  return isTree(read) ? [read] : (read as readonly Read[]).flatMap(itemsOf);
}

/** For what a target is. */
export type Purpose = 'assign' | 'loop' | 'delete';

/** The first part of a target that cannot be one. */
export function wrongTarget(read: Read, purpose: Purpose): Read {
  if (isToken(read)) return read.key === 'NAME' ? null : read;
  if (!isTree(read)) return read;
  switch (read.kind) {
    case 'name':
    case 'attribute':
    case 'subscript':
      return null;
    case 'list':
    case 'tuple':
      for (const item of itemsOf(read.parts)) {
        const wrong = wrongTarget(item, purpose);
        if (wrong !== null) return wrong;
      }
      return null;
    case 'starred':
      return purpose === 'delete' ? read : wrongTarget(read.parts[1] ?? null, purpose);
    case 'comparison': {
      // The `in` of a loop is read as a comparison too.
      if (purpose !== 'loop') return read;
      const [left = null, pairs = null] = read.parts;
      return firstToken(pairs)?.key === 'in' ? wrongTarget(left, purpose) : null;
    }
    default:
      return read;
  }
}
