/** Cuts a lock file into the tables of its packages, so that a large one is read fast and a broken line costs one package's line. */
import { lineSpan, type Span } from '@django-golive/core';
import { isTable, listOf, readToml, type TomlTable } from './toml.js';

/** One package as the lock file has it. */
export interface LockTable {
  readonly table: TomlTable;
  /** The line that names it. */
  readonly span: Span;
}

/** A lock file, as far as it could be read. */
export interface LockTables {
  readonly packages: readonly LockTable[];
  /** Everything that is no package. */
  readonly rest: TomlTable;
  readonly problems: readonly { readonly span: Span; readonly why: string }[];
}

/** The files of a package, with their hashes, are most of a lock file, and nothing here asks for them. */
const FILES =
  /^(?:(?:wheels|files) = \[\r?\n(?:[ \t]+\{[^\n]*\n)*\]|[\w"'.-]+ = \[\r?\n(?:[ \t]+\{ ?(?:file|url) = [^\n]*\n)+\]|sdist = \{[^\n]*\})/gm;

/** Cuts and reads. `header` is what its packages are called: `package`, in pylock.toml `packages`. */
export function readLockTables(text: string, header: string): LockTables {
  const starts = [...text.matchAll(new RegExp(`^\\[\\[${header}\\]\\]`, 'gm'))].map(({ index }) => index);
  const packages: LockTable[] = [];
  const problems: { span: Span; why: string }[] = [];
  let rest: TomlTable = {};
  for (const [at, start] of [0, ...starts].entries()) {
    const piece = text.slice(start, starts[at]);
    const short = piece.replace(FILES, lineEnds);
    const read = readToml(short);
    for (const { span, why } of read.problems) {
      const line = lineSpan(piece, short.slice(0, span.start).split('\n').length);
      problems.push({ span: { start: start + line.start, end: start + line.end }, why });
    }
    const { [header]: own, ...others } = read.value;
    rest = { ...others, ...rest };
    for (const table of listOf(own).filter(isTable)) packages.push({ table, span: nameSpan(text, start) });
  }
  return { packages, rest, problems };
}

/** What is left in its place keeps the number of every line. */
function lineEnds(text: string): string {
  return '\n'.repeat(text.split('\n').length - 1);
}

/** The line below the header, where tools write the name; the header itself where it stands elsewhere. */
function nameSpan(text: string, start: number): Span {
  const [header = '', name] = /^[^\n]*\n(name[^\n]*)?/.exec(text.slice(start, start + 2000)) ?? [];
  if (name === undefined) return { start, end: start + header.trimEnd().length };
  const from = start + header.length - name.length;
  return { start: from, end: from + name.trimEnd().length };
}
