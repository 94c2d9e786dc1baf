/** Which of a project's files a module reaches through its imports, read without running anything. */
import type { Project } from '@django-golive/core';
import { findModule, moduleName } from './module-path.js';

const mostFiles = 300;
/** Packages within packages: more are nobody's. */
const deepest = 100;

/** `from .a.b import c, d`, over several lines in parentheses, or `import a.b, c`: by its text, as reading it whole costs more. */
const imports =
  /^[ \t]*(?:from[ \t]+(\.*)[ \t]*([\w.]*)[ \t]+import[ \t]+(\([^)]*\)|(?:[^#\n\\]|\\\r?\n)*)|import[ \t]+([\w., \t]+))/gm;

/** Code that loads modules by names it works out. */
const byName =
  /\bimport_module\s*\(|\b__import__\s*\(|\bexec\s*\(|\bexecfile\s*\(|\binclude\s*\(|\brunpy\b|spec_from_file_location/;

/** Whether a text loads modules by names it works out: then more may be reached than its imports say. */
export const loadsByName = (text: string): boolean => byName.test(text);

/**
 * The files that are reached from some files, themselves first, in the order in which they are met.
 * A file that `enter` refuses is left out with all that only it imports.
 */
export function importClosure(
  project: Project,
  roots: readonly string[],
  from: readonly string[],
  enter: (path: string) => boolean = () => true,
): readonly string[] {
  const reached = new Set<string>();
  const queue = [...from];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (reached.has(path) || reached.size >= mostFiles || !enter(path)) continue;
    reached.add(path);
    queue.push(...importsOf(project, roots, path));
  }
  return [...reached];
}

/** A module's file, and those of the packages around it, which Python imports first. */
export function modulePaths(project: Project, roots: readonly string[], module: string): readonly string[] {
  const parts = module.split('.', deepest);
  return parts.flatMap((_, index) => {
    const found = findModule(project, roots, parts.slice(0, index + 1).join('.'));
    return found ? [found.path] : [];
  });
}

/** The project's files that a file imports, at module level or inside its branches and functions. */
function importsOf(project: Project, roots: readonly string[], path: string): readonly string[] {
  const root = roots.find((one) => moduleName(one, path) !== undefined);
  const own = root === undefined ? undefined : moduleName(root, path);
  const around = own?.split('.') ?? [];
  const base = path.endsWith('__init__.py') ? around : around.slice(0, -1);
  const names: string[] = [];
  for (const [, dots = '', module = '', imported = '', plain = ''] of (project.file(path)?.text ?? '').matchAll(
    imports,
  )) {
    for (const name of plain.split(',')) names.push(firstWord(name));
    if (imported === '') continue;
    const from = dots === '' ? [] : base.slice(0, base.length - (dots.length - 1));
    const whole = [...from, ...(module === '' ? [] : [module])].join('.');
    names.push(whole, ...imported.split(',').map((name) => `${whole}.${firstWord(name.replace(/[()\\]/g, ' '))}`));
  }
  return names.flatMap((name) => (name === '' ? [] : modulePaths(project, roots, name)));
}

const firstWord = (text: string): string => text.trim().split(/\s/)[0] ?? '';
