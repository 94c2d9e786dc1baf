/** The files of a repository and the places in them: what every other word of golive points at. */

/** A half-open range of UTF-16 offsets into a file's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A one-based line and column, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A place in a file of the project. `path` is relative to the project's root, with forward slashes. */
export interface Location {
  readonly path: string;
  readonly span: Span;
  readonly start: Position;
  readonly end: Position;
}

/** One file. Its text is read on first use; a file that cannot be read as text has the text `''`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** The location of a span of this file. Spans outside the text are clamped to it. */
  at(span: Span): Location;
}

/** Why a path of the listing is not read, in words for a report's notices. */
export interface Skipped {
  readonly path: string;
  readonly why: string;
}

/** The files of a repository: an immutable listing, each file read on first use. */
export interface Project {
  /** What the project is called in a report: the name of its directory, never a path. */
  readonly name: string;
  /** Every file's path, sorted. Holds no directories, no version-control data, no installed packages. */
  readonly paths: readonly string[];
  /** Paths that were seen and left out (too large, not a regular file, a link out of the repository). */
  readonly skipped: readonly Skipped[];
  file(path: string): SourceFile | undefined;
  /** Whether a path is a directory that holds at least one file. `''` is the root. */
  isDirectory(path: string): boolean;
  /** Whether version control tracks the path; `undefined` where the project's index is not known. */
  tracked(path: string): boolean | undefined;
}

/** What makes a project: from disk (the cli), or from an object literal (tests, browsers). */
export interface ProjectSource {
  readonly name: string;
  readonly paths: Iterable<string>;
  readonly skipped?: readonly Skipped[];
  /** The text of a listed path. Called at most once a path, and only when the text is asked for. */
  read(path: string): string;
  tracked?(path: string): boolean | undefined;
}

/** A project over any storage. */
export function createProject(source: ProjectSource): Project {
  const files = new Map<string, SourceFile>();
  for (const path of source.paths)
    files.set(
      path,
      createSourceFile(path, () => source.read(path)),
    );
  const directories = new Set<string>(['']);
  for (const path of files.keys()) {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const directory = path.slice(0, slash);
      if (directories.has(directory)) break;
      directories.add(directory);
    }
  }
  return {
    name: source.name,
    paths: [...files.keys()].sort(),
    skipped: source.skipped ?? [],
    file: (path) => files.get(path),
    isDirectory: (path) => directories.has(path),
    tracked: (path) => source.tracked?.(path),
  };
}

/** A project from an object of texts by path. Every file counts as tracked unless `untracked` names it. */
export function projectOf(
  texts: Readonly<Record<string, string>>,
  how: { readonly name?: string; readonly untracked?: readonly string[] } = {},
): Project {
  const untracked = new Set(how.untracked);
  return createProject({
    name: how.name ?? 'project',
    paths: Object.keys(texts),
    read: (path) => texts[path] ?? '',
    tracked: (path) => !untracked.has(path),
  });
}

/** The paths below a directory, in order; `''` is the root. Found by halving, since the listing is sorted. */
export function pathsBelow(project: Project, directory: string): readonly string[] {
  const { paths } = project;
  if (directory === '') return paths;
  const start = `${directory}/`;
  let [low, high] = [0, paths.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paths[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (paths[end]?.startsWith(start)) end += 1;
  return paths.slice(low, end);
}

/** A file whose text comes from `read`, called on first use. */
export function createSourceFile(path: string, read: () => string): SourceFile {
  let text: string | undefined;
  let lines: readonly number[] | undefined;
  const textOf = (): string => {
    text ??= read();
    return text;
  };
  return {
    path,
    get text() {
      return textOf();
    },
    at(span) {
      lines ??= lineStarts(textOf());
      const end = clamp(span.end, textOf().length);
      const start = Math.min(clamp(span.start, textOf().length), end);
      return { path, span: { start, end }, start: positionAt(lines, start), end: positionAt(lines, end) };
    },
  };
}

/** The span of a whole line (one-based), without its line break: for readers that count in lines. */
export function lineSpan(text: string, line: number): Span {
  const starts = lineStarts(text);
  const start = starts[Math.max(0, Math.min(line, starts.length) - 1)] ?? 0;
  const next = starts[Math.max(1, Math.min(line, starts.length))];
  let end = next === undefined ? text.length : next - 1;
  if (end > start && text[end - 1] === '\r') end -= 1;
  return { start, end: Math.max(start, end) };
}

/** The offsets at which lines begin. Lines end with `\n`, `\r\n` or a lone `\r`, as editors count them. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

function clamp(offset: number, length: number): number {
  return Math.max(0, Math.min(offset, length));
}
