/** Settings modules that no entry point loads, directly or through imports. */
import type { EntryPoint, EntryPoints } from '@django-golive/core';
import { importClosure, loadsByName, modulePaths } from './import-closure.js';
import { moduleOf } from './import-roots.js';
import type { Search } from './search.js';

/** The settings-looking files that nothing loads. Those in tests, docs and examples are not spoken of. */
export function orphans(search: Search, entries: readonly EntryPoint[]): EntryPoints['orphans'] {
  const roots = [...new Set(entries.flatMap((entry) => entry.roots))];
  const named = entries.flatMap(({ path, module, candidates }) => [
    ...(path === undefined ? [] : [path]),
    ...[module, ...candidates].flatMap((name) => (name === undefined ? [] : modulePaths(search.project, roots, name))),
  ]);
  const speakable = search.settingsPaths.filter(
    (path) => !named.includes(path) && !search.secondary(path) && !path.endsWith('__init__.py'),
  );
  if (named.length === 0 || speakable.length === 0) return [];
  const loaded = importClosure(search.project, roots, named);
  // Then nothing beside it is certainly an orphan.
  if (loaded.some((path) => loadsByName(search.project.file(path)?.text ?? ''))) return [];
  return speakable
    .filter((path) => !loaded.includes(path))
    .flatMap((path) => {
      const place = moduleOf(search, path);
      return place ? [{ module: place.module, path }] : [];
    });
}
