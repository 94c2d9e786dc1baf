/** `wsgi.py`, `asgi.py`, `manage.py` and other files that name a settings module, as entry points. */
import type { EntryPoint, Location } from '@django-golive/core';
import { settingsLine } from './environment-writes.js';
import { findModule, importRoot, moduleName } from './module-path.js';
import type { Search } from './search.js';
import { addedDirectories } from './search-path.js';
import { directoryOf, upwards } from './searched-files.js';

/** What a file names, and where that module is. */
export interface Named {
  readonly module: string | undefined;
  readonly path: string | undefined;
  readonly roots: readonly string[];
  readonly at: Location | undefined;
  readonly how: 'default' | 'set' | undefined;
  /** All modules it can be, where that depends on something. */
  readonly candidates: readonly string[];
  readonly complete: boolean;
}

/** Read the settings module that a file names. */
export function namedBy(search: Search, path: string, variables: ReadonlyMap<string, string>): Named {
  const file = search.project.file(path);
  const line = file && settingsLine(file, variables);
  const directories = rootsFor(search, path);
  if (!file || !line) {
    return {
      module: undefined,
      path: undefined,
      roots: directories.slice(0, 1),
      at: undefined,
      how: undefined,
      candidates: [],
      complete: false,
    };
  }
  const places = line.texts.map((module) => ({ module, found: findModule(search.project, directories, module) }));
  const chosen = places.find(({ found }) => found) ?? places[0];
  const root = chosen?.found?.root ?? directories[0] ?? '';
  const added = addedDirectories(file, root);
  return {
    module: chosen?.module,
    path: chosen?.found?.path,
    roots: [...new Set([...added.before.toReversed(), root, ...added.after])],
    at: file.at(line.span),
    how: line.how,
    candidates: line.texts.filter((module) => module !== chosen?.module),
    complete: line.complete && line.texts.length === 1,
  };
}

/** The directories from which a file's imports can start: beside a `manage.py` first, then its own and all above. */
export function rootsFor(search: Search, path: string): readonly string[] {
  const own = upwards(directoryOf(path));
  return [...new Set([importRoot(search.project, path), ...own])];
}

/** A starting file as an entry point. */
export function startingFileEntry(search: Search, path: string, variables: ReadonlyMap<string, string>): EntryPoint {
  const named = namedBy(search, path, variables);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return {
    name: path,
    role: name === 'manage.py' ? 'manage' : 'web',
    module: named.module,
    path: named.path,
    at: named.at,
    reason: reasonOf(path, named),
    candidates: named.candidates,
    roots: named.roots,
  };
}

/** Why a file leads to its module, in words. */
export function reasonOf(path: string, named: Named): string {
  if (named.module === undefined) return `\`${path}\` names no settings module that can be read`;
  if (!named.complete) return `\`${path}\` works out the module; \`${named.module}\` is what it comes to by default`;
  const verb = named.how === 'set' ? 'sets it' : 'sets it as the default';
  return named.path === undefined ? `\`${path}\` ${verb}, but there is no such file` : `\`${path}\` ${verb}`;
}

/** The dotted name of a settings file, from the directory its imports start from. */
export function moduleOf(search: Search, path: string): { readonly module: string; readonly root: string } | undefined {
  for (const root of rootsFor(search, path)) {
    const module = moduleName(root, path);
    if (module !== undefined) return { module, root };
  }
  return undefined;
}
