/** What CPython refuses of `from __future__ import …`: it stands first, and names what there is. */
import { refuse } from './refusal.js';
import type { ImportFrom, Statement } from './tree.js';

const features = new Set(
  (
    'nested_scopes generators division absolute_import with_statement print_function unicode_literals barry_as_FLUFL ' +
    'generator_stop annotations'
  ).split(' '),
);

/** What the file takes from the future. */
export interface Future {
  /** Whether annotations are put off. */
  readonly annotations: boolean;
  /** Whether an import stands too late, after the line with which the beginning ends: that is noticed where it is compiled. */
  readonly isLate: (statement: ImportFrom) => boolean;
}

/** Reads the imports of the future at the beginning, and whatever else stands on its last line. */
export function readFuture(body: readonly Statement[], text: string): Future {
  const read = new Set<Statement>();
  let annotations = false;
  let other: Statement | undefined;
  for (const [index, one] of body.entries()) {
    if (other && /[\r\n]/.test(text.slice(other.start, one.start))) break;
    if (!isFuture(one)) {
      if (index > 0 || one.kind !== 'expression' || one.value.kind !== 'str') other = one;
      continue;
    }
    if (other) refuse(one, late);
    for (const { name } of one.names) {
      if (name === 'braces') refuse(one, 'not a chance');
      if (!features.has(name)) refuse(one, `future feature ${name} is not defined`);
      annotations ||= name === 'annotations';
    }
    read.add(one);
  }
  return { annotations, isLate: (statement) => isFuture(statement) && !read.has(statement) };
}

export const late = 'from __future__ imports must occur at the beginning of the file';

const isFuture = (one: Statement): one is ImportFrom =>
  one.kind === 'import-from' && one.module === '__future__' && one.level === 0;
