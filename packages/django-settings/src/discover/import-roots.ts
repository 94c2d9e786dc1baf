/** Where the imports of a file can start, and what it is called from there. */
import { importRoot, moduleName } from './module-path.js';
import type { Search } from './search.js';
import { directoryOf, upwards } from './searched-files.js';

/** The directories from which a file's imports can start: beside a `manage.py` first, then its own and all above. */
export function rootsFor(search: Search, path: string): readonly string[] {
  const own = upwards(directoryOf(path));
  return [...new Set([importRoot(search.project, path), ...own])];
}

/** The dotted name of a settings file, from the directory its imports start from. */
export function moduleOf(search: Search, path: string): { readonly module: string; readonly root: string } | undefined {
  for (const root of rootsFor(search, path)) {
    const module = moduleName(root, path);
    if (module !== undefined) return { module, root };
  }
  return undefined;
}
