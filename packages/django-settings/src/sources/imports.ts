/** The imports of a Python file, read from its lines: reading the whole of every file would cost too much. */
import type { Project, Span } from '@django-golive/core';
import { logicalLines } from '../syntax/chunks.js';

/** One import as written. */
export interface WrittenImport extends Span {
  /** The leading dots of `from ..a import b`. */
  readonly level: number;
  readonly module: string;
  /** The names taken from it, without what they are called here; none of `import a.b`. */
  readonly names: readonly string[];
  /** Whether it is made whenever the file is loaded: it stands in no function, branch or `try`. */
  readonly always: boolean;
}

const statement = /^([ \t]*)(?:from[ \t]+(\.*)[ \t]*([\w.]*)[ \t]+import\b(.*)|import[ \t]+([\w., \t]+))/s;

/** Code that loads modules by names that it works out, besides what Django and Celery look for by themselves. */
const byName =
  /\bimport_module\s*\(|\b__import__\s*\(|\bexec\s*\(|\bexecfile\s*\(|\brunpy\b|spec_from_file_location|\bautodiscover_modules\s*\(|\b(?:iter_modules|walk_packages)\b/;

/** Whether a text loads modules by names that it works out. */
export const loadsByWorkedOutName = (text: string): boolean => byName.test(text);

/** The imports of a file by its path, each file read once, for however many targets. */
export type ImportReader = (path: string) => readonly WrittenImport[];

/** Reads the imports of a project's files; of a file that is not there, none. */
export function createImportReader(project: Project): ImportReader {
  const known = new Map<string, readonly WrittenImport[]>();
  return (path) => {
    const found = known.get(path) ?? importsIn(project.file(path)?.text ?? '');
    known.set(path, found);
    return found;
  };
}

/** The imports of a text in order. */
export function importsIn(text: string): readonly WrittenImport[] {
  // Most files import at their head: what follows the last one need not be read.
  const last = text.lastIndexOf('import');
  if (last < 0) return [];
  const found: WrittenImport[] = [];
  for (const { start, end } of logicalLines(text)) {
    if (start > last) break;
    const first = text.charCodeAt(start);
    // Only a line that begins with a blank, `f` or `i` can be one.
    if (first !== 32 && first !== 9 && first !== 102 && first !== 105) continue;
    const line = text.slice(start, end);
    const [, indent = '', dots = '', module = '', taken, plain] = statement.exec(line) ?? [];
    const place = { start: start + indent.length, end: start + line.trimEnd().length, always: indent === '' };
    if (taken !== undefined) {
      found.push({ ...place, level: dots.length, module, names: namesOf(taken) });
    } else if (plain !== undefined) {
      for (const one of namesOf(plain)) found.push({ ...place, level: 0, module: one, names: [] });
    }
  }
  return found;
}

/** The names of a list, without comments, brackets and what they are called here. */
function namesOf(list: string): readonly string[] {
  return list
    .replace(/#.*|[()\\]/g, ' ')
    .split(';', 1)
    .flatMap((part) => part.split(','))
    .flatMap((part) => part.trim().split(/\s/)[0] || []);
}

/** The absolute name of the module that an import names, from inside a package. */
export function absoluteModule(
  { level, module }: { readonly level: number; readonly module: string },
  around: readonly string[],
): string {
  if (level === 0) return module;
  const base = around.slice(0, around.length - (level - 1));
  return [...base, ...(module === '' ? [] : [module])].join('.');
}
