/** Cuts a lock file into the tables of its packages, so that a large one is read fast and a broken line costs one package's line. */
import type { Span } from '@django-golive/core';
import { withoutBrokenLines } from './broken-lines.js';
import { linesAfterGaps, withHeaders } from './lock-headers.js';
import { isTable, listOf, parsedToml, readToml, type TomlTable } from './toml.js';

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

/** The keys of a package that stand in its own table, not below a header of theirs, in whichever lock file. */
const KEYS = new Set(
  'archive attestation-identities category dependencies description develop directory extras files groups index marker markers name optional python-versions ref requires-python requires_python resolution-markers revision sdist source summary url vcs version wheels'.split(
    ' ',
  ),
);

/** Cuts and reads. `header` is what its packages are called: `package`, in pylock.toml `packages`. */
export function readLockTables(written: string, header: string): LockTables {
  const text = written.startsWith('\uFEFF') ? ` ${written.slice(1)}` : written;
  const offsets = lineOffsets(text);
  const { text: whole, restored } = withHeaders(text, header);
  const starts = [...whole.matchAll(new RegExp(`^\\[\\[${header}\\]\\]`, 'gm'))].map(({ index }) => index);
  const packages: LockTable[] = [];
  const lost = new Map<number, string>(
    restored.map((line) => [line + 1, `the line \`[[${header}]]\` above it is missing or broken`]),
  );
  let rest: TomlTable = {};
  let first = 0;
  for (const [at, start] of [0, ...starts].entries()) {
    const piece = whole.slice(start, starts[at]);
    const { value, problems } = readPiece(piece.replace(FILES, lineEnds));
    for (const [line, why] of problems) lost.set(first + line, why);
    if (at > 0)
      for (const line of linesAfterGaps(piece, KEYS))
        lost.set(first + line, 'the header above it is missing, so that what it belongs to is not known');
    const { [header]: own, ...others } = value;
    rest = { ...others, ...rest };
    for (const table of listOf(own).filter(isTable)) packages.push({ table, span: nameSpan(first) });
    first += piece.split('\n').length - 1;
  }
  const problems = [...lost].sort(([a], [b]) => a - b).map(([line, why]) => ({ span: spanOf(line), why }));
  return { packages, rest, problems };

  /** The line below the header, where tools write the name; the header itself where it stands elsewhere. */
  function nameSpan(line: number): Span {
    return spanOf(text.startsWith('name', offsets[line + 1]) ? line + 1 : line);
  }

  function spanOf(line: number): Span {
    const start = offsets[line] ?? text.length;
    return { start, end: start + text.slice(start, offsets[line + 1]).trimEnd().length };
  }
}

function lineOffsets(text: string): readonly number[] {
  const offsets = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) offsets.push(at + 1);
  return offsets;
}

/** A piece's values, and the lines, from 0, that had to be left out of it. */
function readPiece(piece: string): { value: TomlTable; problems: readonly (readonly [number, string])[] } {
  const intact = parsedToml(piece);
  if (intact) return { value: intact, problems: [] };
  const { text, lost } = withoutBrokenLines(piece);
  const { value, problems } = readToml(text);
  return {
    value,
    problems: [
      ...lost.map((line) => [line, 'the line is not TOML'] as const),
      ...problems.map(({ span, why }) => [text.slice(0, span.start).split('\n').length - 1, why] as const),
    ],
  };
}

/** What is left in its place keeps the number of every line. */
function lineEnds(text: string): string {
  return '\n'.repeat(text.split('\n').length - 1);
}
