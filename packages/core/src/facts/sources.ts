/** The project's own Python files: what each imports, and whether production comes to load it. Presence is not use. */
import { declareFact } from '../fact.js';
import { type Location, lineSpan, type Project } from '../source.js';
import type { Truth } from './value.js';

/** An import that a file makes whenever it is loaded: outside of every function, branch and `try`. */
export interface SourceImport {
  /** The absolute dotted name of the module: of `from .models import Order` in `shop/views.py`, `shop.models`. */
  readonly module: string;
  /** The names that are taken from it; none of `import shop.models`. */
  readonly names: readonly string[];
  /** Whose module it is: the project's own, Python's everywhere or on Windows alone, or a package's that has to be installed. */
  readonly origin: 'project' | 'standard' | 'windows' | 'package';
  /** The first Python that no longer has this module of the standard library: `3.12`. */
  readonly goneFrom?: string;
  /** The module of the project's own packages that it needs and the repository lacks: `shop.local`. */
  readonly missing?: string;
  readonly at: Location;
}

/** Why no Python 3 that is still in use takes a file, in CPython's words. */
export interface SourceRefusal {
  /** The exception's class: `SyntaxError`, `IndentationError`, `TabError`, `ValueError`. */
  readonly type: string;
  readonly message: string;
  readonly at: Location;
  /** The first Python that may take it all the same: `3.14`. */
  readonly until?: string;
}

/** What a file is written with that older releases of Python 3 do not take. */
export interface SourceNovelty {
  /** As the beginning of a sentence: `\`match\``. */
  readonly what: string;
  /** The first Python that takes it: `3.10`. */
  readonly since: string;
  readonly at: Location;
}

/** A name that one of the project's own modules certainly does not have. */
export interface MissingName {
  readonly name: string;
  /** The module, by its dotted name, and its file. */
  readonly module: string;
  readonly path: string;
  /** Where it is taken. */
  readonly at: Location;
}

/** A Python file of the project. Installed packages, build output and migrations are none. */
export interface Source {
  readonly path: string;
  /** The dotted name by which production would import it; `undefined` where it cannot. */
  readonly module: string | undefined;
  /** It belongs to tests, documentation or examples. */
  readonly aside: boolean;
  /**
   * Whether the processes of production load it: by the imports that lead to it from their entry points, the settings, the
   * installed applications and the URLs. `maybe` where only a function, a branch, a text of the settings or a name that code
   * works out leads to it.
   */
  readonly loaded: Truth;
  /** The import that leads to it first, where one does. */
  readonly importedAt?: Location | undefined;
  readonly imports: readonly SourceImport[];
  /** Read on first use; `undefined` where Python takes it, or that is not known. */
  readonly refusal?: SourceRefusal | undefined;
  /** The newest of what it is written with, where the oldest Pythons in use do not take that. */
  readonly novelty?: SourceNovelty | undefined;
  /** What it takes from the project's own modules whenever it is loaded, and what those do not have. */
  readonly missingNames?: readonly MissingName[];
}

/** All of them, sorted by path. */
export interface Sources {
  readonly files: readonly Source[];
  get(path: string): Source | undefined;
  /** What a dotted name such as one of a setting asks of a module of the project that certainly does not have it. */
  missing?(dotted: string): Omit<MissingName, 'at'> | undefined;
}

/** The project's own Python, for the production settings. */
export const sources = declareFact<Sources>('sources');

/** The files of the site's own code that production may load, without its settings. */
export function siteCode(sources: Sources, settings: { readonly files: readonly string[] }): readonly Source[] {
  return sources.files.filter(({ aside, loaded, path }) => !aside && loaded !== 'no' && !settings.files.includes(path));
}

/** Whether the text of one of some files holds what a pattern finds. */
export function isWritten(project: Project, files: readonly Source[], pattern: RegExp): boolean {
  return files.some(({ path }) => pattern.test(project.file(path)?.text ?? ''));
}

/** The first line in some files that a pattern finds; lines that are only a comment do not count. */
export function firstLine(project: Project, files: readonly Source[], pattern: RegExp): Location | undefined {
  for (const { path } of files) {
    const at = lineIn(project, path, pattern);
    if (at) return at;
  }
  return undefined;
}

/** The first line of a file that a pattern finds; lines that are only a comment do not count. */
export function lineIn(project: Project, path: string, pattern: RegExp): Location | undefined {
  const file = project.file(path);
  // Of most files the whole text says at once that no line fits.
  if (!file || !new RegExp(pattern, pattern.flags.includes('m') ? pattern.flags : `${pattern.flags}m`).test(file.text))
    return undefined;
  const lines = file.text.split(/\r\n|\r|\n/);
  const index = lines.findIndex((line) => line.length < 4000 && !/^\s*#/.test(line) && pattern.test(line));
  return index < 0 ? undefined : file.at(lineSpan(file.text, index + 1));
}
