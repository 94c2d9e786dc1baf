/** Packages that one file of production asks for in two lines that agree. */
import type { VersionConflict } from '@django-golive/core';
import type { Declaration } from './declaration.js';
import { exclude, isInstalled, placeOf } from './impossible.js';
import type { ReadManifest } from './read-manifests.js';

/** The first two lines of each, in the order of the files. */
export function repeatedIn(manifests: readonly ReadManifest[]): readonly VersionConflict[] {
  return manifests.flatMap(({ plan, reading, constraint }) => {
    if (plan.kind !== 'runtime' || constraint || reading.lock) return [];
    const first = new Map<string, Declaration>();
    const found = new Map<string, VersionConflict>();
    for (const line of reading.declarations) {
      // Lines with a marker are meant to stand beside one another, and so are those of other extras.
      if (!isInstalled(line) || line.marker !== undefined || line.constraint) continue;
      const key = [line.name, ...[...line.extras].sort()].join();
      const before = first.get(key);
      if (!before) first.set(key, line);
      else if (!found.has(key) && !exclude(before.specifier, line.specifier))
        found.set(key, { names: [line.name], files: [placeOf(before), placeOf(line)] });
    }
    return [...found.values()];
  });
}
