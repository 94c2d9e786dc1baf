/** Settings modules that no entry point loads, directly or through imports. */
import type { EntryPoint, EntryPoints, Project } from '@django-golive/core';
import { parse } from '../syntax/parse.js';
import type { Statement } from '../syntax/tree.js';
import { findModule, moduleName } from './module-path.js';
import type { Search } from './search.js';
import { moduleOf } from './starting-files.js';

/** Code that loads modules by names it works out: then nothing beside it is certainly an orphan. */
const dynamic =
  /\bimport_module\s*\(|\b__import__\s*\(|\bexec\s*\(|\bexecfile\s*\(|\binclude\s*\(|\brunpy\b|spec_from_file_location/;

/** The settings-looking files that nothing loads. Those in tests, docs and examples are not spoken of. */
export function orphans(search: Search, entries: readonly EntryPoint[]): EntryPoints['orphans'] {
  const loaded = new Set<string>();
  const roots = [...new Set(entries.flatMap((entry) => entry.roots))];
  const queue = entries.flatMap(({ path, module, candidates }) => [
    ...(path === undefined ? [] : [path]),
    ...[module, ...candidates].flatMap((name) => (name === undefined ? [] : pathsOf(search.project, roots, name))),
  ]);
  if (queue.length === 0) return [];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (loaded.has(path) || loaded.size > 500) continue;
    loaded.add(path);
    const text = search.project.file(path)?.text ?? '';
    if (dynamic.test(text)) return [];
    queue.push(...importsOf(search.project, roots, path));
  }
  return search.settingsPaths
    .filter((path) => !loaded.has(path) && !search.secondary(path) && !path.endsWith('__init__.py'))
    .flatMap((path) => {
      const place = moduleOf(search, path);
      return place ? [{ module: place.module, path }] : [];
    });
}

/** A module's file, and those of the packages around it, which Python imports first. */
function pathsOf(project: Project, roots: readonly string[], module: string): readonly string[] {
  const parts = module.split('.');
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
  visit(parse(project.file(path)?.text ?? '').body, 0, (statement) => {
    if (statement.kind === 'import') names.push(...statement.names.map(({ name }) => name));
    if (statement.kind !== 'import-from') return;
    const from = statement.level === 0 ? [] : base.slice(0, base.length - (statement.level - 1));
    const module = [...from, ...(statement.module === '' ? [] : [statement.module])].join('.');
    names.push(module, ...statement.names.filter(({ name }) => name !== '*').map(({ name }) => `${module}.${name}`));
  });
  return names.flatMap((name) => pathsOf(project, roots, name));
}

function visit(body: readonly Statement[], depth: number, see: (statement: Statement) => void): void {
  if (depth > 50) return;
  for (const statement of body) {
    see(statement);
    if ('body' in statement) visit(statement.body, depth + 1, see);
    if ('otherwise' in statement) visit(statement.otherwise, depth + 1, see);
    if (statement.kind === 'try') {
      for (const handler of statement.handlers) visit(handler.body, depth + 1, see);
      visit(statement.finally, depth + 1, see);
    }
    if (statement.kind === 'match') for (const one of statement.cases) visit(one.body, depth + 1, see);
  }
}
